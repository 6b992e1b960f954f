"""How planted facts are told from what is claimed of them."""

from tests.accuracy.report import Report
from tests.accuracy.sites.score import found, right, score
from tests.accuracy.sites.table import tell
from tests.accuracy.sites.truth import Step, alike, fact, identifier, maybe, seed
from tests.builders import a_signal, an_exchange


def of(kind, value, **changes):
    return a_signal(kind=kind, value=value, tokens=(), **changes)


def step(*marks):
    return Step(an_exchange("https://ads.example/p"), marks)


def test_a_list_is_found_when_every_label_is_told():
    it = fact("segment", "Garden lovers", "New parents")
    assert found(it, [of("segment", ("New parents", "Garden lovers"))])
    assert found(it, [of("segment", "Garden lovers"), of("segment", "New parents")])
    assert not found(it, [of("segment", "Garden lovers")])


def test_codes_in_one_text_are_several_labels():
    assert found(fact("segment", "101", "102"), [of("segment", "101,102")])
    assert not found(fact("segment", "101", "103"), [of("segment", "101,102")])


def test_a_fact_under_a_kind_that_is_not_accepted_is_missed():
    it = fact("topic", "chess", also=("segment",))
    assert found(it, [of("segment", "chess")])
    assert not found(it, [of("identifier", "chess")])


def test_numbers_are_compared_as_numbers():
    assert found(fact("score", "0.5"), [of("score", "0.50")])
    assert not found(fact("score", "0.5"), [of("score", "0.51")])


def test_part_of_a_long_identifier_will_do_and_part_of_a_label_will_not():
    it = identifier("1234567890.1700000000")
    assert found(it, [of("identifier", "GA1.1.1234567890.1700000000")])
    assert not found(fact("trait", "single"), [of("trait", "single malt")])


def test_a_claim_is_right_only_for_what_stands_in_its_exchange():
    claim = of("trait", "single")
    assert right(claim, [fact("trait", "single")])
    assert right(claim, [maybe("trait", "single")])
    assert not right(claim, [fact("segment", "single")])
    assert not right(of("trait", ("single", "rich")), [fact("trait", "single")])


def test_an_identifier_made_of_the_persons_own_data_is_right_where_they_are_planted():
    claim = of("identifier", "[seed:email:sha256:0a1b]")
    assert right(claim, [seed("email")])
    assert not right(claim, [identifier("k3jd92hf83hd")])


def test_the_same_datum_counts_once_and_is_found_once_is_enough():
    it = identifier("k3jd92hf83hd")
    total = score([(step(it), []), (step(it), [of("identifier", "k3jd92hf83hd")])])
    assert (total.planted["identifier"], total.found["identifier"]) == (1, 1)
    assert (total.claimed["identifier"], total.right["identifier"]) == (1, 1)


def test_what_may_be_told_or_not_counts_for_neither():
    total = score([(step(maybe("consent", "0")), [])])
    assert (total.planted["consent"], total.recall("consent")) == (0, 1.0)


def test_a_look_alike_told_as_something_is_counted_by_sort_and_kind():
    mark = alike("cache buster", "81726354")
    told = score([(step(mark), [of("identifier", "81726354")])])
    quiet = score([(step(mark), [])])
    assert (told.mistaken["cache buster"], told.mistaken_as["identifier"]) == (1, 1)
    assert (quiet.mistaken["cache buster"], quiet.alikes["cache buster"]) == (0, 1)


def test_the_measured_half_has_targets_and_the_tuning_half_has_none(capsys):
    missed = score([(step(identifier("k3jd92hf83hd")), [])])
    measured, tuning = Report(), Report()
    tell(measured, missed, "measured")
    tell(tuning, missed, "tuning")
    assert (measured.missed, tuning.missed) == (1, 0)
    assert "recall of identifier: 0.000 (target 0.950, MISSED)" in capsys.readouterr().out


def test_one_look_alike_told_as_personal_data_misses_the_target():
    found = score([(step(alike("nonce", "81726354")), [of("pii", "81726354")])])
    report = Report()
    tell(report, found, "measured")
    assert report.missed == 2  # its precision, too
