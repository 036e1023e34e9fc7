"""Which words the patterns of each role may name, and of what kind they are.

A role is what a sentence is for; the names are German because editors of `templates/sentences/` use them.
"""

from __future__ import annotations

from .phrases import Counted, KindPhrase, Listed, Number, Parties, PeopleOrThings, Phrases, Subject, Title, Words

_EVENT: dict[str, type] = {
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
}
_MEETING: dict[str, type] = {
    "art": KindPhrase,
    "eigene": Parties,
    "thema": Subject,
    "ort": Words,
    "ort_genannt": Words,
    "wann": Words,
    "beteiligte": Parties,
    "viele": Words,  # there where more than three took part
    "teilnehmer": Number,
}
_INITIATIVE: dict[str, type] = {
    "art": KindPhrase,
    "gegenstand": Subject,
    "adressat": Parties,
    "beteiligte": Parties,
    "partner": Parties,  # the one or two others where not many made an agreement
    "initiator": Parties,
    "initiator_genannt": Subject,  # „Vorstand der IRT“
    "wann": Words,
}

ROLES: dict[str, dict[str, type]] = {
    "wert": {
        "name": Title, "wert": Number, "vorjahr": Number, "gestiegen": Words, "gesunken": Words, "mehrere": Words,
    },
    # events
    "veranstaltungen_gesamt": {"zeitraum": Words, "anzahl": Number},
    "jahr_gesammelt": {"wann": Words, "formate": Counted, "haeufigste": Counted, "themen": Listed, "anzahl": Number},
    "jahr_frueher": {"jahr": Words, "anzahl": Number, "teilnehmer": Number, "vorher": Words},
    "berichtsjahr": {"jahr": Words, "anzahl": Number, "teilnehmer": Number, "vorjahr": Number, "vorher": Words},
    "veranstaltung": _EVENT,
    "veranstaltung_jahresabschluss": _EVENT,
    "veranstaltung_abschluss": _EVENT,
    "veranstaltung_danach": _EVENT,
    "reihe": _EVENT | {"davon": Counted, "jahr": Words, "vorjahr": Number},
    "veranstaltung_bestbesucht": _EVENT | {"aller": Words, "projekt": Words},
    "weitere_veranstaltungen": {"formate": Phrases, "format": KindPhrase, "reihe": KindPhrase, "genannt": Words,
        "keine": Words},
    # meetings
    "treffen_gesamt": {
        "zeitraum": Words, "anzahl": Number, "arten": Phrases, "arten_gezaehlt": Counted, "haeufigste": Counted,
        "art": KindPhrase, "projekt": Words, "ein_jahr": Words,
    },
    "treffen_jahr": {"jahr": Words, "anzahl": Number, "vorjahr": Number, "vorher": Words, "keines": Words},
    "treffen": _MEETING,
    "treffen_danach": _MEETING,
    # network
    "netzwerk": {
        "teilnehmer": Number, "institutionen": Number, "haupt_und_ehrenamtlich": Words, "ehrenamtlich": Words,
        "hauptamtlich": Words, "viele": Words, "alle_mit_institution": Words, "projekt": Words, "schwerpunkt": Words,
    },
    "netzwerk_gruppen": {"gruppen": Listed, "gruppe": Title},
    # initiatives
    "initiativen_auftakt": {"anzahl": Number, "schwerpunkt": Words, "projekt": Words, "auch": Words},
    "initiative": _INITIATIVE,
    "initiativen_gesammelt": _INITIATIVE | {"davon": Counted, "gegenstaende": Listed, "gegenstaende_zitiert": Listed},
    "weitere_initiativen": {"art": KindPhrase, "reihe": KindPhrase, "davon": Counted, "genannt": Words},
    # survey and summary
    "umfrage": {
        "titel": Title, "benannt": Title, "von": Parties, "befragte": PeopleOrThings, "antworten": Number,
        "wann": Words,
        "ruecklauf": Number, "projekt": Words,
    },
    "zusammenfassung": {
        "jahr": Words, "veranstaltungen": Number, "treffen": Number, "teilnehmer": Number,
        "netzwerk": Number, "initiativen": Number, "projekt": Words,
    },
}  # fmt: skip
