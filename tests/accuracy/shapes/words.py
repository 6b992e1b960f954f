"""Made-up things with titles in four languages, the same for the same seed."""

import random
from dataclasses import dataclass

WORDS = {
    "en": (
        "amber river quiet harbour winter paper silver forest copper violin hidden garden broken "
        "lantern northern valley distant thunder wooden bridge golden meadow"
    ),
    "de": (
        "stiller Hafen goldener Garten nördlicher Wald alte Brücke silberner Fluss ferner Donner "
        "kupferne Glocke verborgenes Tal hölzernes Boot warmer Regen"
    ),
    "fr": (
        "rivière calme jardin caché forêt argentée vallée lointaine pont ancien lanterne brisée "
        "hiver doux orage lointain violon cuivré port tranquille"
    ),
    "es": (
        "río tranquilo jardín oculto bosque plateado valle lejano puente antiguo linterna rota "
        "invierno suave trueno distante violín dorado puerto norteño"
    ),
}
LEADS = {
    "en": ("How the {} changed", "Inside the {}", "The {} and the {}", "Why {} matters to {}"),
    "de": ("Wie {} alles änderte", "Im Inneren von {}", "{} und {}", "Warum {} für {} zählt"),
    "fr": ("Comment {} a tout changé", "Au cœur de {}", "{} et {}", "Pourquoi {} compte pour {}"),
    "es": ("Cómo {} lo cambió todo", "Dentro de {}", "{} y {}", "Por qué {} importa a {}"),
}
NAMES = ("Ana Weber", "Jon Ibarra", "Mia Laurent", "Tom Baker", "Lea Fontaine", "Max Keller")
TOPICS = ("Culture", "Science", "Travel", "Money", "Food", "Sports")


@dataclass(frozen=True)
class Thing:
    """Something a list can show."""

    id: int
    title: str
    slug: str
    teaser: str
    author: str
    topic: str
    day: str
    cents: int

    @property
    def path(self) -> str:
        return f"/{self.topic.lower()}/{self.slug}-{self.id}"

    @property
    def image(self) -> str:
        return f"https://img.example/{self.id}/400.jpg"

    @property
    def price(self) -> str:
        return f"{self.cents // 100}.{self.cents % 100:02}"


def things(seed: str, count: int, language: str = "en") -> list[Thing]:
    """So many different things, always the same for a seed."""
    chance = random.Random(f"{seed}{language}")
    made: list[Thing] = []
    seen: set[str] = set()
    while len(made) < count:
        title = _title(chance, language)
        if title not in seen:
            seen.add(title)
            made.append(_thing(chance, title, language))
    return made


def _title(chance: random.Random, language: str) -> str:
    words = WORDS[language].split()
    lead = chance.choice(LEADS[language])
    pairs = [f"{chance.choice(words)} {chance.choice(words)}" for _ in range(lead.count("{}"))]
    title = lead.format(*pairs)
    return title[0].upper() + title[1:]


def _thing(chance: random.Random, title: str, language: str) -> Thing:
    words = WORDS[language].split()
    return Thing(
        id=chance.randrange(10_000, 99_999),
        title=title,
        slug="-".join(word for word in title.lower().split() if word.isascii())[:40].strip("-"),
        teaser=" ".join(chance.choice(words) for _ in range(14)).capitalize() + ".",
        author=chance.choice(NAMES),
        topic=chance.choice(TOPICS),
        day=f"2026-{chance.randrange(1, 10):02}-{chance.randrange(1, 28):02}T08:30:00Z",
        cents=chance.randrange(499, 19_999),
    )
