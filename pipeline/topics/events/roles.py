"""What the sentences about events are for, and what they may name."""

from __future__ import annotations

from ...narrative.phrases import Counted, KindPhrase, Listed, Number, Parties, PeopleOrThings, Phrases, Title, Words
from ...narrative.roles import Roles
from ...narrative.template_language import Names

_EVENT: Names = {
    "format": KindPhrase,  # „Fachforum“
    "titel": Title,
    "themen": Listed,
    "ort": Words,  # „in Prüm“, with its preposition
    "ort_genannt": Words,  # the place as typed, where no preposition is known
    "wann": Words,  # „im März“; empty where the sentence already begins with it
    "veranstalter": Parties,  # all organisers
    "viele": Words,  # there where more than three are partners
    "partner": Parties,  # those beside the association itself
    "eigene": Parties,  # the association, where it is an organiser
    "zielgruppe": PeopleOrThings,
    "zielgruppe_genannt": Words,  # „nur für Mitglieder“
    "programm": PeopleOrThings,
    "mitwirkende": PeopleOrThings,
    "teilnehmer": Number,
    "feierlich": Words,  # there where nobody „carries it out“: an opening, a feast
}

ROLES: Roles = {
    "veranstaltungen_gesamt": {"zeitraum": Words, "anzahl": Number},
    "jahr_gesammelt": {"wann": Words, "formate": Counted, "haeufigste": Counted, "themen": Listed, "anzahl": Number},
    "jahr_frueher": {"jahr": Words, "anzahl": Number, "teilnehmer": Number, "vorher": Words},
    "berichtsjahr": {"jahr": Words, "anzahl": Number, "teilnehmer": Number, "vorjahr": Number, "vorher": Words},
    "veranstaltung": _EVENT,
    "veranstaltung_jahresabschluss": _EVENT,
    "veranstaltung_abschluss": _EVENT,
    "veranstaltung_danach": _EVENT,
    "reihe": {**_EVENT, "davon": Counted, "jahr": Words, "vorjahr": Number},
    "reihe_verschieden": {
        **_EVENT, "davon": Counted, "reihe": Title, "anzahl": Number, "beste": Title, "meiste": Number,
    },
    "veranstaltung_bestbesucht": {**_EVENT, "aller": Words, "projekt": Words},
    "weitere_veranstaltungen": {
        "formate": Phrases, "format": KindPhrase, "reihe": KindPhrase, "genannt": Words, "keine": Words,
        "anzahl": Number,
    },
}  # fmt: skip
