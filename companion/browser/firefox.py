"""A dedicated Firefox profile: wired to the proxy, trusting our authority in that profile alone.

Trust is put into the profile's own certificate database with certutil (Debian: libnss3-tools);
neither root nor a policy is needed. Firefox still asks its maker's settings server once a start.
"""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

from companion.browser.chromium import Launch
from companion.errors import CompanionError

_QUIET: dict[str, object] = {
    "network.proxy.type": 1,
    "network.proxy.no_proxies_on": "",
    "network.proxy.allow_hijacking_localhost": True,
    "network.trr.mode": 5,
    "network.http.http3.enable": False,
    "network.dns.echconfig.enabled": False,
    "app.update.auto": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "signon.rememberSignons": False,
    "toolkit.legacyUserProfileCustomizations.stylesheets": True,
}

_FRAME = (
    "#navigator-toolbox { border-top: 6px solid #a82f2a !important; }\n"
    '#urlbar-input::after { content: " recorded by Companion"; }\n'
    "#nav-bar { box-shadow: inset 0 -3px 0 #a82f2a !important; }\n"
)


def command(launch: Launch) -> list[str]:
    """The command line."""
    return [
        launch.program,
        "--no-remote",
        "--profile",
        str(launch.profile),
        *(("--headless",) if launch.headless else ()),
        launch.url,
    ]


def prepare(profile: Path, proxy: str, authority: Path) -> None:
    """Make a profile folder (0700) that uses the proxy and trusts the authority.

    Raises:
        CompanionError: certutil is not here or refuses.
    """
    certutil = shutil.which("certutil")
    if certutil is None:
        raise CompanionError(
            "Firefox needs certutil to trust an authority in one profile: install libnss3-tools"
            " (Debian) or nss, or install Chromium"
        )
    (profile / "chrome").mkdir(mode=0o700, parents=True, exist_ok=True)
    profile.chmod(0o700)
    (profile / "chrome" / "userChrome.css").write_text(_FRAME, "utf-8")
    (profile / "user.js").write_text(_user_js(proxy), "utf-8")
    base = f"sql:{profile}"
    if not (profile / "cert9.db").exists():
        _run(certutil, "-d", base, "-N", "--empty-password")
    _run(certutil, "-d", base, "-A", "-t", "C,,", "-n", "companion", "-i", str(authority))


def _user_js(proxy: str) -> str:
    place = urlsplit(proxy)
    settings = _QUIET | {
        f"network.proxy.{scheme}{what}": value
        for scheme in ("http", "ssl")
        for what, value in (("", place.hostname), ("_port", place.port))
    }
    return "".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in settings.items())


def _run(*words: str) -> None:
    try:
        subprocess.run(words, check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        raise CompanionError(f"certutil could not prepare the profile: {said[-1:]}") from error
