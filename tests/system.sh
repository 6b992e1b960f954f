#!/bin/sh
# The end-to-end tests want a real browser and a real terminal. On Debian, as root, fetch what is
# missing; elsewhere the tests that need them skip and say so.
set -u
missing=""
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing="$missing chromium"
command -v tmux >/dev/null || missing="$missing tmux"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing >/dev/null
else
    echo "not here:$missing; the tests that need it will skip"
fi
exit 0
