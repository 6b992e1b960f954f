from companion.topics.table import context_of, protected, sensitive, topics, weight_of


def test_there_are_about_thirty_topics_each_with_prompts_and_examples():
    assert 28 <= len(topics()) <= 36
    assert all(len(it.prompts) >= 3 and len(it.examples) >= 4 for it in topics().values())


def test_article_nine_weighs_more_than_what_we_added():
    assert weight_of("health") == 1
    assert weight_of("debt") == 0.7
    assert weight_of("food") == weight_of("nothing we know") == 0


def test_the_sensitive_ones_are_those_with_a_weight():
    assert {"health", "religion", "sexuality", "politics", "debt"} <= set(sensitive())
    assert "sport" not in sensitive()


def test_the_part_of_life_is_that_of_the_first_topic():
    assert context_of(("careers", "money")) == "work"
    assert context_of(("weather",)) is None
    assert context_of(("made up",)) is None
    assert context_of(()) is None


def test_what_article_nine_protects_are_parts_of_life_with_topics_to_agree_to():
    assert set(protected()) == {"health", "mind", "politics", "relationships", "religion"}
    assert protected()["mind"] == {"mental health"}
    assert set().union(*protected().values()) <= set(sensitive())
