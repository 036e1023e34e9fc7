"""Which words the patterns of each role may name, and of what kind they are.

A role is what a sentence is for; the names are German because editors of `templates/sentences/` use them.
"""

from __future__ import annotations

from .phrases import Counted, Group, Kind, Listed, Number, Parties, Phrases, Said, Subject, Title

_EVENT: dict[str, type] = {
    "format": Kind,  # „Fachforum“
    "titel": Title,
    "themen": Listed,
    "ort": Said,  # „in Prüm“, with its preposition
    "ort_genannt": Said,  # the place as typed, where no preposition is known
    "wann": Said,  # „im März“; empty where the sentence already begins with it
    "veranstalter": Parties,  # all organisers
    "viele": Said,  # there where more than three are partners
    "partner": Parties,  # those beside the association itself
    "eigene": Parties,  # the association, where it is an organiser
    "zielgruppe": Group,
    "zielgruppe_genannt": Said,  # „nur für Mitglieder“
    "programm": Group,
    "mitwirkende": Group,
    "teilnehmer": Number,
}
_MEETING: dict[str, type] = {
    "art": Kind,
    "eigene": Parties,
    "thema": Subject,
    "ort": Said,
    "ort_genannt": Said,
    "wann": Said,
    "beteiligte": Parties,
    "viele": Said,  # there where more than three took part
    "teilnehmer": Number,
}
_INITIATIVE: dict[str, type] = {
    "art": Kind,
    "gegenstand": Subject,
    "adressat": Parties,
    "beteiligte": Parties,
    "partner": Parties,  # the one or two others where not many made an agreement
    "initiator": Parties,
    "initiator_genannt": Subject,  # „Vorstand der IRT“
    "wann": Said,
}

ROLES: dict[str, dict[str, type]] = {
    "wert": {
        "name": Title, "wert": Number, "vorjahr": Number, "gestiegen": Said, "gesunken": Said, "mehrere": Said,
    },
    # events
    "veranstaltungen_gesamt": {"zeitraum": Said, "anzahl": Number},
    "jahr_gesammelt": {"wann": Said, "formate": Counted, "haeufigste": Counted, "themen": Listed, "anzahl": Number},
    "jahr_frueher": {"jahr": Said, "anzahl": Number, "teilnehmer": Number, "vorher": Said},
    "berichtsjahr": {"jahr": Said, "anzahl": Number, "teilnehmer": Number, "vorjahr": Number, "vorher": Said},
    "veranstaltung": _EVENT,
    "veranstaltung_jahresabschluss": _EVENT,
    "veranstaltung_abschluss": _EVENT,
    "veranstaltung_danach": _EVENT,
    "reihe": _EVENT | {"davon": Counted, "jahr": Said, "vorjahr": Number},
    "veranstaltung_bestbesucht": _EVENT | {"aller": Said, "projekt": Said},
    "weitere_veranstaltungen": {"formate": Phrases, "format": Kind, "reihe": Kind, "genannt": Said, "keine": Said},
    # meetings
    "treffen_gesamt": {
        "zeitraum": Said, "anzahl": Number, "arten": Phrases, "arten_gezaehlt": Counted, "haeufigste": Counted,
        "art": Kind, "projekt": Said, "ein_jahr": Said,
    },
    "treffen_jahr": {"jahr": Said, "anzahl": Number, "vorjahr": Number, "vorher": Said, "keines": Said},
    "treffen": _MEETING,
    "treffen_danach": _MEETING,
    # network
    "netzwerk": {
        "teilnehmer": Number, "institutionen": Number, "haupt_und_ehrenamtlich": Said, "ehrenamtlich": Said,
        "hauptamtlich": Said, "viele": Said, "alle_mit_institution": Said, "projekt": Said, "schwerpunkt": Said,
    },
    "netzwerk_gruppen": {"gruppen": Listed, "gruppe": Title},
    # initiatives
    "initiativen_auftakt": {"anzahl": Number, "schwerpunkt": Said, "projekt": Said, "auch": Said},
    "initiative": _INITIATIVE,
    "initiativen_gesammelt": _INITIATIVE | {"davon": Counted, "gegenstaende": Listed, "gegenstaende_zitiert": Listed},
    "weitere_initiativen": {"art": Kind, "reihe": Kind, "davon": Counted, "genannt": Said},
    # survey and summary
    "umfrage": {
        "titel": Title, "benannt": Title, "von": Parties, "befragte": Group, "antworten": Number, "wann": Said,
        "ruecklauf": Number, "projekt": Said,
    },
    "zusammenfassung": {
        "jahr": Said, "veranstaltungen": Number, "treffen": Number, "teilnehmer": Number,
        "netzwerk": Number, "initiativen": Number, "projekt": Said,
    },
}  # fmt: skip
