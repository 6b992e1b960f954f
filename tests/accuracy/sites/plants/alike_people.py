"""Mail addresses, hashes and numbers of other people."""

import hashlib

from tests.accuracy.sites.plants import planter
from tests.accuracy.sites.plants.personal import sha256
from tests.accuracy.sites.site import uuid
from tests.accuracy.sites.truth import alike
from tests.accuracy.sites.view import View


@planter(0.5)
def other_people(view: View) -> None:
    """Mail addresses, hashes and numbers that are not the person's."""
    drawn = view.same("others", lambda r: r.choice(("ruth", "jonas", "amelie", "pablo")))
    desk = f"service@{view.site.domain}"
    avatar = hashlib.md5(f"{drawn}@{view.site.domain}".encode()).hexdigest()
    number = view.site.speech["phone"] + "000"
    view.part(
        f'<footer><a href="mailto:{desk}">{desk}</a> <a href="tel:{number}">{number}</a></footer>'
        f'<p class="author"><img src="https://secure.gravatar.com/avatar/{avatar}?s=96&a'
        f'mp;d=mm" alt="{drawn}"></p>',
        alike("other people's data", desk),
        alike("other people's data", avatar),
        alike("other people's data", number),
    )


@planter(0.25)
def comments(view: View) -> None:
    told = [
        {
            "id": uuid(view.rng),
            "author": {"name": "Marta Quist", "email_hash": sha256(f"m{n}@mail.example")},
            "text": "+1",
        }
        for n in range(3)
    ]
    view.answer(
        f"https://{view.host}/api/comments?article={view.number}",
        {"comments": told},
        *[alike("other people's data", it["author"]["email_hash"]) for it in told],
        alike("content id", told[0]["id"]),
    )
