"""The topics of titles: by words at once, by the model when there is time for it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from companion.extract.contexts import by_words as by_sector
from companion.extract.extract import Extraction
from companion.extract.labelled import act_with_topics, slate_with_topics, texts
from companion.ledger.said import said_by
from companion.model import Act, ExchangeId
from companion.store import acts, exchanges, ledger, progress, signals, slates, topics, unjudged
from companion.store.database import Database
from companion.topics.lexicon import by_words
from companion.topics.model import Labeller
from companion.topics.table import weight_of

SOME = 20
"""Exchanges whose titles the model is asked about in one turn."""

type Choose = Callable[[], Labeller | None]


def words_alone() -> Labeller | None:
    """No model."""
    return None


@dataclass(frozen=True, slots=True)
class Labelling:
    """Tells topics on a store; `choose` gives the model, asked for only when it is needed."""

    db: Database
    choose: Choose = words_alone

    def first(self, exchange: ExchangeId, found: Extraction) -> Extraction:
        """The extraction with the topics that are known by now; the others wait for the model."""
        asked = list(dict.fromkeys(texts(found.acts, found.slates, found.signals)))
        model = self.choose() if asked else None
        if model is None:
            return self._told(found, {})
        known = topics.known(self.db, model.name, asked)
        if len(known) < len(asked):
            topics.wait(self.db, exchange)
        self._near(found.acts, model.name)
        return self._told(found, known)

    def step(self) -> int:
        """Tell the topics of a few exchanges that wait; how many those were."""
        waiting = topics.waiting(self.db, SOME)
        found = {key: self._extracted(key) for key in waiting}
        asked = {
            text: None for it in found.values() for text in texts(it.acts, it.slates, it.signals)
        }
        with self.db.atomic():
            known = self._answers(list(asked))
            for key, it in found.items():
                self._keep(key, it, self._told(it, known))
            topics.done(self.db, waiting)
        return len(waiting)

    def _answers(self, asked: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """What the model says of texts, asked only about those it does not know yet."""
        model = self.choose() if asked else None
        if model is None:
            return {}
        known = topics.known(self.db, model.name, asked)
        fresh = [text for text in asked if text not in known]
        kept = topics.agreed(self.db) if fresh else {}
        answers = dict(zip(fresh, model.told(fresh, kept), strict=True)) if fresh else {}
        told = {text: self._allowed(it.topics) for text, it in answers.items()}
        topics.keep(self.db, model.name, told)
        topics.keep_profiles(self.db, model.name, {it: answers[it].profile for it in answers})
        progress.keep_fact(self.db, topics.LABELLER, model.name)
        return known | told

    def _near(self, done: Sequence[Act], labeller: str) -> None:
        """Let acts be found by what they are near to, as far as that is known."""
        said = {it: text for it in done if (text := said_by(it))}
        known = topics.profiles(self.db, labeller, said.values())
        for act, text in said.items():
            ledger.near(self.db, act, known.get(text, ()))

    def _allowed(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Without the sensitive topics that the person has not agreed to."""
        kept = topics.agreed(self.db) if any(map(weight_of, names)) else {}
        return tuple(it for it in names if not weight_of(it) or it in kept)

    def _told(self, found: Extraction, known: Mapping[str, tuple[str, ...]]) -> Extraction:
        def tell(text: str) -> tuple[str, ...]:
            return known.get(text) or by_words(text)

        return replace(
            found,
            acts=tuple(act_with_topics(it, tell) for it in found.acts),
            slates=tuple(slate_with_topics(it, tell) for it in found.slates),
        )

    def _extracted(self, key: ExchangeId) -> Extraction:
        """What is kept of an exchange, its acts as before any topic was told."""
        exchange = exchanges.get(self.db, key, with_bodies=False)
        life = exchange.context if exchange else None
        done = (
            replace(it, context=life or by_sector(it.text))
            for it in acts.each(self.db, exchange=key)
        )
        return Extraction(
            acts=tuple(done),
            slates=tuple(slates.each(self.db, exchange=key)),
            signals=tuple(signals.each(self.db, exchange=key)),
        )

    def _keep(self, key: ExchangeId, before: Extraction, after: Extraction) -> None:
        """Keep what changed, and have its sites judged again."""
        if after.acts != before.acts:
            acts.replace(self.db, key, after.acts)
            unjudged.changed(self.db, min(it.seen_at for it in after.acts))
        self._near(after.acts, progress.fact(self.db, topics.LABELLER))
        if after.slates != before.slates:
            slates.replace(self.db, key, after.slates)
        unjudged.add(self.db, _sites(after) if after != before else ())


def _sites(found: Extraction) -> Iterable[str]:
    return {it.site for it in found.acts} | {it.site for it in found.slates if it.site}
