"""Texte and Werte: what no list can say, and figures that no list holds."""

from __future__ import annotations

from .writing import Cell, Column, Sheet

# Kapitel; Abschnitt; then the text, paragraphs set apart by a blank line.
TEXTS: list[tuple[str, str, str]] = [
    (
        "Vorwort",
        "",
        """\
Liebe Mitglieder, liebe Freundinnen und Freunde der Initiative Region Trier,

wer in unserer Region etwas bewegen will, braucht andere, die mitgehen. Im Jahr {{ jahr }} haben wir das wieder oft \
erfahren: in Sitzungszimmern und Werkstätten, in Klassenräumen und an Bahnsteigen. Menschen aus Betrieben, Schulen, \
Verwaltungen und Vereinen haben sich Zeit genommen, einander zugehört und gemeinsam nach Wegen gesucht.

Dieser Bericht erzählt, was daraus geworden ist. Er handelt von der **Integration** junger Flüchtlinge in Ausbildung \
und Arbeit, die uns seit 2015 begleitet, und von der **Mobilität** in einer Region, deren Alltag nicht an der \
Landesgrenze endet. Und er lässt diejenigen zu Wort kommen, die sich vor Ort um Geflüchtete kümmern: In unserer Umfrage \
haben sie uns offen gesagt, was gelingt und woran es noch fehlt.

Allen, die im vergangenen Jahr mitgewirkt haben, danken wir herzlich.

*Der Vorstand*""",
    ),
    (
        "Integration",
        "Überblick",
        """\
2015 rief der Vorstand der Initiative Region Trier vor dem Hintergrund der drängenden Flüchtlingsfrage ein neues \
Projekt ins Leben. Sein Hauptziel ist ein Forum von Veranstaltungen und Arbeitskreisen, das Information, Austausch und \
Abstimmung zwischen denen ermöglicht, die sich in der Region Trier für Integration einsetzen. Im Mittelpunkt stehen \
ausländische Fach- und Führungskräfte auf ihrem Weg in den Ausbildungs- und Arbeitsmarkt.""",
    ),
    (
        "Integration",
        "Netzwerk",
        """\
Der Arbeitsmarktmonitor der Arbeitsagentur erleichtert dabei als gemeinsames Kommunikationsinstrument Abstimmung und \
Austausch: In seinen Foren treffen sich {{ integration.netzwerk.arbeitsmarktmonitor.teilnehmer | ueber }} Teilnehmer \
aus der Region, ein Querschnitt der Institutionen und Personen, auf die es bei der Integration ankommt.""",
    ),
    (
        "Integration",
        "Initiativen",
        """\
Ministerpräsidentin Dreyer attestierte der IRT ausdrücklich ihr besonderes Engagement bei der Integration von \
Flüchtlingen.""",
    ),
    (
        "Mobilität",
        "Überblick",
        """\
Arbeit, Ausbildung und Ehrenamt finden nur dann zusammen, wenn Menschen hinkommen. Seit 2016 bringt die IRT deshalb \
diejenigen an einen Tisch, die Busse und Bahnen bestellen, Radwege planen, Betriebe führen oder jeden Tag über die \
Grenze nach Luxemburg pendeln. Das Projekt will zeigen, was sich mit vorhandenen Mitteln verbessern lässt, und der \
Region dort eine Stimme geben, wo größere Entscheidungen fallen.""",
    ),
    (
        "Ausblick",
        "",
        """\
Mit der Abschlussveranstaltung im Herbst ist der Veranstaltungszyklus zur Integration zu Ende gegangen, die Arbeit ist \
es nicht. Die Antworten auf unsere Umfrage geben uns Hausaufgaben mit: Wege zur Berufsschule, Sprachförderung neben der \
Ausbildung und mehr Zeit für die Begleitung im Betrieb. Darüber wollen wir mit den Kammern, den Kommunen und dem Land \
im Gespräch bleiben.

Bei der Mobilität steht das kommende Jahr im Zeichen der Verbindungen nach Luxemburg und des Pendlerradwegs. Die \
Arbeitsgruppe trifft sich weiter, und wer mitmachen möchte, ist willkommen.

*Der Vorstand*""",
    ),
]

FIGURES: list[tuple[Cell, ...]] = [
    ("Mitglieder", 2016, 128, "Mitglieder", ""),
    ("Mitglieder", 2017, 134, "Mitglieder", ""),
    ("Haushalt", 2016, 86_500, "Euro", ""),
    ("Haushalt", 2017, 91_200, "Euro", ""),
    ("Ehrenamtliche Stunden", 2016, 1_140, "Stunden", ""),
    ("Ehrenamtliche Stunden", 2017, 1_265, "Stunden", ""),
    ("Vermittelte Praktika", 2016, 23, "Praktika", "Integration"),
    ("Vermittelte Praktika", 2017, 31, "Praktika", "Integration"),
    ("Betriebe mit Jobticket", 2016, 12, "Betriebe", "Mobilität"),
    ("Betriebe mit Jobticket", 2017, 19, "Betriebe", "Mobilität"),
]


def sheets() -> list[Sheet]:
    """Return the two sheets of Texte_und_Werte.xlsx, one row a text."""
    order: dict[tuple[str, str], int] = {}
    rows: list[tuple[Cell, ...]] = []
    for chapter, section, text in TEXTS:
        order[chapter, section] = order.get((chapter, section), 0) + 1
        rows.append((chapter, section, order[chapter, section], text))
    texts = (Column("Kapitel", 16), Column("Abschnitt", 16), Column("Reihenfolge", 12), Column("Text", 100))
    figures = (
        Column("Bezeichnung", 28), Column("Jahr", 8), Column("Wert", 12), Column("Einheit", 14), Column("Projekt", 14),
    )  # fmt: skip
    return [
        Sheet("Texte", "Texte für den Tätigkeitsbericht", texts, rows),
        Sheet("Werte", "Kennzahlen, die in keiner Liste stehen", figures, FIGURES),
    ]
