"""Organisations take their article and case from the partners' list, else from the lexicon, else from nowhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.german.grammar import Case, Gender, article
from pipeline.german.lexicon import lexicon
from pipeline.german.organisations import Organisations, UnsayableError, organisation, organisations
from pipeline.german.parties import named
from pipeline.german.places import at, needs_preposition

WORDS = lexicon()
OWN = organisation("Seebund e. V.", WORDS, short="Seebund", gender="der")
PARTNERS = (
    organisation("Industrie- und Handelskammer Ulm", WORDS, short="IHK Ulm"),
    organisation("Lernende Region Alb", WORDS, short="Lernende Region", gender="die", dative="der Lernenden Region"),
    organisation("Himmelsberger Forum", WORDS),
    organisation("Eifelkreis Prüm", WORDS),
    organisation("Bildungsstelle", WORDS, belongs_to="Eifelkreis Prüm"),
    organisation("Stadtwerke Ulm", WORDS),
    organisation("Stadt Ulm", WORDS),
    organisation("Landkreis Alb", WORDS),
    organisation("Landkreis Ries", WORDS),
    organisation("Deutsches Rotes Kreuz", WORDS, short="DRK"),
    organisation("Schule Gewerbe und Technik", WORDS),
    organisation("Palais", WORDS),
)
ALL = organisations(PARTNERS, OWN, WORDS)
RELATION = "{pronomen} bei {traeger} angesiedelt ist"


def say(names: str, case: Case = Case.DAT, *, articles: bool = True, relation: str = "") -> str:
    found = [ALL.find(name) for name in names.split("; ")]
    return named(found, case, WORDS, articles=articles, relation=relation, owners=ALL)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("Himmelsberger Forum", "dem Himmelsberger Forum"), ("Lernende Region", "der Lernenden Region"),
        ("Stadtwerke Ulm", "den Stadtwerken Ulm"), ("Deutsches Rotes Kreuz", "dem DRK"),
        ("Seebund e. V.", "dem Seebund"),
        ("Eifelkreis Prüm; Bildungsstelle", "dem Eifelkreis Prüm und seiner Bildungsstelle"),
        ("Stadt Ulm; Landkreis Alb; Landkreis Ries", "der Stadt Ulm sowie den Landkreisen Alb und Ries"),
        ("IHK Ulm; Stadt Ulm; DRK", "der IHK Ulm, der Stadt Ulm und dem DRK"),
        ("IHK Ulm; Schule Gewerbe und Technik", "der IHK Ulm sowie der Schule Gewerbe und Technik"),
    ],
)  # fmt: skip
def test_lists_with_articles(names: str, said: str) -> None:
    assert say(names) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("Seebund; Lernende Region; IHK Ulm", "Seebund, Lernender Region und IHK Ulm"),
        ("IHK Ulm; DRK; Palais; Stadt Ulm", "IHK Ulm, DRK, Palais und der Stadt Ulm"),
        ("Stadt Ulm; IHK Ulm; DRK", "Stadt Ulm, IHK Ulm und DRK"), ("Seebund; Stadt Ulm", "Seebund und Stadt Ulm"),
        ("Stadtwerke Ulm; DRK", "Stadtwerken Ulm und DRK"), ("Palais", "Palais"), ("Stadt Ulm", "der Stadt Ulm"),
    ],
)  # fmt: skip
def test_lists_without_articles(names: str, said: str) -> None:
    assert say(names, articles=False) == said


def test_what_belongs_to_another_is_explained() -> None:
    said = say("Seebund; Bildungsstelle", Case.NOM, articles=False, relation=RELATION)
    assert said == "Seebund und Bildungsstelle, die beim Eifelkreis Prüm angesiedelt ist,"


def test_an_unknown_article_cannot_be_said() -> None:
    with pytest.raises(UnsayableError):
        say("Palais")


@pytest.mark.parametrize("name", ["Wilde Rosen", "Grüner", "Neue Mitte", "Der Paritätische"])
def test_an_unknown_name_whose_ending_may_change_cannot_be_said(name: str) -> None:
    with pytest.raises(UnsayableError):
        organisation(name, WORDS).bare(Case.DAT)


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Stadt Ulm", Gender.FEMININE), ("Handwerkskammer", Gender.FEMININE),
        ("Verein für Gartenbau", Gender.MASCULINE),
        ("Diakonisches Werk", Gender.NEUTER), ("Bundesministerium der Finanzen", Gender.NEUTER),
        ("Muster GmbH", Gender.FEMININE),
        ("IHK", Gender.FEMININE), ("Kammern", Gender.PLURAL), ("Edeka Markt", None),
        ("Initiative Ulm e. V.", Gender.FEMININE),
        ("Aufsichts- und Dienstleistungsdirektion", Gender.FEMININE), ("Volksbank Ulm", Gender.FEMININE),
        ("Xyz", None), ("Der Paritätische", None), ("Die Linke", None), ("Haus & Grund", None),
        ("Städtische Galerie", Gender.FEMININE), ("Örtliche Vereine", Gender.PLURAL), ("1. FC Ulm", Gender.MASCULINE),
        ("vhs", Gender.FEMININE), ("Deutsche Bahn", Gender.FEMININE), ("Malteser", Gender.PLURAL),
    ],
)  # fmt: skip
def test_heads_give_defaults(name: str, gender: Gender | None) -> None:
    assert organisation(name, WORDS).gender == gender


@pytest.mark.parametrize(
    ("name", "short", "gender", "dative", "said"),
    [
        ("Vereinigte Hospitien", "", "plural", "den Vereinigten Hospitien", "die Vereinigten Hospitien, "
         "die Vereinigten Hospitien, den Vereinigten Hospitien, Vereinigten Hospitien"),
        ("Der Paritätische", "Paritätischer", "der", "dem Paritätischen", "der Paritätische, den Paritätischen, "
         "dem Paritätischen, Paritätischem"),
        ("Der Paritätische", "", "der", "", "der Paritätische, den Paritätischen, dem Paritätischen, Paritätischem"),
        ("Wilde Woge", "", "die", "der Wilden Woge", "die Wilde Woge, die Wilde Woge, der Wilden Woge, Wilder Woge"),
        ("Stadtwerke Ulm", "", "plural", "den Stadtwerken Ulm", "die Stadtwerke Ulm, die Stadtwerke Ulm, "
         "den Stadtwerken Ulm, Stadtwerken Ulm"),
        ("Sportfreunde", "", "plural", "den Sportfreunden", "die Sportfreunde, die Sportfreunde, den Sportfreunden, "
         "Sportfreunden"),
    ],
)  # fmt: skip
def test_what_partner_tells_of_a_name_inflects_all_of_it(
    name: str, short: str, gender: str, dative: str, said: str
) -> None:
    one = organisation(name, WORDS, short=short, gender=gender, dative=dative)
    cases = [one.with_article(case) for case in (Case.NOM, Case.ACC, Case.DAT)]
    assert ", ".join([*cases, one.bare(Case.DAT)]) == said


@given(st.sampled_from([p for p in PARTNERS if p.gender]), st.sampled_from(list(Case)))
def test_article_and_name_agree(one: object, case: Case) -> None:
    assert isinstance(one, type(OWN))
    assert one.gender is not None
    said = one.with_article(case)
    assert said.split(" ")[0] == article("der", one.gender, case)


@given(
    st.lists(st.sampled_from(PARTNERS), min_size=1, max_size=7, unique_by=lambda one: one.key),
    st.sampled_from(list(Case)),
)
def test_every_organisation_is_in_the_list_once(found: list[object], case: Case) -> None:
    names = [one for one in found if isinstance(one, type(OWN)) and one.gender]
    if not names:
        return
    said = named(names, case, WORDS, owners=ALL)
    for one in names:
        last = one.shown.split()[-1]
        assert last[:3] in said
    assert ",," not in said
    assert "  " not in said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Prüm", "in Prüm"), ("IHK Ulm", "in der IHK Ulm"), ("Eifel", "in der Eifel"), ("online", "online"),
        ("Rathaus", "im Rathaus"), ("Stadthalle Ulm", "in der Stadthalle Ulm"),
        ("Universität Ulm", "an der Universität Ulm"),
        ("Ulm, Rathaus", "in Ulm (Rathaus)"), ("im Konvikt", "im Konvikt"), ("Darmstadt", "in Darmstadt"),
        ("Bad Urach", "in Bad Urach"), ("Frankfurt am Main", "in Frankfurt am Main"),
        ("Haus der Jugend", "im Haus der Jugend"),
        ("Alte Weberei", ""), ("", ""), ("Eifelkreis Prüm", "im Eifelkreis Prüm"),
        ("Marktplatz", "auf dem Marktplatz"), ("Parkplatz", "auf dem Parkplatz"), ("Tierheim", "im Tierheim"),
        ("Fußgängerzone", "in der Fußgängerzone"), ("Geschäftsstelle", "in der Geschäftsstelle"),
        ("MTV-Heim", "im MTV-Heim"), ("Zoom", "per Zoom"), ("MS Teams", "per MS Teams"), ("Mühle", "in der Mühle"),
        ("Treffpunkt Dorfplatz", "am Treffpunkt Dorfplatz"), ("Turnverein Ulm", "beim Turnverein Ulm"),
        ("Mühlenhof", ""), ("Gesprächskreis", "im Gesprächskreis"), ("Weihnachtsmarkt", "auf dem Weihnachtsmarkt"),
        ("Mannheim", "in Mannheim"), ("Konstanz", "in Konstanz"), ("Ludwigshafen", "in Ludwigshafen"),
        ("Löbau", "in Löbau"), ("Eisleben", "in Eisleben"), ("Neunkirchen", "in Neunkirchen"), ("Hof", "in Hof"),
        ("bei Hannelore", "bei Hannelore"), ("am Parkplatz", "am Parkplatz"),
        ("Dom", "im Dom"), ("Grillhütte", "in der Grillhütte"), ("St. Petri; Dom", "in St. Petri und im Dom"),
        ("Trier/Konz", "in Trier und Konz"), ("Ulm; Alte Weberei", ""), ("Großer Saal", "im Großen Saal"),
        ("Bürgerhaus Süd, Mainz", "im Bürgerhaus Süd (Mainz)"), ("Ahrtal", "im Ahrtal"), ("Lahn", "an der Lahn"),
        ("Burg Eltz", "auf der Burg Eltz"), ("Hamburg", "in Hamburg"), ("Wuppertal", "in Wuppertal"),
        ("Tegernsee", "in Tegernsee"), ("Fuchssee", ""), ("Kahlenberg", ""), ("Feldmark", "in der Feldmark"),
        ("Bamberg", "in Bamberg"), ("Bodensee", "am Bodensee"), ("Ehrenmal", "am Ehrenmal"),
        ("Lange Gasse", "in der Langen Gasse"), ("Mühlgasse; Torgasse", "in der Mühlgasse und in der Torgasse"),
        ("Wiesbaden", "in Wiesbaden"), ("Freibad", "im Freibad"),
        ("Sylt", "auf Sylt"), ("div. Orte", "an verschiedenen Orten"), ("Innenstadt", "in der Innenstadt"),
    ],
)  # fmt: skip
def test_places(place: str, said: str) -> None:
    assert at(place, ALL) == said
    assert needs_preposition(place, ALL) == (not said and bool(place))


def test_the_register_knows_full_and_short_names() -> None:
    assert isinstance(ALL, Organisations)
    assert ALL.find("IHK Ulm") is ALL.find("industrie- und handelskammer ulm")
    assert ALL.is_own("Seebund")
    assert not ALL.is_own("IHK Ulm")


@pytest.mark.parametrize(
    ("typed", "case", "said"),
    [
        ("alle Schulen im Kreis", Case.ACC, "alle Schulen im Kreis"),
        ("alle Schulen im Kreis", Case.DAT, "allen Schulen im Kreis"),
        ("mehrere Verbände", Case.DAT, "mehreren Verbänden"),
        ("die Fraktionen im Kreistag", Case.ACC, "die Fraktionen im Kreistag"),
        ("die Fraktionen im Kreistag", Case.DAT, "den Fraktionen im Kreistag"),
        ("der Landrat", Case.DAT, "dem Landrat"),
        ("Privatperson", Case.DAT, "einer Privatperson"),
        ("Anwohner", Case.DAT, "einem Anwohner"),
        ("Bürgerverein", Case.DAT, "dem Bürgerverein"),
    ],
)
def test_a_name_typed_with_its_article_bears_no_second_one(typed: str, case: Case, said: str) -> None:
    assert organisation(typed, WORDS).with_article(case) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Stadtbücherei", "Schule am Deich", "Schule Nord"],
         "der Stadtbücherei, der Schule am Deich und der Schule Nord"),
        (["Caritas", "DRK", "Stadt Ulm"], "Caritas, DRK und der Stadt Ulm"),
        (["Stadt Ulm", "Caritas", "DRK"], "Stadt Ulm, Caritas und DRK"),
        (["Qliq", "Schule am Deich", "Schule Nord"], "Qliq, Schule am Deich und Schule Nord"),
    ],
)  # fmt: skip
def test_a_list_has_articles_or_none(names: list[str], said: str) -> None:
    parties = [organisation(name, WORDS) for name in names]
    assert named(parties, Case.DAT, WORDS, articles=False) == said
