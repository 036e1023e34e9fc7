"""A made-up association with enough of everything to fill a report: no real name, no real number."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from pipeline.base.figures import Figures
from pipeline.base.keys import TOTAL, Key
from pipeline.base.marks import Run, mark, runs
from pipeline.base.records import Count, Tables
from pipeline.base.settings import OwnOrganisation, ReportSettings, Settings
from pipeline.charts.chart import Chart
from pipeline.narrative.chapter import Chapter, Paragraph, Section, TextTable
from pipeline.publish.content import Content
from pipeline.topics import registry
from tests import build
from tests.steps import count

YEAR = 2021
PROJECTS = ("Lesewerkstatt", "Streuobst")
KINDS = ("Treffen", "Gespräch", "Arbeitskreis", "Veranstaltungsteilnahme")
SUBJECTS = (
    "Öffentlichkeitsarbeit für das Sommerfest",
    "Abstimmung mit den Grundschulen im Landkreis",
    "Pflegeplan der Wiesen an der Mühle",
    "Vergabe der Räume in der Stadtbücherei",
    "Vorbereitung der Mitgliederversammlung",
)
SHOWN = "Wie Kinder lesen lernen: Stand der Forschung und was in der Schule davon ankommt"
EVENTS = (
    ("2020-06-20", "Streuobst", "Informationsveranstaltung", "Alte Sorten neu entdeckt", "Lindenau", 45),
    ("2020-09-12", "Lesewerkstatt", "Lesung", "Geschichten vom Fluss", "Stadtbücherei", 80),
    ("2021-02-11", "Lesewerkstatt", "Fachforum", SHOWN, "Lindenau", 64),
    ("2021-03-20", "Streuobst", "Schnittkurs", "", "Mühlwiese", 18),
    ("2021-04-24", "Lesewerkstatt", "Vorlesetag", "Hundert Bücher, hundert Stimmen", "Marktplatz",
     Count("mindestens", 150, None, "über 150")),
    ("2021-05-08", "Streuobst", "Exkursion", "Von Wiese zu Wiese", "Oberlinden", 32),
    ("2021-06-19", "Lesewerkstatt", "Sommerfest", "", "Stadtpark", Count("spanne", 200, 250, "200-250")),
    ("2021-09-18", "Streuobst", "Apfelfest", "Pressen, probieren, pflanzen", "Mühlwiese",
     Count("ungefähr", 300, None, "ca. 300")),
    ("2021-10-09", "Streuobst", "Schnittkurs", "", "Mühlwiese", 21),
    ("2021-11-19", "Lesewerkstatt", "Bundesweiter Vorlesetag", "Wir lesen weiter", "Stadtbücherei", None),
)  # fmt: skip


def tables(meetings: int = 64) -> Tables:
    """Return the rows of the sample; `meetings` of them are meetings of two years."""
    start, days = date(2020, 2, 3), 690
    met = [
        {
            "datum": start + timedelta(days=round(i * days / meetings)),
            "projekt": PROJECTS[i % 3 % 2],
            "art": KINDS[i * i % 4],
            "thema": SUBJECTS[i % 5],
            "ort": "Lindenau",
        }
        for i in range(meetings)
    ]
    held = [
        {
            "datum": day, "projekt": project, "format": kind, "titel": title, "ort": place, "teilnehmerzahl": people,
            "veranstalter": ["Verein der Lesefreunde", "Stadt Lindenau", "Landfrauen Oberlinden"][: 1 + i % 3],
            "mitwirkende": ["Dr. Ada Beispiel"] if i % 4 == 0 else [], "zielgruppe": "Familien" if i % 3 == 0 else "",
        }
        for i, (day, project, kind, title, place, people) in enumerate(EVENTS)
    ]  # fmt: skip
    values = [
        {"bezeichnung": "Mitglieder", "jahr": year, "wert": Decimal(number), "einheit": "Personen"}
        for year, number in ((2020, 212), (2021, 231))
    ]
    return build.tables(treffen=met, veranstaltungen=held, werte=values)


def figures(given: Tables) -> Figures:
    """Return the figures as the counting room counts them."""
    return count(given, SETTINGS, YEAR)


def paragraph(text: str, kind: str = "absatz") -> Paragraph:
    """Return a paragraph from a text with marked figures."""
    return Paragraph(runs(text), kind)  # type: ignore[arg-type]


def chapters(given: Figures) -> tuple[Chapter, ...]:
    """Return a foreword, two project chapters and an outlook."""

    def shown(key: str, words: str = "") -> str:
        return mark(key, words or str(given[key].value))

    foreword = Chapter("vorwort", "text", "Vorwort", (Section("text", "", (
        paragraph("Liebe Mitglieder, liebe Freundinnen und Freunde des Vereins,"),
        paragraph("ein Jahr voller Seiten und Blüten liegt hinter uns. In der Lesewerkstatt haben Kinder ihre ersten "
                  "eigenen Geschichten geschrieben, auf den Wiesen standen junge Bäume neben den alten. "
                  f"Mit {shown('allgemein.werte.mitglieder.2021')} Mitgliedern sind wir so viele wie nie zuvor."),
        paragraph("Dieser Bericht erzählt, was daraus geworden ist. Er ist aus den Tabellen entstanden, in denen "
                  "unsere Ehrenamtlichen das Jahr über festhalten, wer sich getroffen hat und was stattfand. Jede Zahl "
                  "lässt sich bis zu ihren Zeilen zurückverfolgen."),
        paragraph("Wir danken allen, die mitgelesen, mitgeschnitten und mitgeschrieben haben."),
        paragraph("Der Vorstand"),
    )),))  # fmt: skip
    found = [foreword]
    for project in PROJECTS:
        p = project.lower()
        about = f"rund {given[p + '.treffen.anzahl'].value}"
        overview = (
            paragraph(f"Das Projekt {project} begann 2020 mit einer einfachen Frage: Wer macht mit? Seither kamen "
                      f"Menschen zu {shown(f'{p}.treffen.anzahl', about)} "
                      "Treffen, Gesprächen sowie Arbeitskreis- und Veranstaltungsteilnahmen zusammen. Die "
                      "Öffentlichkeitsarbeit lag in den Händen einer kleinen Gruppe, die Zusammenarbeit mit der "
                      "Stadt Lindenau und den Nachbargemeinden trug die meisten Vorhaben."),
            paragraph("Im Mittelpunkt stand der Austausch zwischen denen, die sich haupt- oder ehrenamtlich "
                      "engagieren: Schulen, Büchereien, Vereine und Betriebe. Wo es möglich war, wurden "
                      "Veranstaltungen gemeinsam vorbereitet und durchgeführt."),
        )  # fmt: skip
        events = (
            paragraph(f"Im Berichtsjahr fanden {shown(f'{p}.veranstaltungen.2021.anzahl')} Veranstaltungen statt. Den "
                      "Auftakt bildete im Februar ein Fachforum, das der Verein gemeinsam mit der Stadt Lindenau "
                      "durchführte. Eltern, Lehrkräfte und Ehrenamtliche sprachen darüber, wie Kinder lesen lernen und "
                      "was in der Schule davon ankommt. Ferner fand im April ein Vorlesetag auf dem Marktplatz statt, "
                      "zu dem über 150 Gäste kamen."),
            paragraph("Des Weiteren wurden im Laufe des Jahres folgende Schwerpunkte gesetzt:"),
            paragraph("Vorlesen an ungewöhnlichen Orten, vom Wochenmarkt bis zum Wartezimmer", "punkt"),
            paragraph("Patenschaften zwischen Schulklassen und Lesepaten, die ein ganzes Schuljahr dauern", "punkt"),
            paragraph("ein gemeinsamer Kalender aller Veranstaltungen in der Region", "punkt"),
            paragraph("Ein Fest im Spätsommer rundete den Veranstaltungszyklus ab."),
        )  # fmt: skip
        met = (
            paragraph(f"Im Jahr 2021 kamen die Beteiligten zu {shown(f'{p}.treffen.2021.anzahl')} Treffen zusammen, im "
                      f"Jahr davor waren es {shown(f'{p}.treffen.2020.anzahl')}. Anfang 2021 fand ein "
                      "Koordinierungstreffen im Rathaus statt; die Teilnehmer kamen von Schulen, Kirchengemeinden, "
                      "der Stadtbücherei und dem Landkreis."),
        )  # fmt: skip
        found.append(
            Chapter(p, "projekt", project, (
                Section("ueberblick", "", overview),
                Section("veranstaltungen", "Veranstaltungen", events),
                Section("treffen", "Treffen und Gespräche", met),
            ), summary=paragraph(
                f"Seit 2020 bringt das Projekt {project} Menschen zusammen, die etwas bewegen wollen. Im Berichtsjahr "
                f"waren es {shown(f'{p}.veranstaltungen.2021.anzahl')} Veranstaltungen und "
                f"{shown(f'{p}.treffen.2021.anzahl')} Treffen."),
                glance=(f"{p}.veranstaltungen.2021.anzahl", f"{p}.treffen.2021.anzahl", f"{p}.treffen.anzahl"))
        )  # fmt: skip
    found.append(Chapter("ausblick", "text", "Ausblick", (Section("text", "", (
        paragraph("Im kommenden Jahr will der Verein die Lesewerkstatt in zwei weitere Gemeinden tragen und auf der "
                  "Mühlwiese vierzig junge Bäume pflanzen. Die Gespräche mit den Schulen laufen bereits."),
    )),)))  # fmt: skip
    return tuple(found)


def survey() -> Chapter:
    """Return the chapter of a small survey, with a table of all answers for the annex."""

    def cells(*texts: str) -> tuple[tuple[Run, ...], ...]:
        return tuple((Run(text),) for text in texts)

    answers = TextTable("", ("Antwort", "Anzahl", "Anteil"), (
        cells("Kommen Sie wieder? (n = 40)"), cells("ja", "30", "75 %"), cells("nein", "10", "25 %"),
    ), (60, 20, 20))  # fmt: skip
    return Chapter("gaeste", "umfrage", "Stimmen der Gäste", (
        Section("methode", "So wurde gefragt", (paragraph("Antworten: 40", "punkt"),)),
        Section("wiederkommen", "Kommen Sie wieder?", (paragraph("Drei von vier kommen wieder."),)),
        Section("zahlen", "Alle Antworten in Zahlen", (), (answers,)),
    ))  # fmt: skip


def _bars(values: list[int], width: float, height: float, title: str) -> str:
    w, h = width * 72 / 25.4, height * 72 / 25.4
    step, top = w / len(values), max(values) or 1
    bars = "".join(
        f'<rect x="{i * step + 2:.1f}" y="{h - 14 - v / top * (h - 30):.1f}" width="{step - 4:.1f}" '
        f'height="{v / top * (h - 30):.1f}" fill="#1f5673"/>'
        f'<text x="{(i + 0.5) * step:.1f}" y="{h - 3:.1f}" text-anchor="middle" font-size="8.5" fill="#595959" '
        f'font-family="Source Sans Pro, sans-serif">{"JFMAMJJASOND"[i % 12]}</text>'
        f'<text x="{(i + 0.5) * step:.1f}" y="{h - 16 - v / top * (h - 30):.1f}" text-anchor="middle" font-size="8.5" '
        f'font-family="Source Sans Pro, sans-serif">{mark(f"gesamt.treffen.{YEAR}-{i + 1:02}.anzahl", str(v))}</text>'
        for i, v in enumerate(values)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" viewBox="0 0 {w:.1f} {h:.1f}" '
        f'role="img"><title>{title}</title>{bars}</svg>'
    )


def charts(given: Tables) -> tuple[Chart, ...]:
    """Return one wide chart and one chart per project."""
    in_month = [0] * 12
    for when in given["treffen"]["datum"]:
        in_month[when.month - 1] += when.year == YEAR
    n = mark("gesamt.treffen.2021.anzahl", str(sum(in_month)))
    shows = f"Treffen je Monat {YEAR}; n = {n}. Quelle: Tabelle „Treffen“."
    alternative = "Säulen: Treffen je Monat, " + ", ".join(map(str, in_month))
    wide = Chart(Key(TOTAL, "jahr"), "Die meisten Treffen lagen im Frühjahr.", shows, alternative,
                 _bars(in_month, 170, 55, alternative), 170)  # fmt: skip
    single = tuple(
        Chart(Key(project.lower(), "treffen"), "In jedem Monat gab es mindestens ein Treffen.", shows,
              f"{project}: {alternative}", _bars(in_month, 126, 48, f"{project}: {alternative}"), 126)
        for project in PROJECTS
    )  # fmt: skip
    return (wide, *single)


SETTINGS = Settings(
    organisation=OwnOrganisation(
        name="Verein der Lesefreunde und Obstwiesen Lindenau e. V.",
        kurz="Lesefreunde",
        anschrift=("Mühlgasse 7", "00000 Lindenau"),
        vertreten_durch="die Vorsitzende",
        email="post@lesefreunde.example",
        internet="www.lesefreunde.example",
    ),
    bericht=ReportSettings(untertitel="Lesen, pflanzen, zusammenkommen",
                   impressum=("Verein und Zahlen sind für Proben erfunden.",)),
)  # fmt: skip


def content(meetings: int = 64, **changes: object) -> Content:
    """Return a whole report's content; `changes` replace its fields."""
    given = tables(meetings)
    counted = figures(given)
    fields = {
        "settings": SETTINGS, "year": YEAR, "tables": given, "figures": counted, "topics": registry.topics(),
        "chapters": chapters(counted),
        "charts": charts(given),
    }  # fmt: skip
    return Content(**(fields | changes))  # type: ignore[arg-type]
