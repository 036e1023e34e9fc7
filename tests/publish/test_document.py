"""What the report says, before it is set."""

import re
from dataclasses import replace

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from pipeline.narrative.chapter import Chapter, Section
from pipeline.publish.document import Document, compose
from pipeline.publish.templates import environment
from pipeline.statistics.printed import mark
from tests import build
from tests.publish import sample


def test_every_figure_in_the_text_leads_to_its_line(document: Document) -> None:
    for html in (document.html, document.screen):
        used = set(re.findall(r'class="zahl" href="#([^"]+)"', html))
        assert used
        for name in used:
            assert html.count(f'id="{name}"') == 1
            assert html.count(f'id="{name.replace("herkunft-", "zahl-")}"') == 1


def test_no_id_is_given_twice(document: Document) -> None:
    for html in (document.html, document.screen):
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids))


def test_released_report_is_no_draft() -> None:
    assert "Entwurf" not in compose(sample.content(draft=False)).html


def test_screen_edition_shows_sources_and_asks_nobody_for_anything(document: Document) -> None:
    assert 'role="tooltip">Insgesamt: Treffen im Jahr 2021: Treffen.xlsx, Blatt „Tabelle1“, Zeilen ' in document.screen
    assert 'class="quelle"' not in document.html
    assert not re.findall(r'(?:src|href)="(?!#|data:)', document.screen)
    assert "url(" not in re.sub(r"url\('data:[^']*'\)", "", document.screen)


def test_what_staff_typed_stays_text() -> None:
    content = sample.content()
    attack = Chapter(
        "a", "text", "<script>alert(1)</script>", (Section("text", "", (sample.paragraph("<b>fett</b>"),)),)
    )
    html = compose(replace(content, chapters=(attack,))).html
    assert "<script>" not in html
    assert "&lt;b&gt;fett&lt;/b&gt;" in html


def test_text_cannot_print_a_figure_that_nobody_counted() -> None:
    section = Section("text", "", (sample.paragraph(mark("nicht.da", "7")),))
    with pytest.raises(KeyError, match=r"nicht\.da"):
        compose(replace(sample.content(), chapters=(Chapter("a", "text", "A", (section,)),)))


def test_templates_are_kept_in_their_sandbox() -> None:
    with pytest.raises(SecurityError):
        environment().from_string("{{ ''.__class__.__mro__ }}").render()
    with pytest.raises(UndefinedError):
        environment().from_string("{{ tippfehler }}").render()


def test_many_meetings_are_summed_up_by_month() -> None:
    full, summed = compose(sample.content(meetings=64)).html, compose(sample.content(meetings=400)).html
    assert "Pflegeplan der Wiesen" in full
    assert "Pflegeplan der Wiesen" not in summed
    assert 'href="#herkunft-lesewerkstatt.treffen.2021-03.art.gespraech.anzahl"' in summed
    assert len(summed) < 2 * len(full)


def test_last_word_of_a_paragraph_is_not_broken_and_numbers_keep_their_noun(document: Document) -> None:
    assert 'vorbereitet und <span class="ganz">durchgeführt</span>.</p>' in document.html
    assert re.search(r">4</a>\u00a0Veranstaltungen", document.html)


def test_chapters_come_in_the_order_they_were_given(document: Document) -> None:
    order = [
        document.html.index(f'<h1 id="kapitel-{key}"') for key in ("vorwort", "lesewerkstatt", "streuobst", "ausblick")
    ]
    assert order == sorted(order)
    assert document.html.index('<h1 id="jahr-in-zahlen"') < order[1]


def test_tables_of_all_answers_stand_in_the_annex() -> None:
    content = sample.content()
    html = compose(replace(content, chapters=(*content.chapters, sample.survey()))).html
    assert (
        html.index("Kommen Sie wieder?") < html.index('<h1 id="anhang-umfragen"') < html.index("Kommen Sie wieder? (n")
    )
    assert '<a href="#anhang-umfragen">Antworten in Zahlen</a>' in html


def test_report_without_anything_is_still_a_report() -> None:
    empty = build.tables()
    content = sample.content(tables=empty, figures=sample.figures(empty), chapters=(), charts=())
    assert 'id="jahr-in-zahlen"' not in compose(content).html
    assert content.as_of.isoformat() == "2021-12-31"


def test_contents_list_only_what_is_there(document: Document) -> None:
    for html in (document.html, document.screen):
        contents = html[html.index("<nav") : html.index("</nav>")]
        for name in re.findall(r'href="#([^"]+)"', contents):
            assert f'id="{name}"' in html
