"""Whether words are found in a text, also where letters were left out: pure."""

LEAST = 3
"""Letters from which on some may be left out; with fewer, nearly everything would be found."""


def fits(words: str, text: str) -> bool:
    """Whether each word stands in the text: as it is, or its letters in order within one word."""
    held = text.casefold()
    tokens = held.split()
    return all(
        wanted in held or (len(wanted) >= LEAST and any(_within(wanted, it) for it in tokens))
        for wanted in words.casefold().split()
    )


def _within(wanted: str, token: str) -> bool:
    if wanted[0] != token[0]:
        return False
    letters = iter(token)
    return all(letter in letters for letter in wanted)
