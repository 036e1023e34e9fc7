"""Row numbers as ranges, and lines that end where they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish.typography import in_line, isolated, ranges, together, unbroken_end


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((), ""),
        ((7,), "7"),
        ((5, 6), "5, 6"),
        ((5, 6, 7, 8, 9, 12), "5–9, 12"),
        ((12, 5, 7, 6, 5), "5–7, 12"),
    ],
)
def test_ranges_are_compact(numbers: tuple[int, ...], shown: str) -> None:
    assert ranges(numbers) == shown


@given(st.lists(st.integers(1, 60)))
def test_ranges_name_every_number_once(numbers: list[int]) -> None:
    named = []
    for part in filter(None, ranges(tuple(numbers)).split(", ")):
        first, _, last = part.partition("–")
        named += range(int(first), int(last or first) + 1)
    assert named == sorted(set(numbers))


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("Ende der Vorhaben.", 'Ende der <span class="ganz">Vorhaben</span>.'),
        ("im „Rathaus“.", 'im „<span class="ganz">Rathaus</span>“.'),
        ("kurz ab.", "kurz_ab."),
        ("von 23 auf 31.", "von 23 auf_31."),
        ("zehn Vorträge statt.", 'zehn <span class="ganz">Vorträge</span>_statt.'),
        ('siehe <a href="#x">zwölf</a>.', 'siehe_<a href="#x">zwölf</a>.'),
        ("<em>betont</em>", "<em>betont</em>"),
    ],
)
def test_last_word_stays_whole_and_not_alone(html: str, shown: str) -> None:
    assert unbroken_end(html) == shown.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Turngemeinde Oberau 1899 e. V.", "Turngemeinde Oberau 1899_e._V."),
        ("Förderverein e.V.", "Förderverein_e._V."),
        ("Haus & Grund Kiel", "Haus &amp; Grund_Kiel"),
    ],
)
def test_a_name_ends_in_one_line(name: str, shown: str) -> None:
    assert in_line(name) == shown.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("waren es 4 Treffen", "waren es 4_Treffen"),
        ("seit 2015 sind", "seit 2015 sind"),
        ("1.234 Gäste, 12,5 Prozent", "1.234 Gäste, 12,5 Prozent"),
        ("Zeile 5 – 9", "Zeile 5 – 9"),
    ],
)
def test_short_numbers_keep_their_noun(text: str, shown: str) -> None:
    assert together(text) == shown.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("(Veranstalter: LSB) (Ort: Hannover)", "(Veranstalter: LSB; Ort: Hannover)"),
        ("(Art: A) (Beteiligte: B) (Ort: C)", "(Art: A; Beteiligte: B; Ort: C)"),
        ("das Fest (neu) (groß)", "das Fest (neu) (groß)"),
    ],
)
def test_brackets_in_a_row_become_one(typed: str, shown: str) -> None:
    assert together(typed) == shown


def test_a_line_may_end_between_a_title_and_a_bracket() -> None:
    assert isolated("„Equal Care Day“ (Ämter & Höfe)") == "„Equal Care Day“ <wbr>(Ämter &amp; Höfe)"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Sporthalle Oker", "Sporthalle Oker"),
        ("Landessportbund Hannover", '<span class="trennbar">Landessportbund</span> Hannover'),
        ("<b>", "&lt;b&gt;"),
        ("جمعية", "<bdi>جمعية</bdi>"),
        ("Plan_Umbau_Neu.pdf vom Bauamt", '<span class="ganz">Plan_Umbau_Neu.pdf</span> vom Bauamt'),
    ],
)
def test_only_words_that_do_not_fit_may_be_hyphenated(typed: str, shown: str) -> None:
    assert isolated(typed, 50) == shown


@pytest.mark.parametrize(
    "address",
    [
        "https://obstwiese.example/mitmachen?jahr=fruehling", "www.obstwiese.example/streuobst", "obstwiese.example",
        "(www.obstwiese.example)", "imker@obstwiese.example", "Protokoll_Vorstandssitzung_endgueltig",
        "pflanzplan.docx", "„https://obstwiese.example/“.",
    ],
)  # fmt: skip
def test_an_address_gets_no_hyphen_of_ours(address: str) -> None:
    assert isolated(f"Mehr & {address} dazu") == f'Mehr &amp; <span class="ganz">{address}</span> dazu'


@pytest.mark.parametrize(
    "word", ["Helfer:innen", "Gäste*", "Schüler_innen", "e. V.", "z. B.", "i.d.R.", "3.Mai", "a/b"]
)
def test_words_and_numbers_are_no_addresses(word: str) -> None:
    assert isolated(word) == word


def test_a_last_word_that_fills_a_line_may_be_broken() -> None:
    assert unbroken_end(f"für das {'Wort' * 11}.") == f"für das {'Wort' * 11}."
