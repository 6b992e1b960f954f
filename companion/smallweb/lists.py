"""The lists that sites show: the same for all, chosen and said so, or chosen without a word."""

from dataclasses import dataclass, field

from companion.smallweb.catalogue import Piece, pieces
from companion.smallweb.markup import Markup
from companion.smallweb.page import Entry, shelf
from companion.smallweb.reader import taste
from companion.smallweb.recommend import STRANGER, chosen, everyone, mixed
from companion.smallweb.site import Visit
from companion.smallweb.world import Person


@dataclass(frozen=True, slots=True)
class Section:
    """A list with its heading; `data` stands beside it in JSON, `note` is written under it."""

    heading: str
    entries: list[Entry]
    note: str = ""
    data: dict[str, str] = field(default_factory=dict)

    def markup(self, look: str = "cards") -> Markup:
        """The list in a page."""
        return shelf(self.heading, self.entries, look=look, note=self.note)

    def plain(self) -> dict[str, object]:
        """The list in JSON."""
        noted = {"note": self.note} if self.note else {}
        items = [entry.plain() for entry in self.entries]
        return {**self.data, "heading": self.heading, **noted, "items": items}


def entry(visit: Visit, piece: Piece, reason: str = "") -> Entry:
    """A piece of this site as a line of a list."""
    return Entry(piece, f"/{visit.site.brand.shelf}/{piece.id}", piece.price, reason)


def same_for_all(visit: Visit, heading: str, length: int, topic: str = "") -> Section:
    """What is popular today, the same for everybody; of one topic when one is named."""
    of_topic = [piece for piece in _catalogue(visit) if topic in ("", piece.topic)]
    ordered = everyone(of_topic, (_day(visit), heading))
    return Section(heading, [entry(visit, piece) for piece in ordered[:length]])


def alike(visit: Visit, heading: str, piece: Piece, length: int = 5) -> Section:
    """What goes with a piece, whoever looks."""
    section = same_for_all(visit, heading, length + 1, piece.topic)
    others = [line for line in section.entries if line.piece != piece]
    return Section(heading, others[:length])


def labelled(visit: Visit, person: Person | None, length: int = 4) -> Section | None:
    """A list that is chosen for a person and says so and why; none for a stranger."""
    by = taste(visit, person)
    if person is None or by is STRANGER:
        return None
    picks = chosen(_catalogue(visit), by, _day(visit))[:length]
    heading = "Recommended for you"
    if visit.happens("no_reason"):
        visit.plant("invisible_curation", "a personal list that gives no reason")
        return Section(heading, [entry(visit, piece) for piece in picks])
    entries = [entry(visit, piece, _reason(visit, person, piece)) for piece in picks]
    visit.plant("labelled_list", "a personal list with its reasons")
    return Section(heading, entries, "Chosen for you from what you looked at here.")


def unlabelled(visit: Visit, person: Person | None, besides: Section, length: int) -> Section:
    """A list that does not say whether it is chosen; by its dial it is, in part.

    It stands beside another, and repeats nothing of it.
    """
    shown = {line.piece for line in besides.entries}
    rest = [piece for piece in _catalogue(visit) if piece not in shown]
    share = visit.world.dials["unlabelled_lists"]
    picks = mixed(rest, taste(visit, person), share, _day(visit), length)
    entries = [entry(visit, pick.piece) for pick in picks]
    heading, personal = visit.site.brand.more, sum(pick.personal for pick in picks)
    if person is None or not personal:
        return Section(heading, entries, data={"strategy": "popular"})
    visit.plant("invisible_curation", f"{personal} of {length} places chosen without a word")
    chosen_by = {"strategy": "personalized", "algorithm": "user-history", "userId": person.id}
    return Section(heading, entries, data=chosen_by)


def _reason(visit: Visit, person: Person, piece: Piece) -> str:
    """Why a piece was chosen: the latest act on its topic."""
    known = pieces(visit.site.brand.catalogue)
    act = next(act for act in reversed(person.acts) if act.topic == piece.topic)
    if act.piece in known:
        return f"Because you {visit.site.brand.verb} “{known[act.piece].title}”"
    return "Because you searched for something like it"


def _catalogue(visit: Visit) -> list[Piece]:
    return list(pieces(visit.site.brand.catalogue).values())


def _day(visit: Visit) -> tuple[int, str, str]:
    return visit.world.dials.seed, visit.host, visit.now.date().isoformat()
