"""Several addons as one, so that a hook that fails costs nobody their browsing.

mitmproxy asks every addon at every event, twice for each flow; with four addons that asking alone
takes longer than all they do.
"""

from collections.abc import Callable
from inspect import iscoroutinefunction

from addons.edge import Edge

_START_AND_END = ("load", "configure", "running", "done")

type Hook = Callable[..., object]


class Together:
    """Has every hook that one of its parts has, and calls those parts in order."""

    def __init__(self, edge: Edge, *parts: object) -> None:
        names = {name for part in parts for name in dir(type(part)) if not name.startswith("_")}
        for name in names:
            hooks = [getattr(part, name) for part in parts if hasattr(part, name)]
            setattr(self, name, _joined(edge, name, hooks))


def _joined(edge: Edge, name: str, hooks: list[Hook]) -> Hook:
    if any(map(iscoroutinefunction, hooks)):
        (only,) = hooks  # a second part of that name would never be called
        return only

    def in_order(*given: object) -> None:
        for hook in hooks:
            hook(*given)

    def fails_open(subject: object) -> None:
        for hook in hooks:
            try:
                hook(subject)
            except Exception as error:  # noqa: BLE001 - the person's browsing comes first; counted
                edge.failed(name, error)

    return in_order if name in _START_AND_END else fails_open
