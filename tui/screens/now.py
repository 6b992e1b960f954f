"""Now: where the person is, who is there with them, what just arrived."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from time import monotonic
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from companion.contest.shield import Action, ActionKind
from companion.model import SELF_COPY, Exchange, Origin
from tui.messages import Chosen
from tui.place import Page, place
from tui.queries import arrivals, arrivals_extent, challenging, presence
from tui.shielding import hold_back
from tui.views import Presence, Spot
from tui.widgets.choice import ChoiceScreen
from tui.widgets.columns import Column
from tui.widgets.plain import plain, veiled
from tui.widgets.sources import Stored
from tui.widgets.table import Table
from tui.words import clock, count

NAMED = 6
LOOK_SECONDS = 2.0
"""Between two looks at who is here; reading hundreds of exchanges more often slows the keys."""
EMPTY = (
    "Nothing has arrived yet. While `companion watch` runs, every request of the recorded browser"
    " appears here as it happens."
)


@place("2", title="Now", order=2)
class Now(Page):
    """Where you are, who is here with you, and what just arrived.

    The list follows what arrives while its first row is marked. Move down and it stands still;
    its heading then counts what is new, and g goes back to the top. Enter opens an exchange.

    A site that takes the recording for a robot is named on top; x lets it pass uninspected.

    t has the site you are on asked again as two strangers while you browse it, to compare; once
    more ends that. What was sent is counted, and stands in the list as a copy.

    s holds something back from the site you are on or from the party of the marked line, from now
    on: the opt-out signal, or everything. N lets all pass again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "let_pass", "Let it pass"),
        Binding("t", "twins", "Ask as strangers"),
        Binding("s", "shield", "Hold back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._challenging: tuple[str, ...] = ()
        self._presence: Presence | None = None
        self._looked = -LOOK_SECONDS
        self._offers: tuple[Action, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Two lines over the newest exchanges, and what a person should know at once."""
        yield Static(id="notice", markup=False)
        yield Static(id="presence", classes="lead", markup=False)
        yield Static(EMPTY, id="empty", classes="empty", markup=False)
        yield Table[Exchange](
            Column("When", lambda it: clock(it.seen_at, self.desk.clock()), width=12),
            Column("With", lambda it: it.party, share=3),
            Column("", lambda it: "others" if it.third_party else "site", width=6),
            Column("What", _what, share=4),
            Column(
                "Sort", lambda it: it.response.media_type.rpartition("/")[2], width=10, least=76
            ),
            Column("Answer", lambda it: str(it.status or "none"), width=6, right=True),
            Column("Bytes", lambda it: f"{it.response.length:,}", width=10, least=100, right=True),
            id="arrivals",
        )

    async def renew(self) -> None:
        """Begin, or follow what arrives."""
        table = self.query_one("#arrivals", Table)
        await table.attend(lambda: Stored(self.desk.reader, arrivals, arrivals_extent))
        self.query_one("#empty").display = table.bare
        table.display = not table.bare
        if table.display and self.focused is None:
            self.set_focus(table)
        if monotonic() - self._looked >= LOOK_SECONDS:
            self._looked = monotonic()
            await self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A host can only be let pass where one asks for it, and only a site be compared."""
        if action == "twins":
            return self._presence is not None
        if action == "let_pass":
            return bool(self._challenging)
        return super().check_action(action, parameters)

    async def action_twins(self) -> None:
        """Have the site one is on asked as strangers too, or no more."""
        if self._presence is None:
            return
        site, twins = self._presence.site, self.desk.settings.twins
        on = site not in twins
        self.desk.choose(twins=(*twins, site) if on else tuple(it for it in twins if it != site))
        told = "asked again as two strangers while you browse it" if on else "no longer asked again"
        self.notify(f"{plain(site, 80)} is {told}.", markup=False)
        self._say(self._presence)

    async def action_shield(self) -> None:
        """Offer what can be held back here, and the shield itself."""
        row: Exchange | None = self.query_one("#arrivals", Table).row
        site = self._presence.site if self._presence else ""
        self._offers = tuple(_offers(site, row.party if row else "", self.desk.clock()))
        options = [(str(n), Content(plain(it.words, 120))) for n, it in enumerate(self._offers)]
        shield = ("", Content("All that is held back, and more"))
        self.app.push_screen(ChoiceScreen([*options, shield]), self._held)

    async def _held(self, chosen: str | None) -> None:
        if chosen == "":
            await self.show("shield", None)
        elif chosen is not None:
            await hold_back(self.desk, self._offers[int(chosen)])

    async def action_let_pass(self) -> None:
        """Let the hosts that challenge pass uninspected from now on."""
        hosts = self._challenging
        self.desk.choose(exclude=(*self.desk.settings.exclude, *hosts))
        names = ", ".join(plain(host, 80) for host in hosts)
        self.notify(f"{names}: not looked into any more. Load the page again.", markup=False)
        await self._warn()

    async def _look(self) -> None:
        await self._warn()
        found = await self.desk.reader.study(presence)
        if found != self._presence:
            self._presence = found
            self._say(found)
            self.refresh_bindings()

    def _say(self, found: Presence | None) -> None:
        asked = {*self.desk.settings.twins, *found.asked} if found else ()
        lines = [_presence(found), *_copies(found, asked)] if found else []
        self.query_one("#presence", Static).update(Content("\n").join(lines))

    async def _warn(self) -> None:
        held = self.desk.settings.exclude
        found = await self.desk.reader.ask(challenging)
        self._challenging = tuple(host for host in found if host not in held)
        notice = self.query_one("#notice", Static)
        if notice.display != bool(self._challenging):
            notice.display = bool(self._challenging)
            self.refresh_bindings()
        if self._challenging:
            names = ", ".join(plain(host, 60) for host in self._challenging[:NAMED])
            notice.update(Content(f"{names} may take this recording for a robot. x lets it pass."))

    async def on_chosen(self, message: Chosen) -> None:
        """Open an exchange."""
        await self.show("exchange", Spot(exchange=message.row.id))


def _offers(site: str, party: str, now: datetime) -> Iterator[Action]:
    if site:
        yield Action(kind=ActionKind.GPC, of=site, since=now)
    if party and party != site:
        yield Action(kind=ActionKind.GPC, of=party, since=now)
    if party:
        yield Action(kind=ActionKind.BLOCK, of=party, since=now)


def _what(found: Exchange) -> str:
    address = found.url.partition("://")[2]
    path = veiled("/" + address.partition("/")[2])
    if found.origin is Origin.TWIN:
        return (
            f"{'copy in your name' if found.visitor.name == SELF_COPY else 'as a stranger'} {path}"
        )
    return path if found.method == "GET" else f"{found.method} {path}"


def _copies(found: Presence, twins: Collection[str]) -> Iterator[Content]:
    """What is sent for comparison, shown while it is on or where anything was."""
    sent = found.copies
    if found.site not in twins and not (sent.strangers or sent.mine):
        return
    missing = sum(sent.missing.values())
    why = f" ({plain(next(iter(sent.missing)), 80)})" if missing else ""
    yield Content.assemble(
        ("Asked as strangers: ", "$text-muted"),
        f"strangers {sent.strangers:,} · sent in your name: {sent.mine:,}",
        f" · missing {missing:,}{why}",
    )


def _presence(found: Presence) -> Content:
    place = Content.assemble("You are on ", (plain(found.site, 80), "bold"))
    if found.context:
        place = Content.assemble(place, f"  ({plain(found.context, 40)})")
    if not found.here:
        return Content("\n").join([place, Content.styled("Nobody else is here.", "$text-muted")])
    names = ", ".join(
        f"{plain(party, 60)} ({plain(owner.name, 40)})" if owner else plain(party, 60)
        for party, owner, _ in found.here[:NAMED]
    )
    left = len(found.here) - NAMED
    more = f" and {left:,} more" if left > 0 else ""
    head = f"{count(len(found.here), 'other party', 'other parties')} here with you: "
    return Content("\n").join([place, Content.assemble((head, "$text-muted"), names, more)])
