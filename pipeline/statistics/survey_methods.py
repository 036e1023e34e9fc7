"""How survey figures were counted, one sentence each for the annex „Methodik“."""

from __future__ import annotations

METHODS = {
    "antworten": "Gezählt sind alle, die mindestens eine Frage beantwortet haben.",
    "vollstaendig": "Gezählt sind die Antworten, die bis zum Ende ausgefüllt und abgeschickt wurden.",
    "teilweise": "Gezählt sind die Antworten, die begonnen, aber nicht abgeschlossen wurden.",
    "eingeladen": "Übernommen aus dem Blatt „Umfrage-Angaben“.",
    "ruecklauf": "Anteil der Antworten an allen Eingeladenen, auf ganze Prozent gerundet.",
    "n": "Gezählt sind alle, die diese Frage beantwortet haben; „weiß nicht“ zählt bei Skalen nicht dazu.",
    "anzahl": "Gezählt sind die Antworten je Möglichkeit.",
    "prozent": "Anteil an allen, die die Frage beantwortet haben, auf ganze Prozent gerundet.",
    "mehrfach": "Anteil an allen, die mindestens eine Möglichkeit gewählt haben, auf ganze Prozent gerundet; "
    "Mehrfachnennungen sind möglich, die Anteile ergeben dann zusammen mehr als 100.",
    "top2": "Anteil derer, die eine der (höchstens zwei) besten Stufen gewählt haben, auf ganze Prozent gerundet.",
    "median": "Median und Quartile: Die Hälfte der Angaben liegt unter dem Median, die mittlere Hälfte zwischen dem "
    "unteren und dem oberen Quartil.",
    "mittelwert": "Durchschnitt der Angaben mit einer Nachkommastelle; bei Skalen zählt die unterste Stufe 1.",
    "rang": "Durchschnitt der vergebenen Plätze mit einer Nachkommastelle; der erste Platz zählt 1.",
    "ohne": "Gezählt sind die Antworten, in denen diese Frage leer blieb.",
    "gruppe": "Gezählt sind die Antworten der genannten Gruppe; zu kleine Gruppen werden weggelassen.",
}
