"""Lets those of mitmproxy's own addons go that have nothing to do.

mitmproxy asks every addon at every event. Two dozen of them only act when an option names them,
and asking them takes a quarter of the proxy's time. Where options can change while it runs (its
own interfaces), they stay.
"""

from mitmproxy import ctx
from mitmproxy.tools.dump import DumpMaster

# Each with the option that gives it work; those without one only serve commands of an interface.
IDLE_WITHOUT = {
    "anticache": "anticache",
    "anticomp": "anticomp",
    "blocklist": "block_list",
    "browser": "",
    "commandhistory": "",
    "comment": "",
    "cut": "",
    "export": "",
    "maplocal": "map_local",
    "mapremote": "map_remote",
    "modifybody": "modify_body",
    "modifyheaders": "modify_headers",
    "proxyauth": "proxyauth",
    "save": "save_stream_file",
    "savehar": "hardump",
    "serverplayback": "server_replay",
    "stickyauth": "stickyauth",
    "stickycookie": "stickycookie",
    "upstreamauth": "upstream_auth",
}


class Lean:
    """Acts once, when the proxy runs."""

    def running(self) -> None:
        """Remove the addons whose options stand as mitmproxy sets them."""
        if not isinstance(ctx.master, DumpMaster):
            return
        for name, option in IDLE_WITHOUT.items():
            addon = ctx.master.addons.get(name)
            if addon is not None and not (option and ctx.options.has_changed(option)):
                ctx.master.addons.remove(addon)
