"""Topics of titles that we wrote ourselves: by the model, by the words, and where each abstains."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from companion.topics import choice
from companion.topics.lexicon import by_words
from companion.topics.model import Model
from companion.topics.table import sensitive, topics
from tests.accuracy.report import Report

TITLES = Path(__file__).with_name("titles") / "titles.toml"
TARGET = 0.85
KEPT = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


class Title(NamedTuple):
    text: str
    topic: str
    language: str

    @property
    def measured(self) -> bool:
        """Whether it is in the half that figures are told of."""
        return blake2b(self.text.encode()).digest()[0] % 2 == 1


def titles() -> Iterator[Title]:
    for topic, languages in tomllib.loads(TITLES.read_text("utf-8")).items():
        for language, texts in languages.items():
            yield from (Title(text, topic, language) for text in texts)


def run(report: Report) -> None:
    every = list(titles())
    half = [it for it in every if it.measured]
    report.line(f"{len(every)} titles, {len({it.language for it in every})} languages;")
    report.line(f"figures are of the {len(half)} that nothing was tuned on")
    _words(report, half)
    model = choice.model()
    if not isinstance(model, Model):
        report.line(f"the model is {choice.why_not()}: make accuracy installs it")
        return
    report.line(f"by {model.name}:")
    _first(report, model, half)
    _decided(report, model, half)


def _words(report: Report, half: Sequence[Title]) -> None:
    told = [(it, by_words(it.text)) for it in half]
    said = [(it, found) for it, found in told if found]
    right = sum(found == (it.topic,) for it, found in said)
    report.line(f"by words alone: {len(said)} of {len(half)} told, {right / len(said):.3f} right")
    wrong = [it for it, found in said if set(found) & set(sensitive())]
    report.check_at_most("sensitive topics told by words alone", len(wrong), 0)


def _first(report: Report, model: Model, half: Sequence[Title]) -> None:
    """Top-1 of all, by language, and the curve of who abstains where the lead is small."""
    names = list(topics())
    ranked = []
    by_language: defaultdict[str, list[bool]] = defaultdict(list)
    for it, row in zip(half, model.likeness([it.text for it in half]), strict=True):
        first, second = row.argsort()[::-1][:2]
        right = names[first] == it.topic
        ranked.append((float(row[first] - row[second]), right))
        by_language[it.language].append(right)
    report.check("top-1", sum(right for _, right in ranked) / len(ranked), TARGET)
    for language, rights in sorted(by_language.items()):
        report.line(f"  {language}: {sum(rights) / len(rights):.3f} of {len(rights)}")
    ranked.sort(reverse=True)
    for share in KEPT:
        kept = ranked[: round(share * len(ranked))]
        right = sum(it for _, it in kept) / len(kept)
        report.line(f"  the {share:.0%} with a lead of {kept[-1][0]:.3f}: {right:.3f} right")


def _decided(report: Report, model: Model, half: Sequence[Title]) -> None:
    """As the program decides: what is told, what of it is right, and what is sensitive."""
    told = zip(half, model.label([it.text for it in half]), strict=True)
    said = [(it, found[0]) for it, found in told if found]
    right = sum(found == it.topic for it, found in said)
    report.line(f"told {len(said)} of {len(half)}, the others have none")
    report.check("right of those told", right / len(said), 0.9)
    touching = [(it, found) for it, found in said if found in sensitive()]
    good = sum(it.topic == found for it, found in touching)
    report.check("right of those told as sensitive", good / len(touching), 0.95)
