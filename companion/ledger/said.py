"""What an act is about, in words."""

from companion.model import Act, ActKind


def said_by(act: Act) -> str:
    """What an act is about in words; empty where there are none."""
    if act.kind is ActKind.SUBMIT or act.text.startswith(("http://", "https://")):
        return ""
    return act.text.rpartition(" (rank ")[0] or act.text
