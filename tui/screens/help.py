"""Help: every screen, every key, every term."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.widget import Widget

from companion.model import FindingKind
from tui.messages import Chosen
from tui.place import Page, paragraphs, place
from tui.widgets.blocks import Block, Blocks, Heading
from tui.words import book, kind_meaning, kind_title

KEYS = (
    ("arrows, j k", "up and down"),
    ("PgUp PgDn, ^u ^d", "a screen up or down"),
    ("Home End, g G", "first and last"),
    ("i", "what is marked, in a sentence"),
    ("Enter", "open it: the reasoning and the figures"),
    ("p", "the bytes behind it, opened at the place, with the matched part marked"),
    ("y", "copy: the text or sentence, a letter, a link"),
    ("Escape", "back"),
    ("1 to 9, 0", "the screens; the same key again goes back to a screen's beginning"),
    ("/", "search; s order; f filter"),
    ("m, B", "mark what you want to find again; all that is marked"),
    ("u", "take back what you did last"),
    ("N", "let everything pass again that is held back on the way out"),
    ("h", "hide everything, for when others look on; h again shows it"),
    ("T", "the tour: a minute through all screens"),
    ("^p", "all commands, themes among them"),
    ("?", "this page"),
    ("q", "quit; a recording started by `companion watch` then ends too"),
)


@place("?", title="Help", order=99)
class Help(Page):
    """Every screen, every key, every term."""

    def body(self) -> Iterable[Widget]:
        """One column."""
        with Blocks(id="help"):
            yield from self._blocks()

    def on_mount(self) -> None:
        """Put the focus at the top."""
        super().on_mount()
        self.set_focus(self.query(Block).first())

    async def on_chosen(self, message: Chosen) -> None:
        """Go to a screen."""
        self.app.switch_mode(str(message.row))

    def _blocks(self) -> Iterator[Widget]:
        yield Heading("Screens")
        for found in self.desk.places:
            head = Content.assemble((f"{found.key}  ", "$accent"), (found.title, "bold"))
            rest = [Content(words) for words in paragraphs(found.about)]
            yield Block(Content("\n").join([head, *rest]), leads=found.name)
        yield Heading("Keys")
        yield Block(_table(KEYS))
        yield Heading("Kinds of findings")
        kinds = ((kind_title(kind), kind_meaning(kind)) for kind in FindingKind)
        yield Block(_table(kinds))
        yield Heading("How sure a claim is")
        yield Block(_table(book()["level"].items()))
        yield Heading("Terms")
        yield Block(_table(book()["terms"].items()))


def _table(rows: Iterable[tuple[str, str]]) -> Content:
    lines = [Content.assemble((f"{name:<24}", "bold"), said) for name, said in rows]
    return Content("\n").join(lines)
