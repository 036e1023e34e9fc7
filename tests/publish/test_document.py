"""What the report says, before it is set."""

import base64
import hashlib
import html as entities
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from pipeline.base.keys import Key
from pipeline.base.marks import Run, mark
from pipeline.base.records import Count, Tables
from pipeline.base.settings import OwnOrganisation, ReportSettings, Settings
from pipeline.german.calendar import SHORT_MONTHS
from pipeline.narrative.chapter import Chapter, Section, TextTable
from pipeline.publish.document import Document, compose
from pipeline.publish.templates import environment
from tests import build
from tests.publish import sample
from tests.topics.survey.exports import columns, survey


def test_every_figure_in_the_text_leads_to_its_line(document: Document) -> None:
    for html in (document.html, document.screen):
        used = set(re.findall(r'class="zahl" href="#([^"]+)"', html))
        assert used
        for name in used:
            assert html.count(f'id="{name}"') == 1
            assert html.count(f'id="{name.replace("herkunft-", "zahl-")}"') == 1


def test_every_number_in_a_drawing_leads_to_its_line(document: Document) -> None:
    numbers = re.findall(
        r'<text[^>]*><a href="#(herkunft-[^"]+)" tabindex="-1"><title>([^<]+)</title>\d+</a></text>', document.screen
    )
    assert len(numbers) == 36
    for name, sources in numbers:
        assert document.screen.count(f'id="{name}"') == 1
        assert re.match(r"Insgesamt: Treffen im \w+ 2021: Treffen.xlsx, Blatt „Tabelle1“, Zeilen? \d", sources)


def test_on_the_screen_a_drawing_is_told_in_words_and_has_no_stop_for_the_keyboard(document: Document) -> None:
    for chart, svg in zip(
        document.content.charts, re.findall(r"<svg.*?</svg>", document.screen, re.DOTALL), strict=True
    ):
        assert f'<p class="verborgen">{chart.alternative}</p>' in document.screen
        assert 'aria-hidden="true"' in svg
        assert 'role="img"' not in svg
        assert svg.count("<a ") == svg.count('tabindex="-1"') == svg.count("<title>") == len(chart.drawn)
        assert 'role="img"><title>' in document.html


def test_every_drawing_leads_to_the_line_of_its_numbers_and_back(document: Document) -> None:
    for html in (document.html, document.screen):
        for chart in document.content.charts:
            assert (
                f'<figure class="diagramm{" breit" if chart.width > 130 else ""}" id="abbildung-{chart.key}">' in html
            )
            assert html.count(f'<span id="zahlen-{chart.key}"></span>') == 1
            assert html.count(f'href="#zahlen-{chart.key}"') == (2 if html == document.html else 1)
    assert 'href="#abbildung-gesamt.jahr"></a>' in document.html
    assert 'href="#abbildung-gesamt.jahr">zur Abbildung</a>' in document.screen


def test_what_marks_a_figure_is_never_printed(document: Document) -> None:
    for html in (document.html, document.screen):
        assert not re.search("[\ue000-\uf8ff]", html)


def test_no_id_is_given_twice(document: Document) -> None:
    for html in (document.html, document.screen):
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids))


def test_a_survey_called_like_a_project_is_another_chapter_with_its_own_charts() -> None:
    given = sample.content()
    project = next(chapter for chapter in given.chapters if chapter.kind == "projekt")
    asked = Key(project.key, "wiederkommen", survey=True)
    chart = replace(given.charts[1], key=asked, finding="Viele waren zufrieden.")
    twin = replace(sample.survey(), key=project.key)
    both = replace(given, chapters=(project, twin), charts=(*given.charts, chart))
    page = compose(both).screen
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    targets = re.findall(r'href="#(kapitel-[^"]+)"', page)
    assert set(targets) == {f"kapitel-{project.key}", f"kapitel-umfrage.{project.key}"} <= set(ids)
    assert page.index(f'id="kapitel-umfrage.{project.key}"') < page.index("Viele waren zufrieden.")


def test_released_report_is_no_draft() -> None:
    assert "Entwurf" not in compose(sample.content(draft=False)).html


def test_screen_edition_shows_sources_and_asks_nobody_for_anything(document: Document) -> None:
    told = re.search(
        r'<a class="zahl" [^>]*aria-describedby="(quelle-\d+)">\d+</a><span class="quelle" role="tooltip" id="\1">'
        r"Insgesamt: Treffen im Jahr 2021: Treffen.xlsx, Blatt „Tabelle1“, Zeilen ",
        document.screen,
    )
    assert told is not None
    assert 'class="quelle"' not in document.html
    assert not re.findall(r'(?:src|href)="(?!#|data:)', document.screen)
    assert "url(" not in re.sub(r"url\('data:[^']*'\)", "", document.screen)


def test_screen_edition_has_one_title_a_short_cut_and_names_its_tables(document: Document) -> None:
    assert re.findall(r"<h1[^>]*>([^<]+)", document.screen) == ["Tätigkeitsbericht"]
    assert '<a class="sprung" href="#bericht">' in document.screen
    tables = re.findall(r"<table.*?</table>", document.screen, re.DOTALL)
    assert tables
    for table in tables:
        assert "<caption" in table or re.match(r'<table[^>]* aria-label="[^"]+"', table), table[:200]


def test_no_script_runs_but_the_one_that_hides_sources(document: Document) -> None:
    (script,) = re.findall(r"<script>(.*?)</script>", document.screen)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', document.screen)
    assert "default-src 'none'" in entities.unescape(policy)
    assert f"script-src 'sha256-{digest}'" in entities.unescape(policy)
    assert "<script" not in document.html


def test_words_from_right_to_left_turn_nothing_else_round() -> None:
    section = Section("text", "", (sample.paragraph("Besuch von جمعية"),))
    content = replace(sample.content(), chapters=(Chapter("a", "text", "A", (section,)),))
    assert "<bdi>Besuch von\u00a0جمعية</bdi>" in compose(content).html


def test_one_list_of_events_is_printed_once() -> None:
    rows = [{"datum": date(2021, 5, 1), "titel": f"Abend {i}", "projekt": ""} for i in range(4)]
    found = build.tables(veranstaltungen=rows)
    chapter = Chapter("allgemein", "projekt", "Tätigkeiten", ())
    outlook = Chapter("ausblick", "text", "Ausblick", (Section("text", "", (sample.paragraph("Und nun?"),)),))
    for chapters in ((chapter,), (chapter, outlook)):
        page = compose(sample.content(tables=found, figures=sample.figures(found), chapters=chapters, charts=()))
        assert page.html.count("„Abend 3“") == 1
        # Nobody is led to what follows at once.
        assert ('href="#anhang-veranstaltungen">Anhang, Seite' in page.html) == (len(chapters) == 2)


@pytest.mark.parametrize(("held", "tables"), [(1, 0), (2, 1)])
def test_a_single_event_of_a_project_needs_no_table_in_its_chapter(held: int, tables: int) -> None:
    rows = [{"datum": date(2021, 5, 1 + i), "titel": f"Abend {i}", "projekt": "Steg"} for i in range(held)]
    found = build.tables(veranstaltungen=[*rows, {"datum": date(2021, 6, 1), "titel": "Tag", "projekt": "Ufer"}])
    chapter = Chapter("steg", "projekt", "Steg", (Section("veranstaltungen", "", (sample.paragraph("Ein Abend."),)),))
    html = compose(sample.content(tables=found, figures=sample.figures(found), chapters=(chapter,), charts=())).html
    assert html.count("Veranstaltungen 2021</h2>") == tables


@pytest.mark.parametrize(
    ("title", "themes", "shown"),
    [
        ("Vortrag", ("Gesunde Küche",), "„Vortrag“ (Gesunde Küche)"),
        ("Gesunde Küche", ("Gesunde Küche",), "„Gesunde Küche“<"),
        ("", ("Arbeit", "Sprache"), "Arbeit, Sprache<"),
        ("Talk „Mut“", (), "„Talk ‚Mut‘“<"),
    ],
)
def test_tables_tell_title_and_themes(title: str, themes: tuple[str, ...], shown: str) -> None:
    found = build.tables(veranstaltungen=[{"datum": date(2021, 5, 1), "titel": title, "themen": themes}])
    html = compose(sample.content(tables=found, figures=sample.figures(found), chapters=(), charts=())).html
    assert shown in html.replace("<wbr>", "")


@pytest.mark.parametrize(
    ("row", "said", "unsaid"),
    [
        ({"format": "Fest", "titel": "Fest"}, ">Fest<", ["Fest: „Fest“", ">Veranstalter<"]),
        ({"format": "Fest", "veranstalter": ["Stadt Ulm"]}, ">Veranstalter<", []),
    ],
)
def test_a_table_says_nothing_twice_and_nothing_of_nobody(row: dict[str, object], said: str, unsaid: list[str]) -> None:
    found = build.tables(veranstaltungen=[{"datum": date(2021, 5, 1)} | row])
    html = compose(sample.content(tables=found, figures=sample.figures(found), chapters=(), charts=())).html
    table = html[html.index('id="anhang-veranstaltungen"') : html.index('id="methodik"')]
    assert said in table
    assert [one for one in unsaid if one in table] == []


def test_the_state_of_the_data_is_the_last_day_that_they_tell_of_or_not_said() -> None:
    def html(tables: Tables) -> str:
        return compose(sample.content(tables=tables, figures=sample.figures(tables), chapters=(), charts=())).html

    values = build.tables(werte=[{"bezeichnung": "Etat", "jahr": 2021, "wert": Decimal(5)}])
    assert "etzter Eintrag" not in html(values)
    asked = replace(survey(columns({"Kommen Sie?": ["ja", "nein"] * 10})), end=date(2021, 3, 31))
    assert html(replace(values, surveys=(asked,))).count("etzter Eintrag") == 3
    assert "31.\u00a0März 2021" in html(replace(values, surveys=(asked,)))


def test_an_upper_bound_in_a_table_leads_to_its_row_like_any_number() -> None:
    typed = Count("höchstens", 0, 30, "bis 30")
    found = build.tables(veranstaltungen=[{"datum": date(2021, 5, 1), "titel": "Abend", "teilnehmerzahl": typed}])
    html = compose(sample.content(tables=found, figures=sample.figures(found), chapters=(), charts=())).html
    key = "herkunft-allgemein.veranstaltungen.2021-05-01.hoechstens"
    assert re.search(rf'<a class="zahl" href="#{key}"[^>]*>höchst.\s30</a>', html)
    assert re.search(rf'<tr id="{key}"><td>[^<]*, höchstens</td><td class="r wert">30</td><td>[^<]*Zeile 2</td>', html)


def test_what_staff_typed_stays_text() -> None:
    content = sample.content()
    attack = Chapter(
        "a", "text", "<script>alert(1)</script>", (Section("text", "", (sample.paragraph("<b>fett</b>"),)),)
    )
    page = compose(replace(content, chapters=(attack,))).html
    assert "<script>" not in page
    assert "&lt;b&gt;fett&lt;/b&gt;" in page


def test_text_cannot_print_a_figure_that_nobody_counted() -> None:
    section = Section("text", "", (sample.paragraph(mark("nicht.da", "7")),))
    with pytest.raises(KeyError, match=r"nicht\.da"):
        compose(replace(sample.content(), chapters=(Chapter("a", "text", "A", (section,)),)))


def test_every_initiative_stands_in_the_annex() -> None:
    rows = [
        {"datum": date(2019 + i % 3, 5, 1), "art": "Brief", "gegenstand": f"Sache {i}", "adressat": "Kreis Ulm",
         "beteiligte": ["Stadt Lindenau"]}
        for i in range(20)
    ]  # fmt: skip
    tables = build.tables(initiativen=rows)
    html = compose(sample.content(tables=tables, figures=sample.figures(tables), chapters=(), charts=())).html
    annex = html[html.index('id="anhang-initiativen"') : html.index('id="methodik"')]
    assert [i for i in range(20) if f"Sache {i}<" not in annex] == []
    assert "Kreis Ulm, Stadt Lindenau" in annex


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
    heads = [re.findall(r'<th scope="col"[^>]*>([^<]*)', head) for head in re.findall("<thead>.*?</thead>", summed)]
    assert [*SHORT_MONTHS, "Summe"] in [head[1:] for head in heads]
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


def test_every_value_of_the_association_stands_among_the_numbers_of_the_year() -> None:
    rows = [
        {"bezeichnung": f"Größe {i}", "jahr": 2021 - i % 4, "wert": Decimal(100 + i), "einheit": "Jahre"}
        for i in range(20)
    ]
    tables = build.tables(werte=rows)
    html = compose(sample.content(tables=tables, figures=sample.figures(tables), chapters=(), charts=())).html
    page = html[html.index('id="jahr-in-zahlen"') : html.index('id="methodik"')]
    assert [i for i in range(20) if f">{100 + i}</a>" not in page] == []
    assert "Größe 4 (Jahre)" in page


@pytest.mark.parametrize(
    ("years", "there"), [((2021, 2020), False), ((2021,), False), ((2021, 2019), True), ((1998,), True)]
)
def test_values_that_lead_already_are_not_said_again(years: tuple[int, ...], there: bool) -> None:
    tables = build.tables(werte=[{"bezeichnung": "Etat", "jahr": year, "wert": Decimal(year)} for year in years])
    html = compose(sample.content(tables=tables, figures=sample.figures(tables), chapters=(), charts=())).html
    assert ('<table class="antworten schmal werte"' in html) is there


def _annex(**given: Any) -> str:
    tables = build.tables(**{name: rows for name, rows in given.items() if name != "organisation"})
    settings = Settings(organisation=OwnOrganisation(**given.get("organisation", {})))
    content = sample.content(tables=tables, figures=sample.figures(tables), chapters=(), charts=())
    return compose(replace(content, settings=settings)).html


@pytest.mark.parametrize(
    ("name", "kurz", "organisers", "head", "column"),
    [
        ("Chor", "", [["Chor", "IHK"], ["Chor"]], "Gemeinsam mit", ["IHK", "–"]),
        ("Chor", "", [["Chor", "IHK"], ["IHK"]], "Veranstalter", ["Chor, IHK", "IHK"]),
        ("Chor der Musikschule", "", [["Chor der Musikschule", "IHK"], ["IHK"]], "Veranstalter", ["mit IHK", "IHK"]),
        ("Chor der Stadt", "CdS", [["Chor der Stadt"], ["IHK"]], "Veranstalter", ["CdS", "IHK"]),
        ("Chor", "", [["Chor"], ["Chor"]], "", []),
    ],
)
def test_organisers_are_named_where_they_are_news(
    name: str, kurz: str, organisers: list[list[str]], head: str, column: list[str]
) -> None:
    rows = [{"datum": date(2021, 5, i), "titel": "T", "veranstalter": names} for i, names in enumerate(organisers, 1)]
    html = _annex(veranstaltungen=rows, organisation={"name": name, "kurz": kurz})
    table = html[html.index('id="anhang-veranstaltungen"') : html.index('id="methodik"')]
    assert [one for one in ("Veranstalter", "Gemeinsam mit") if f">{one}</th>" in table] == [head] * bool(head)
    assert re.findall(r"„T“</td>\n<td>(.*?)</td><td>–</td>", table) == column


def test_a_sum_of_more_years_than_the_table_shows_says_so() -> None:
    rows = [{"datum": date(year, 5, 1), "art": art} for year in range(2012, 2022) for art in ("Treffen", "Gespräch")]
    assert '<th scope="col" class="r">seit 2012</th>' in _annex(treffen=rows)
    assert '<th scope="col" class="r">Insgesamt</th>' in _annex(treffen=rows[-8:])


def test_a_long_label_below_a_big_number_may_be_hyphenated() -> None:
    html = _annex(werte=[{"bezeichnung": "Freiwilligendienstleistende", "jahr": 2021, "wert": Decimal(3)}])
    assert '<span class="was"><span class="trennbar">Freiwilligendienstleistende</span></span>' in html


def test_a_long_title_is_set_smaller() -> None:
    settings = Settings(
        bericht=ReportSettings(titel="Rechenschafts- und Tätigkeitsbericht des Vorstands und der Kreise")
    )
    assert '<p class="titel lang">' in compose(replace(sample.content(), settings=settings)).html
    assert '<p class="titel">' in compose(sample.content()).html


@pytest.mark.parametrize(
    ("title", "head"), [("Bericht", "Chor · Bericht 2021 · Entwurf"), ("Wort " * 20, "Chor · 2021 · Entwurf")]
)
def test_the_running_head_keeps_to_its_line(title: str, head: str) -> None:
    settings = Settings(organisation=OwnOrganisation(name="Chor"), bericht=ReportSettings(titel=title.strip()))
    assert f'data-kopf="{head}"' in compose(replace(sample.content(), settings=settings)).html


@pytest.mark.parametrize(("rows", "together"), [(2, True), (9, False)])
def test_a_question_stays_with_its_small_tables_only(rows: int, together: bool) -> None:
    table = TextTable("Nach Alter", ("", "Anteil"), (((Run("alt"),), (Run("1"),)),) * rows, (50, 50))
    section = Section("gut", "War es gut?", (sample.paragraph("Ja."),), (table,))
    html = compose(replace(sample.content(), chapters=(Chapter("u", "umfrage", "Umfrage", (section,)),))).html
    assert ('class="abschnitt frage zusammen"' in html) is together


@pytest.mark.parametrize(("chapters", "classes"), [(4, "vorspann"), (13, "vorspann dicht"), (40, "vorspann lang")])
def test_many_chapters_leave_the_imprint_its_room(chapters: int, classes: str) -> None:
    section = Section("text", "", (sample.paragraph("Kurz."),))
    many = tuple(Chapter(f"k{i}", "text", f"Kapitel {i}", (section,)) for i in range(chapters))
    assert f'<div class="{classes}">' in compose(replace(sample.content(), chapters=many)).html
