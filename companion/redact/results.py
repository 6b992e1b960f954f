"""Takes secrets out of what was found in a body that is not kept, where only the result is left."""

from dataclasses import replace

from companion.model import Act, Item, Signal, Slate
from companion.redact.pen import Pen
from companion.redact.secrets import Secrets


def clean_signal(signal: Signal, secrets: Secrets) -> Signal:
    """A signal without secrets; an identifier that held one is not known again by it."""
    value: str | tuple[str, ...]
    if isinstance(signal.value, tuple):
        value = tuple(_clean(part, secrets) for part in signal.value)
    else:
        value = _clean(signal.value, secrets)
    return signal if value == signal.value else replace(signal, value=value, tokens=())


def clean_slate(slate: Slate, secrets: Secrets) -> Slate:
    """A list without secrets."""
    return replace(
        slate,
        heading=_clean(slate.heading, secrets),
        explanation=_clean(slate.explanation, secrets),
        items=tuple(_clean_item(item, secrets) for item in slate.items),
    )


def clean_act(act: Act, secrets: Secrets) -> Act:
    """An act without secrets."""
    return replace(act, text=_clean(act.text, secrets))


def _clean_item(item: Item, secrets: Secrets) -> Item:
    return replace(
        item,
        item=_clean(item.item, secrets),
        title=_clean(item.title, secrets),
        url=None if item.url is None else Pen(secrets, frozenset()).url(item.url),
        reason=None if item.reason is None else _clean(item.reason, secrets),
    )


def _clean(text: str, secrets: Secrets) -> str:
    return Pen(secrets, frozenset()).text(text, sent=False)
