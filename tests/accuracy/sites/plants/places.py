"""Where the person is, as told by address or by themselves; and places that are the page's own."""

from urllib.parse import quote

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.truth import alike, fact, maybe
from tests.accuracy.sites.view import View


def city(view: View) -> str:
    """Where the person is."""
    return view.once("city", lambda r: r.choice(view.site.speech["cities"]))


def latitude(view: View) -> tuple[float, float]:
    """About where that is."""
    return view.once("lat", lambda r: (round(r.uniform(40, 55), 4), round(r.uniform(1, 13), 4)))


@planter(0.3)
def by_address(view: View) -> None:
    ip, (lat, lon) = view.once("ip", lambda r: f"203.0.113.{r.randint(2, 250)}"), latitude(view)
    told = {
        "ip": ip,
        "city": city(view),
        "region": "R1",
        "country_code": view.site.lang.upper(),
        "latitude": lat,
        "longitude": lon,
        "timezone": "Europe/Berlin",
        "currency": "EUR",
    }
    view.answer(
        f"https://geo.{view.site.tracker('geo')}/json",
        told,
        fact("location", ip, also=("identifier",)),
        fact("location", city(view)),
        fact("location", lat),
        fact("location", lon),
        maybe("location", "R1"),
        maybe("location", view.site.lang.upper()),
        maybe("location", "Europe/Berlin"),
        alike("currency", "EUR"),
    )


@planter(0.25)
def in_cookie(view: View) -> None:
    zip_code = view.once("zip", lambda r: str(r.randint(10_000, 99_999)))
    view.cookie(
        "geo",
        quote(f"city={city(view)}&zip={zip_code}", safe=""),
        fact("location", city(view)),
        fact("location", zip_code, also=("trait",)),
        days=7,
    )


@planter(0.25)
def in_beacon(view: View) -> None:
    lat, lon = latitude(view)
    view.ask(
        f"https://w.{view.site.tracker('weather')}/now",
        {"lat": lat, "lon": lon, "units": "metric"},
        fact("location", lat),
        fact("location", lon),
        body=b'{"temp":7.2}',
        kind="application/json",
    )


@planter(0.25)
def in_state(view: View) -> None:
    view.script(
        f'window.__CTX__={{"visitor":{{"geo":{{"city":"{city(view)}","country":"'
        f'{view.site.lang.upper()}"}}}},"market":"{view.site.speech["currency"]}"}};',
        fact("location", city(view)),
        maybe("location", view.site.lang.upper()),
        alike("currency", view.site.speech["currency"]),
    )


@planter(0.35)
def shops(view: View) -> None:
    """A store finder: places of the company, not of the person."""
    towns = view.site.speech["cities"]
    told = {
        "stores": [
            {"id": f"S{n}", "city": it, "zip": f"4{n}210", "lat": 50.1 + n, "lng": 8.2 + n}
            for n, it in enumerate(towns)
        ],
        "countries": ["DE", "FR", "ES"],
    }
    view.answer(
        f"https://{view.host}/api/stores",
        told,
        *[alike("shop's place", it) for it in (towns[1], "40210", 50.1)],
    )


@planter(0.25)
def dateline(view: View) -> None:
    town = view.site.speech["cities"][view.number % 4]
    view.part(
        f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"'
        f'NewsArticle","headline":"{view.title}","contentLocation":{{"@type":"Place","na'
        f'me":"{town}","address":{{"addressLocality":"{town}"}}}}}}</script>',
        alike("article's place", town),
    )
