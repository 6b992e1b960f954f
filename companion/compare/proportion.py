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


def beta(hits: int, count: int, level: float = 0.95) -> tuple[float, float]:
    """Where a share lies after so many hits, by the Beta posterior with prior 1, 1 (Bayes 1763)."""
    from scipy.special import betaincinv  # noqa: PLC0415 - heavy, and only wanted here

    edge = (1 - level) / 2
    low, high = betaincinv(hits + 1, count - hits + 1, (edge, 1 - edge))
    return float(low), float(high)


def beta_more(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How sure it is that the first (hits, count) has the larger share, by both posteriors.

    The exact sum for whole numbers (Cook, Exact calculation of Beta inequalities, 2005).
    """
    import numpy as np  # noqa: PLC0415 - heavy, and only wanted here
    from scipy.special import betaln  # noqa: PLC0415

    (a, b), (c, d) = ((hits + 1, count - hits + 1) for hits, count in (one, other))
    i = np.arange(a)
    terms = betaln(c + i, b + d) - np.log(b + i) - betaln(1 + i, b) - betaln(c, d)
    return float(np.exp(terms).sum())


def _interval(hits: int, count: int, level: float, method: str) -> tuple[float, float]:
    from scipy.stats import binomtest  # noqa: PLC0415 - heavy, and only wanted here

    found = binomtest(hits, count).proportion_ci(level, method=method)
    return float(found.low), float(found.high)
