"""Shares of a count, with what they may be in truth."""


def wilson(hits: int, count: int, level: float = 0.95) -> tuple[float, float]:
    """The interval of a share by Wilson (1927); good down to few observations."""
    return _interval(hits, count, level, "wilson")


def clopper_pearson(hits: int, count: int, level: float = 0.95) -> tuple[float, float]:
    """The interval of a share that holds at least as often as it says (1934)."""
    return _interval(hits, count, level, "exact")


def at_most(count: int, level: float = 0.95) -> float:
    """How large a share may be that was never hit in so many tries."""
    return float(1 - (1 - level) ** (1 / count))


def binomial_p(hits: int, count: int, rate: float) -> float:
    """One-sided p of at least so many hits where each had the chance `rate`."""
    from scipy.stats import binomtest  # noqa: PLC0415 - heavy, and only wanted here

    return float(binomtest(hits, count, rate, alternative="greater").pvalue)


def fisher_p(one: tuple[int, int], other: tuple[int, int]) -> float:
    """One-sided p that the first (hits, misses) have the larger share, by Fisher's exact test."""
    from scipy.stats import fisher_exact  # noqa: PLC0415 - heavy, and only wanted here

    return float(fisher_exact([one, other], alternative="greater").pvalue)


def _interval(hits: int, count: int, level: float, method: str) -> tuple[float, float]:
    from scipy.stats import binomtest  # noqa: PLC0415 - heavy, and only wanted here

    found = binomtest(hits, count).proportion_ci(level, method=method)
    return float(found.low), float(found.high)
