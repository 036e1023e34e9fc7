"""Scales are known by their words: their order, their middle, and what stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.topics.survey.reading.ordinal_options import ordered
from pipeline.topics.survey.reading.scales import is_beside, numbered_scale, scale_of, simplified, wordings

CASES = [
    (["stimme voll zu", "teils/teils", "stimme gar nicht zu"],
     ("stimme gar nicht zu", "teils/teils", "stimme voll zu"), "teils/teils"),
    (["Stimme eher zu", "Stimme voll zu", "Stimme eher nicht zu"],
     ("Stimme gar nicht zu", "Stimme eher nicht zu", "Stimme eher zu", "Stimme voll zu"), None),
    (["trifft zu", "trifft eher zu", "trifft eher nicht zu", "trifft nicht zu"],
     ("trifft nicht zu", "trifft eher nicht zu", "trifft eher zu", "trifft zu"), None),
    (["sehr zufrieden", "zufrieden", "weniger zufrieden", "unzufrieden"],
     ("unzufrieden", "weniger zufrieden", "zufrieden", "sehr zufrieden"), None),
    (["sehr gut", "gut", "mittel", "schlecht", "sehr schlecht"],
     ("sehr schlecht", "schlecht", "mittel", "gut", "sehr gut"), "mittel"),
    (["immer", "oft", "manchmal", "selten", "nie"], ("nie", "selten", "manchmal", "oft", "immer"), "manchmal"),
    (["zufrieden", "unzufrieden", "weiß nicht / keine Angabe"], ("unzufrieden", "zufrieden"), None),
    (["sehr wichtig", "eher unwichtig", "eher wichtig", "sehr unwichtig", "weiß nicht"],
     ("sehr unwichtig", "eher unwichtig", "eher wichtig", "sehr wichtig"), None),
    (["Strongly agree", "Agree", "Neutral", "Disagree", "Strongly disagree"],
     ("Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"), "Neutral"),
    (["zufrieden", "teils, teils", "unzufrieden"], ("unzufrieden", "teils, teils", "zufrieden"), "teils, teils"),
    (["Ja", "eher ja", "eher nein", "Nein"], ("Nein", "eher nein", "eher ja", "Ja"), None),
]  # fmt: skip


@pytest.mark.parametrize(("labels", "steps", "neutral"), CASES)
def test_a_scale_runs_from_its_negative_to_its_positive_end(
    labels: list[str], steps: tuple[str, ...], neutral: str | None
) -> None:
    scale = scale_of(labels)
    assert scale is not None
    assert (scale.steps, scale.neutral) == (steps, neutral)


@pytest.mark.parametrize(
    "labels", [["Ja", "Nein"], ["Stadt", "Land"], ["stimme voll zu", "rot"], ["weiß nicht"], ["neutral"], []]
)
def test_what_is_no_scale_is_none(labels: list[str]) -> None:
    assert scale_of(labels) is None


@pytest.mark.parametrize(
    "label",
    [
        "weiß nicht",
        "Weiss nicht",
        "keine Angabe",
        "k. A.",
        "I don’t know",
        "Entfällt",
        "weiß nicht / keine Angabe",
        "Weiß nicht/k. A.",
        "weiß nicht (keine Angabe)",
    ],
)
def test_no_answer_stands_beside_every_scale(label: str) -> None:
    assert is_beside(label)


@pytest.mark.parametrize(
    ("question", "answers", "steps"),
    [
        ("Wie war es? (1 = sehr gut, 5 = sehr schlecht)", ["1", "2", "4"],
         ("5 (sehr schlecht)", "4", "3", "2", "1 (sehr gut)")),
        ("Wie war es?", ["1 (trifft gar nicht zu)", "2", "4 (trifft voll zu)"],
         ("1 (trifft gar nicht zu)", "2", "3", "4 (trifft voll zu)")),
        ("Wie viele?", ["1", "2"], None),
        ("Note: 1 = oben, 5 = unten", ["1"], None),
        ("1 = gar nicht, 3 = sehr", ["1", "7"], None),
    ],
)  # fmt: skip
def test_numbers_are_a_scale_where_their_ends_are_named(
    question: str, answers: list[str], steps: tuple[str, ...] | None
) -> None:
    scale = numbered_scale(question, answers)
    assert (scale.steps if scale else None) == steps


@given(st.data())
def test_the_order_of_answers_does_not_change_a_scale(data: st.DataObject) -> None:
    wording = data.draw(st.sampled_from(wordings()))
    labels = data.draw(st.lists(st.sampled_from(sorted(wording.places)), min_size=2, max_size=6, unique=True))
    shuffled = data.draw(st.permutations(labels))
    one, other = scale_of(labels), scale_of(shuffled)
    assert (one and one.steps) == (other and other.steps)


@pytest.mark.parametrize(
    ("labels", "steps"),
    [
        (("MittlereKenntnisse", "GeringeKenntnisse", "GuteKenntnisse"),
         ("Geringe Kenntnisse", "Mittlere Kenntnisse", "Gute Kenntnisse")),
        (("hoher Bedarf", "kein Bedarf", "mittlerer Bedarf"), ("kein Bedarf", "mittlerer Bedarf", "hoher Bedarf")),
        (("großes Interesse", "wenig Interesse", "kein Interesse"),
         ("kein Interesse", "wenig Interesse", "großes Interesse")),
    ],
)  # fmt: skip
def test_how_much_of_something_is_a_scale_and_gets_no_step_that_nobody_chose(
    labels: tuple[str, ...], steps: tuple[str, ...]
) -> None:
    scale = scale_of(labels)
    assert scale is not None
    assert scale.steps == steps


def test_no_wording_says_two_things_with_one_phrase() -> None:
    for wording in wordings():
        for place, phrase in wording.usual.items():
            assert wording.places[simplified(phrase)] == place, (wording.name, phrase)


@pytest.mark.parametrize(
    "options",
    [
        ("täglich", "mehrmals pro Woche", "einmal pro Woche", "seltener", "nie"),
        ("mehrmals wöchentlich", "wöchentlich", "monatlich", "seltener"),
        ("2-3x pro Woche", "1x pro Woche", "2x im Monat", "1x im Jahr"),
        ("mehrmals im Monat", "einmal im Monat", "mehrmals im Jahr", "einmal im Jahr", "noch nie"),
        ("daily", "once a week", "once a month", "never"),
        ("unter 18", "18–30", "31–60", "über 60"),
    ],
)
def test_options_that_have_an_order_keep_it(options: tuple[str, ...]) -> None:
    assert ordered(sorted(options)) == options


@pytest.mark.parametrize("options", [("Woche", "Berg", "Meer"), ("nie", "selten", "gar nicht"), ("Tag", "Nacht")])
def test_options_without_an_order_have_none(options: tuple[str, ...]) -> None:
    assert ordered(options) == ()
