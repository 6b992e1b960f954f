"""Takes secrets out of an exchange before anything of it is kept.

The person's seeds in all their forms, passwords, codes, cards, accounts, authorization, sign-in
cookies and anti-forgery values give way to tokens, at every depth of encoding: the smallest span
of the outer text that carries one. Tracking identifiers stay: letters and measurements need them.
"""

from dataclasses import replace

from companion.model import Exchange
from companion.redact.pen import Pen
from companion.redact.places import places
from companion.redact.secrets import Secrets


def redact(exchange: Exchange, secrets: Secrets) -> Exchange:
    """A decoded exchange without its secrets, with a record of them; itself if it has none.

    Redacting again changes nothing; with a further seed it takes out that one too.
    """
    pen = Pen(secrets, frozenset(one.token for one in exchange.redactions))
    clean = pen.exchange(exchange)
    if not pen.written:
        return exchange
    told = dict.fromkeys((*exchange.redactions, *places(clean, pen.written)))
    return replace(clean, redactions=tuple(told))
