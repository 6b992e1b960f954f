"""How often narrowing is claimed where there is none, and planted slopes found, in made-up weeks.

A reader's week is three rounds of a list of 20 entries on 12 topics; what chance does to one
week's topics stays by .3 in the next. No rule was made on these readers.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from companion.compare.narrowing import Course
from companion.compare.rules import rule
from tests.accuracy.report import Report
from tests.compare.readers import Reader, course_of

RUNS = 300
SEED = 20_261_124
CALM: Mapping[str, Reader] = {
    "flat": Reader(),
    "flat, 16 weeks": Reader(weeks=16),
    "season": Reader(season=0.5),
    "a catalogue that shrinks for all": Reader(shrinks=-0.03),
    "carried over by .5": Reader(carried=0.5),
    "only own choices narrow": Reader(chooses=-0.04),
}
NARROWING: Mapping[str, Reader] = {
    "0.03 bits a week, 36 weeks": Reader(slope=-0.03),
    "0.05 bits a week, 36 weeks": Reader(slope=-0.05),
    "0.05 bits a week, 20 weeks": Reader(slope=-0.05, weeks=20),
    "0.04 bits a week, own choices too": Reader(slope=-0.04, chooses=-0.04),
}


def run(report: Report) -> None:
    for number, (name, reader) in enumerate(CALM.items()):
        found = courses(reader, RUNS, [SEED, number])
        report.check_at_most(f"{name}: claims", share(found, claimed), 0.05)
    for number, (name, reader) in enumerate(NARROWING.items()):
        found = courses(reader, RUNS, [SEED, 100 + number])
        _told(report, name, reader, found)
    few = course_of(replace(NARROWING["0.05 bits a week, 36 weeks"], weeks=11), dice([SEED]))
    report.check("below 12 weeks: not tested", float(few is None), 1)


def _told(report: Report, name: str, reader: Reader, found: list[Course]) -> None:
    report.line(f"{name}: claimed {share(found, claimed):.3f}")
    report.check("  slope has the right sign", np.mean([it.run.slope < 0 for it in found]), 0.95)
    inside = [it.run.interval[0] <= reader.slope <= it.run.interval[1] for it in found]
    report.check("  slope in its interval", np.mean(inside), 0.9)
    beyond = np.mean([it.beyond_choices for it in found])
    too = np.mean([it.choices_too for it in found])
    report.line(f"  said to leave what is opened {beyond:.3f}, own choices narrowed too {too:.3f}")
    if reader.chooses:
        report.check_at_most("  said to leave what is opened, wrongly", beyond, 0.05)
    else:
        report.check_at_most("  own choices said to narrow, wrongly", too, 0.05)


def courses(reader: Reader, runs: int, seed: list[int]) -> list[Course]:
    """What is measured of so many readers; all have enough weeks."""
    rng = dice(seed)
    return [one for _ in range(runs) if (one := course_of(reader, rng)) is not None]


def claimed(one: Course) -> bool:
    """Whether the program would claim it of the only list of a site."""
    return one.narrows and one.run.p <= rule("possible_q")


def share(found: list[Course], holds) -> float:
    """In how many of the courses something holds."""
    return float(np.mean([holds(one) for one in found]))


def dice(seed: list[int]) -> np.random.Generator:
    """Random numbers."""
    return np.random.default_rng(seed)
