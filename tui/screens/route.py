"""One way to contest a finding: what it changes, costs and reveals, where it leads, its letter."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from companion.contest.route import Law, Route
from tui.place import Page
from tui.widgets.blocks import Block, Blocks, Heading
from tui.widgets.plain import plain


class RoutePage(Page):
    """A way to contest. Nothing is ever sent from here; o opens a link in your own browser."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "link", "Open the link"),
        Binding("y", "copy", "Copy the link"),
    ]

    def __init__(self, route: Route, letter: str = "") -> None:
        super().__init__()
        self.route = route
        self.letter = letter

    def body(self) -> Iterable[Widget]:
        """All that is known of the route."""
        with Blocks(id="route"):
            yield from self._blocks()

    def on_mount(self) -> None:
        """Put the focus at the top."""
        super().on_mount()
        self.query(Block).first().focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A link that is not there can't be opened."""
        return bool(self._link()) if action in {"link", "copy"} else True

    def action_link(self) -> None:
        """Open the link outside the recorded browser."""
        self.app.open_url(self._link())

    def action_copy(self) -> None:
        """Put the link into the clipboard."""
        self.app.copy_to_clipboard(self._link())
        self.notify("The link is in the clipboard.", markup=False)

    def _link(self) -> str:
        link = self.route.link
        return link if link.startswith(("https://", "http://")) else ""

    def _blocks(self) -> Iterator[Widget]:
        route = self.route
        yield Block(
            Content("\n").join(
                [
                    Content.styled(plain(route.title), "bold"),
                    *_lines(
                        ("Changes", route.changes),
                        ("Costs", route.costs),
                        ("Takes", route.takes),
                        ("Reveals", route.reveals),
                    ),
                ]
            )
        )
        where = list(_lines(("Link", route.link), ("Way", route.path)))
        for address in route.addresses:
            where += _lines(
                ("To", address.to),
                ("Mail", address.email),
                ("Form", address.webform or address.web),
            )
        if where:
            yield Heading("Where")
            yield Block(Content("\n").join(where))
        if self.letter:
            yield Heading("The letter")
            yield Block(Content("\n").join(Content(plain(it)) for it in self.letter.split("\n")))
        if route.law:
            yield Heading("What it rests on. Information, not advice")
            for law in route.law:
                yield Block(_law(law), classes="-row")
        if route.limits:
            yield Heading("Its limits")
            yield Block(Content("\n").join(Content(f"- {plain(it)}") for it in route.limits))
        yield Heading("Did it work?")
        yield Block(
            Content("\n").join(_lines(("Measure", _again(route)), ("Source", _source(route))))
        )


def _lines(*facts: tuple[str, str]) -> Iterator[Content]:
    for name, said in facts:
        if said:
            yield Content.assemble((f"{name:<9}", "$text-muted"), plain(said, 600))


def _law(law: Law) -> Content:
    return Content.assemble((plain(law.name), "bold"), f"  {plain(law.period)}")


def _again(route: Route) -> str:
    when = f"again after {route.wait_days} days" if route.wait_days else "again at once"
    return f"{when}; it worked if {route.pass_if}"


def _source(route: Route) -> str:
    trust = route.trust
    return " · ".join(it for it in (trust.source, trust.source_date, trust.verified) if it)
