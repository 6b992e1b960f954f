"""What a site sent, as text and nothing but text."""

import re

_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0080-\u009f\u2028\u2029]")


def plain(text: str, most: int = 600) -> str:
    """Text with controls shown as pictures, direction overrides taken out, cut to a length."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    shown = _UNSEEN.sub("�", cut.translate(_CONTROLS))
    return shown.encode("utf-8", "replace").decode()
