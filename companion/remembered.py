"""What was found in bodies that are not kept: it stays, and only a secret is taken out of it."""

from dataclasses import replace

from companion.extract.extract import Extraction
from companion.model import Exchange
from companion.redact.results import clean_act, clean_signal, clean_slate
from companion.redact.secrets import Secrets
from companion.store import acts, signals, slates
from companion.store.database import Database


def remembered(db: Database, exchange: Exchange, now: Extraction, secrets: Secrets) -> Extraction:
    """What was found in an exchange before its bodies went, and what the rest of it says now."""
    key = exchange.id
    told = {it.id: clean_signal(it, secrets) for it in signals.each(db, exchange=key)}
    return replace(
        now,
        signals=tuple((told | {it.id: it for it in now.signals}).values()),
        slates=tuple(clean_slate(it, secrets) for it in slates.in_own_words(db, key)),
        acts=tuple(clean_act(it, secrets) for it in acts.each(db, exchange=key)) or now.acts,
    )
