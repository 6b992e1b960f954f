"""A dedicated Chromium profile: wired to the proxy, trusting one key, and marked as recorded."""

import json
from dataclasses import dataclass
from pathlib import Path

# Each of these stops the browser from speaking to its maker behind the person's back; what each
# removes was measured with a 30 s window (no host but the visited one was contacted).
QUIET = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--component-updater=url-source=https://127.0.0.1:1/",
    "--allow-browser-signin=false",
    "--gaia-url=https://127.0.0.1:1/",
    "--disable-features=OptimizationHints,NetworkTimeServiceQuerying",
    "--password-store=basic",
)

RECORDED = "● Recorded"

# A warm red frame, as a signed 32-bit ARGB: the profile always shows that it is recorded.
_RECORDED_COLOUR = -5755062


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """How a browser is to be started.

    `driven` opens the control pipe. A page can tell (navigator.webdriver is true), so a person's
    own browsing never has it; only a scripted visitor does. `language` is what pages are asked
    for in ("de-DE"), empty for the system's own; a driven browser adds `headers` to every request
    and runs `script` in every page before its own.
    """

    program: str
    profile: Path
    proxy: str
    pin: str
    url: str = "about:blank"
    headless: bool = False
    driven: bool = False
    language: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    script: str = ""


def command(launch: Launch) -> list[str]:
    """The command line; it never switches the browser's own sandbox off."""
    return [
        launch.program,
        f"--user-data-dir={launch.profile}",
        f"--proxy-server={launch.proxy}",
        "--proxy-bypass-list=<-loopback>",
        f"--ignore-certificate-errors-spki-list={launch.pin}",
        *QUIET,
        *(("--headless=new",) if launch.headless else ()),
        *(("--remote-debugging-pipe",) if launch.driven else ()),
        *((f"--lang={launch.language}",) if launch.language else ()),
        launch.url,
    ]


def prepare(profile: Path, name: str, language: str = "") -> None:
    """Make a profile folder (0700) that names itself as recorded; an existing one is kept."""
    profile.mkdir(mode=0o700, parents=True, exist_ok=True)
    preferences = profile / "Default" / "Preferences"
    if preferences.exists():
        return
    preferences.parent.mkdir(mode=0o700, exist_ok=True)
    preferences.write_text(json.dumps(_preferences(name, language)), "utf-8")
    # A line under the address on every page; nothing in the page itself, which a site could see.
    bookmark = {"type": "url", "name": RECORDED, "url": (profile / "welcome.html").as_uri()}
    (preferences.parent / "Bookmarks").write_text(json.dumps(_bookmarks(bookmark)), "utf-8")


def _bookmarks(shown: dict[str, str]) -> dict[str, object]:
    names = ("bookmark_bar", "other", "synced")
    roots = {
        name: {"type": "folder", "name": name, "children": [shown] if name == names[0] else []}
        for name in names
    }
    return {"version": 1, "roots": roots}


def _preferences(name: str, language: str) -> dict[str, object]:
    # Third-party cookies are let through: a person's everyday browser may still take them, and
    # what is not let through can't be seen. Chromium's own default blocks them.
    return {
        "profile": {
            "name": f"{name} (recorded by Companion)",
            "cookie_controls_mode": 0,
            "block_third_party_cookies": False,
            "default_content_setting_values": {"cookies": 1},
        },
        "browser": {"theme": {"color_variant2": 3, "user_color2": _RECORDED_COLOUR}},
        "bookmark_bar": {"show_on_all_tabs": True},
        "credentials_enable_service": False,
        "autofill": {"profile_enabled": False, "credit_card_enabled": False},
        "search": {"suggest_enabled": False},
        "dns_prefetching": {"enabled": False},
        **({"intl": {"accept_languages": _languages(language)}} if language else {}),
    }


def _languages(language: str) -> str:
    """The language, then the same without its region: "de-DE,de"."""
    return ",".join(dict.fromkeys((language, language.partition("-")[0])))
