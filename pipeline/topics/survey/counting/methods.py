"""How survey figures were counted, one sentence each for the annex „Methodik“."""

from __future__ import annotations

METHODS = {
    "antworten": "Als Antwort zählt, wer mindestens eine Frage beantwortet hat.",
    "vollstaendig": "Vollständig ist eine Antwort, die bis zum Ende ausgefüllt und abgeschickt wurde.",
    "teilweise": "Teilweise ausgefüllt ist eine Antwort, die begonnen, aber nicht abgeschlossen wurde.",
    "eingeladen": "Die Zahl der Eingeladenen ist aus dem Blatt „Umfrage-Angaben“ übernommen.",
    "ruecklauf": "Der Rücklauf ist der Anteil der Antworten an allen Eingeladenen, auf ganze Prozent gerundet.",
    "n": "Bei jeder Frage ist n die Zahl derer, die sie beantwortet haben; „weiß nicht“ zählt bei Skalen nicht dazu.",
    "anzahl": "Zu jeder Möglichkeit ist gezählt, wie oft sie gewählt wurde.",
    "prozent": "Anteile beziehen sich auf alle, die die Frage beantwortet haben, und sind auf ganze Prozent gerundet.",
    "mehrfach": "Sind mehrere Nennungen möglich, beziehen sich die Anteile auf alle, die mindestens eine Möglichkeit "
    "gewählt haben; sie können dann zusammen mehr als 100 ergeben.",
    "top2": "Zustimmung oder Zufriedenheit meint die höchstens zwei besten Stufen einer Skala, gemessen an allen "
    "Antworten auf der Skala.",
    "unten2": "Ablehnung oder Unzufriedenheit meint ebenso die höchstens zwei schlechtesten Stufen einer Skala.",
    "median": "Der Median ist der mittlere Wert: Je mindestens die Hälfte der Angaben liegt nicht darüber und nicht "
    "darunter. Zwischen unterem und oberem Quartil liegt die mittlere Hälfte.",
    "mittelwert": "Mittelwerte haben eine Nachkommastelle; bei Skalen ohne Zahlen zählt die unterste Stufe 1.",
    "rang": "Der mittlere Rang ist der Durchschnitt der vergebenen Plätze; der erste Platz zählt 1.",
    "ohne": "Ohne Antwort sind alle, die eine Frage leer ließen; vielleicht wurde sie nicht allen gestellt.",
    "gruppe": "Nach Gruppen sind nur die Antworten der jeweiligen Gruppe gezählt; "
    "zu kleine Gruppen sind weggelassen, ebenso "
    "Angaben, die auf zu wenige Personen schließen ließen.",
}
