"""The scripted visitor: weeks of a made-up person's browsing, lived at speed through a proxy."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from urllib.parse import quote, urlsplit

from companion.smallweb.agent import Agent
from companion.smallweb.script import Habit, Script, play
from companion.smallweb.sheet import Link

WEEKS = 12
_WHIM = 0.2
_AD = 0.08
_MORNING, _EVENING = 9, 15


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the visitor is: days lived of all, and exchanges so far."""

    day: int
    days: int
    exchanges: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Whose weeks are lived, how many, and by which chance."""

    script: Script
    weeks: int = WEEKS
    seed: int = 0


type Report = Callable[[Progress], None]
type Jump = Callable[[int], object]


def live(agent: Agent, life: Life, jump: Jump, report: Report) -> None:
    """Lives weeks by the habits of a script; `jump` lets hours pass on the small web.

    The same seed chooses the same pages, as long as the sites show the same.
    """
    chance = Random(life.seed)
    days = 7 * life.weeks
    for day in range(days):
        jump(_MORNING)
        if day == 1:
            play(life.script.later, agent)
        for habit in life.script.habits:
            if day % 7 in habit.days:
                _keep(agent, habit, day, chance)
        jump(_EVENING)
        report(Progress(day + 1, days, agent.fetched))


def choose(links: list[Link], habit: Habit, read: set[str], chance: Random) -> Link | None:
    """What to click on: mostly a title that speaks to one's interests, now and then any."""
    fresh = [link for link in links if link.url not in read and _is_piece(link, habit)]
    if not fresh:
        return None
    if chance.random() < _WHIM:
        return chance.choice(fresh)
    return max(fresh, key=lambda link: (_pull(link, habit), chance.random()))


def _keep(agent: Agent, habit: Habit, day: int, chance: Random) -> None:
    """One visit to a site: its first page, a search now and then, and what one clicks on."""
    read: set[str] = set()
    agent.visit(habit.site)
    if habit.searches and day % 7 == habit.days[0]:
        words = habit.searches[day // 7 % len(habit.searches)]
        agent.follow(Link(words, f"{habit.site}search?q={quote(words)}"))
    for _ in range(habit.pages):
        link = choose(agent.sheet.links, habit, read, chance)
        if link is None:
            return
        read.add(link.url)
        agent.follow(link)
    ads = [link for link in agent.sheet.links if link.paid and _pull(link, habit)]
    if ads and chance.random() < _AD:
        agent.follow(ads[0])


def _is_piece(link: Link, habit: Habit) -> bool:
    """Whether a link leads to a piece of the site: an address of two steps that are words."""
    there = urlsplit(link.url)
    steps = there.path.strip("/").split("/")
    return there.hostname == urlsplit(habit.site).hostname and len(steps) == 2


def _pull(link: Link, habit: Habit) -> int:
    return sum(word in link.text.lower() for word in habit.likes)
