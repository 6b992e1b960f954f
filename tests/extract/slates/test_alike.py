"""Lists of one document that are made alike: roles told once, the rest asked of each."""

from companion.extract.slates import slates
from companion.extract.slates.alike import Alike
from companion.extract.slates.flatten import tabulate
from companion.extract.slates.titles import Reading
from tests.extract.slates.lists import TITLES, answer, items

TREE = Reading()


def test_a_list_made_alike_has_the_roles_of_the_first():
    alike, first, other = Alike(), tabulate(items()), tabulate([{**it} for it in items()][::-1])
    alike.roles("shelf", first, TREE)
    told = alike.roles("shelf", other, TREE)
    assert told.title.names == ("title",)
    assert told.title in other.columns


def test_a_list_with_other_columns_is_told_by_itself():
    alike, other = Alike(), tabulate([{"url": f"/{n}", "name": it} for n, it in enumerate(TITLES)])
    alike.roles("shelf", tabulate(items()), TREE)
    assert alike.roles("shelf", other, TREE).title.names == ("name",)


def test_few_rows_tell_nothing_of_others():
    alike = Alike()
    few = tabulate([{"a": "Rain", "b": "Why it rained for long"}] * 2)
    many = tabulate([{"a": title, "b": "long and always the same words here"} for title in TITLES])
    alike.roles("shelf", few, TREE)
    assert alike.roles("shelf", many, TREE).title.names == ("a",)


def test_which_items_are_paid_for_is_asked_of_each_list():
    plain = [it | {"sponsored": False} for it in items()]
    paid = [it | {"id": it["id"] * 7, "url": f"{it['url']}/x", "title": f"{it['title']} again"}
            for it in plain]  # fmt: skip
    paid[1]["sponsored"] = True
    delivered = slates(answer({"shelves": [{"items": plain}, {"items": paid}]}))
    assert [sum(it.sponsored for it in one.items) for one in delivered] == [0, 1]
