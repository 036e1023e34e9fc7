"""Every pattern with every kind of word: no wrong article, no wrong number, nothing doubled; mistakes have a line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.base.figures import Figure, Label
from pipeline.base.keys import Key
from pipeline.base.marks import plain
from pipeline.base.settings import NumberStyle
from pipeline.german.lexicon import lexicon
from pipeline.german.organisations import organisation, organisations
from pipeline.narrative import patterns
from pipeline.narrative.phrases import (
    Bodies,
    Counted,
    KindPhrase,
    Language,
    Listed,
    Number,
    Parties,
    PeopleOrThings,
    Phrases,
    Subject,
    Title,
    Words,
)
from pipeline.narrative.realisation import Composer, RowToRealise, realise
from pipeline.topics.registry import topics

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
ROLES = topics().roles
sources = topics().wording
LOADED, PROBLEMS = patterns.load(sources(TEMPLATES), ROLES)
WORDS = lexicon()
OWN = organisation("Seebund", WORDS, gender="der")
FOUND = (
    organisation("Volkshochschule", WORDS),
    organisation("Himmelsberger Forum", WORDS),
    organisation("Stadtwerke", WORDS),
    organisation("Turnverein", WORDS),
    organisation("Palais", WORDS),
    organisation("Wilde Woge", WORDS),
    organisation("Lesestelle", WORDS, belongs_to="Volkshochschule"),
)
LANGUAGE = Language(WORDS, organisations(FOUND, OWN, WORDS), NumberStyle(), LOADED.relation)
COMPOSER = Composer(LOADED, LANGUAGE)

NOUNS = ["Fachforum", "Lesung", "Workshop", "Runder Tisch", "Tag der offenen Tür", "Treffen", "Vereinbarung"]
NUMBERS = [0, 1, 2, 12, 13, 149, 150, 151, 1000]

exact = st.builds(Figure, key=st.just("p.x"), label=st.just(""), value=st.sampled_from(NUMBERS))
bounds = st.builds(Figure, st.just("p.x"), st.just(""), st.sampled_from(NUMBERS[1:]), at_least=st.just(True))
guesses = st.builds(Figure, st.just("p.x"), st.just(""), st.sampled_from(NUMBERS[1:]), approximate=st.just(True))
numbers = st.one_of(
    st.builds(Number, exact | bounds | guesses, st.just(NumberStyle())),
    st.builds(Number, bounds, st.just(NumberStyle()), st.just("über")),
)
LESUNG = WORDS.phrase("Lesung")
assert LESUNG is not None
phrases = st.sampled_from([p for p in map(WORDS.phrase, NOUNS) if p])
plain_numbers = st.builds(
    lambda value: Number(Figure(Key("p", "treffen", "anzahl"), Label("Treffen"), value), NumberStyle()),
    st.sampled_from(NUMBERS[1:]),
)

VALUES: dict[type, st.SearchStrategy[Any]] = {
    KindPhrase: st.builds(KindPhrase, phrases),
    Number: numbers,
    Title: st.sampled_from([Title("Wie geht das?"), Title("„Meer“"), Title("Ein „Wort“ mehr")]),
    Subject: st.sampled_from(
        [Subject(t, WORDS) for t in ("Pflege des Hafens", "Ausbau", "Kosten der Schule", "Qliq", "neue Wege")]
    ),
    Listed: st.sampled_from([Listed(("Sprache",)), Listed(("Sprache", "Arbeit und Beruf")), Listed(("A", "B", "C"))]),
    Words: st.sampled_from([Words("in Ulm"), Words("im März")]),
    PeopleOrThings: st.builds(
        PeopleOrThings,
        st.sampled_from(
            [
                ("Unternehmer",),
                ("junge Leute", "Dr. Ida Moor"),
                ("Führung",),
                ("Xyz",),
                ("Berichte über Wege",),
                ("Chor",),
            ]
        ),
        st.just(WORDS),
        st.booleans(),
    ),
    Parties: st.builds(
        lambda found, formal: Parties(tuple(found), LANGUAGE, formal),
        st.lists(st.sampled_from((OWN, *FOUND)), min_size=1, max_size=5, unique_by=lambda one: one.key),
        st.booleans(),
    ),
    Counted: st.builds(
        lambda pairs: Counted(tuple(pairs), LANGUAGE),
        st.lists(st.tuples(phrases, plain_numbers), min_size=1, max_size=3, unique_by=lambda pair: pair[0]),
    ),
    Bodies: st.builds(
        lambda pairs: Bodies(tuple(pairs), LANGUAGE),
        st.lists(st.tuples(phrases, plain_numbers), min_size=1, max_size=3, unique_by=lambda pair: pair[0]),
    ),
    Phrases: st.builds(
        lambda found: Phrases(tuple(found), LANGUAGE), st.lists(phrases, min_size=1, max_size=4, unique=True)
    ),
}

MASCULINE, FEMININE, NEUTER = "Workshop|Seebund|Turnverein", "Lesung|Volkshochschule|Vereinbarung", "Fachforum|Treffen"
WRONG = [
    rf"\b(?:die|das|eine|einer|ein gemeinsames|zur) (?:{MASCULINE})\b",
    rf"\b(?:das|den|dem|des|einem|eines|einen|zum|ein) (?:{FEMININE})\b",
    rf"\b(?:die|der|eine|einer|einen|zur) (?:{NEUTER})\b",
    r"\b(?:ein|eine|einem|einer) \w+ (?:fanden|kamen|verfolgten|entfielen|waren)\b",
    r"\b1 (?:Gast|Teilnehmer|Veranstaltung|Treffen)\b",
    r"\bnull\b|\b0 (?!gesunken|gestiegen)\w",  # „von 3 auf 0 gesunken“ may be said
    r"„„|““|\.\.|,,|  | [,.;]|;\.|\(\)|,\.|[{}]",
    r"\bvon dem [A-Z]|\bzu dem [A-Z]|\bzu der [A-Z]|\bin dem [A-Z]|\bbei dem [A-Z]",
    r"\b(?:zwei|zwölf|13|149|150|151|1\.000) (?:Gast|Veranstaltung|Workshop|Lesung|Fachforum|Institution)\b",
    r"\b(?:dem|mit|von) Stadtwerke\b",
    r"\b(?:mit|von|zwischen) [^.(:]*Wilde Woge",  # nobody knows whether it is „der Wilden Woge“
]


@st.composite
def facts(draw: st.DrawFn, role: str) -> dict[str, Any]:
    """Draw words for a role, each there or not."""
    known = {name: draw(VALUES[kind]) for name, kind in ROLES[role].items() if draw(st.integers(0, 2))}
    if "arten" in known and "anzahl" in known and known["anzahl"].figure.value < 2:
        del known["arten"]  # kinds are counted from rows, and a single meeting is of one kind
    if role == "veranstaltung_bestbesucht" and "teilnehmer" in known and known["teilnehmer"].figure.value < 20:
        del known["teilnehmer"]  # nobody praises fewer
    if role == "wert" and "vorjahr" in known and not known["vorjahr"].figure.value:
        del known["vorjahr"]  # nothing rises from nothing
    return known


def test_the_wording_that_we_ship_has_no_mistake() -> None:
    assert PROBLEMS == ()


@pytest.mark.parametrize("role", ROLES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_every_pattern_of_every_role_is_good_german(role: str, data: st.DataObject) -> None:
    known = data.draw(facts(role))
    for wording in COMPOSER.wordings(role, known, kind="Vereinbarung"):
        for opener in ("", "ferner") if wording.before.strip() else ("ferner",):
            said = plain(wording.text(opener if wording.pattern.opener else ""))
            assert said[0].isupper() or said[0] in "„0123456789", said
            assert said.endswith((".", "!", "?")), said
            for wrong in WRONG:
                assert not re.search(wrong, said), (wrong, said, wording.pattern.place)


@pytest.mark.parametrize("role", ["veranstaltung", "treffen", "initiative", "veranstaltung_abschluss"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_is_unknown_something_can_be_said(role: str, data: st.DataObject) -> None:
    known = data.draw(facts(role))
    kind = "format" if "format" in ROLES[role] else "art"
    known[kind] = data.draw(VALUES[KindPhrase])
    if "partner" in known:  # organisers are all or none
        known["veranstalter"] = known["partner"]
    elif "veranstalter" in known:
        del known["veranstalter"]
    assert COMPOSER.say(role, known, "seed", kind="Brief")


MISTAKES = [
    ('text = "{{ format | dativv }} [fand] statt"', "dativv", 4),
    ('text = "{{ formatt | dativ }} [fand] statt"', "formatt", 4),
    ('text = "{{ format | dativ [fand] statt"', "nicht zu lesen", 4),
    ('text = "{{ format }} [fand] statt"', "braucht eine Form", 4),
    ('text = "{{ titel | zitat }} [fand] statt"', "nicht unter „braucht“", 4),
    ('text = "{{ format | zitat }} [fand] statt"', "keine Form", 4),
    ('text = "{{ format.phrase }} [fand] statt"', "nur Namen und Formen", 4),
    ('text = "{{ ().__class__ }} [fand] statt"', "nur Namen und Formen", 4),
    ('text = "{% for i in ort %}x{% endfor %} [fand] statt"', "nur Namen und Formen", 4),
    ('text = "{{ format | nominativ }} [fand] und [stand]"', "genau ein Verb", 4),
    ('text = "{{ format | nominativ }} [fand|fanden] statt"', "zwei Verbformen", 4),
    ('text = "{{ format | nominativ }} [fand|fanden:x] statt"', "„x“", 4),
    ('txt = "{{ format | nominativ }} [fand] statt"', "txt", 1),
    ('text = "Hurra, {{ format | nominativ }}"', "fehlt das Verb", 4),
    ('ohne = ["teilnehmerzahl"]\ntext = "x [fand] statt"', "teilnehmerzahl", 5),
    ('text = "x [fand] statt', "kein gültiges TOML", 4),
    ('text = "{{ format | dativ(*ort) }} [fand] statt"', "passen nicht", 4),
    ('text = "{{ format | relativ(\'wemfall\') }} [fand] statt"', "passen nicht", 4),
    ('text = "{{ format | verb(\'war\') }} [fand] statt"', "passen nicht", 4),
    ('text = "{{ ort if wann }} [fand] statt"', "nur Namen und Formen", 4),
    ('text = ["x [fand] statt", "{{ formatt | dativ }} [fand] statt"]', "formatt", 4),
    ("text = []", "„text“", 4),
    ("text = 3", "Liste von Texten", 4),
    ('ohne = "ort"\ntext = "x [fand] statt"', "Liste in eckigen Klammern", 5),
    ('rang = "zwei"\ntext = "x [fand] statt"', "ganze Zahl", 5),
    ('text = "x [fand] statt"\n[[sazt]]\nfuer = "treffen"', "„sazt“", 5),
    ('text = "x [fand] statt"\n[baustein]\nname = "bei_uns"', "„baustein“ ist hier kein Abschnitt", 5),
    ('text = "x [fand] statt"\n[[baustein]]\nname = "a"\ntext = " b"\n[[baustein]]\nname = "c"\ntext = "{{ a }}"',
     "nennt einen anderen Baustein", 10),
]  # fmt: skip


@pytest.mark.parametrize(("line", "says", "row"), MISTAKES)
def test_a_mistake_is_reported_with_file_and_line(tmp_path: Path, line: str, says: str, row: int) -> None:
    (tmp_path / "sentences").mkdir()
    text = f'[[satz]]\nfuer = "veranstaltung"\nbraucht = ["format"]\n{line}\n'
    (tmp_path / "sentences" / "eigene.toml").write_text(text, encoding="utf-8")
    _, problems = patterns.load(sources(tmp_path), ROLES)
    assert [(p.code, p.file, p.row) for p in problems] == [
        ("satzmuster-falsch", f"{tmp_path}/sentences/eigene.toml", row)
    ]
    assert says in problems[0].message


def test_a_file_that_cannot_be_read_makes_no_other_file_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "sentences"
    shutil.copytree(TEMPLATES / "sentences", folder)
    file = folder / "veranstaltungen.toml"
    file.write_text(file.read_text(encoding="utf-8") + '[[satz]]\ntext = "x', encoding="utf-8")
    _, problems = patterns.load(sources(tmp_path), ROLES)
    assert [problem.file for problem in problems] == [str(file)]


def test_a_file_in_another_encoding_is_reported_with_the_line_of_its_first_umlaut(tmp_path: Path) -> None:
    file = tmp_path / "eigene.toml"
    file.write_bytes("[[satz]]\n# für Säle\n".encode("latin-1"))
    _, problems = patterns.load([file], ROLES)
    assert [(problem.row, "UTF-8" in problem.message) for problem in problems] == [(2, True)]


def own_patterns(folder: Path, text: str) -> Composer:
    """Return a composer for the role „fest“, which nobody but its file and its declaration knows."""
    (folder / "fest.toml").write_text(text, encoding="utf-8")
    more_roles = {**ROLES, "fest": {"format": KindPhrase, "gaeste": PeopleOrThings}}
    loaded, problems = patterns.load([*sources(TEMPLATES), folder / "fest.toml"], more_roles)
    assert problems == ()
    return Composer(loaded, LANGUAGE)


def test_a_topic_brings_its_roles_and_their_sentences(tmp_path: Path) -> None:
    text = '[titel]\nfest = "Feste"\n[[satz]]\nfuer = "fest"\ntext = "es [war] ein Fest"\n'
    composer = own_patterns(tmp_path, text)
    assert composer.say("fest", {}, "seed") == "Es war ein Fest."
    assert composer.patterns.titles["fest"] == "Feste"
    assert composer.patterns.titles["treffen"] == "Treffen und Gespräche"


def test_each_variant_of_a_text_is_a_pattern_of_its_own(tmp_path: Path) -> None:
    text = '[[satz]]\nfuer = "fest"\ntext = ["man [feierte]", "alle [feierten]"]\n'
    composer = own_patterns(tmp_path, text)
    chosen = {seed: composer.say("fest", {}, seed) for seed in map(str, range(12))}
    assert set(chosen.values()) == {"Man feierte.", "Alle feierten."}
    assert all(composer.say("fest", {}, seed) == sentence for seed, sentence in chosen.items())


def test_of_the_variants_of_a_building_block_the_first_that_can_be_said_is_used(tmp_path: Path) -> None:
    text = """[[satz]]
fuer = "fest"
text = "man [feierte]{{ mit_gaesten }}"
[[baustein]]
name = "mit_gaesten"
braucht = ["gaeste"]
text = [" mit {{ gaeste | dativ }}", " ({{ gaeste | genannt('Gäste') }})"]
"""
    composer = own_patterns(tmp_path, text)
    known = {"gaeste": PeopleOrThings(("Xyz",), WORDS, people=True)}
    assert composer.say("fest", known, "seed") == "Man feierte (Gäste: Xyz)."
    known = {"gaeste": PeopleOrThings(("Unternehmer",), WORDS, people=True)}
    assert composer.say("fest", known, "seed") == "Man feierte mit Unternehmern."


@pytest.mark.parametrize(("when", "said"), [("im März", "Im März fand eine Lesung für alle statt."), ("", "")])
def test_a_sentence_that_needs_its_time_may_begin_with_it(tmp_path: Path, when: str, said: str) -> None:
    folder = tmp_path / "sentences"
    shutil.copytree(TEMPLATES / "sentences", folder)
    own = """[[satz]]
fuer = "veranstaltung"
braucht = ["format", "wann"]
rang = 0
text = "{{ wann }} [fand] {{ format | nominativ }} für alle statt"
"""
    (folder / "eigene.toml").write_text(own, encoding="utf-8")
    loaded, problems = patterns.load(sources(tmp_path), ROLES)
    assert problems == ()
    known = {"format": KindPhrase(LESUNG)} | ({"wann": Words(when)} if when else {})
    items = [RowToRealise(i, "veranstaltung", known, frozenset(known), seed=str(i), when=when) for i in range(12)]
    texts = {one.text for one in realise(items, Composer(loaded, LANGUAGE))}
    assert any("für alle" in text for text in texts) == bool(said)
    assert not said or said in texts


@pytest.mark.parametrize(("typed", "meant"), [("format | dativv", "dativ"), ("formatt | dativ", "format")])
def test_a_misspelled_name_or_form_is_answered_with_the_one_that_was_meant(
    tmp_path: Path, typed: str, meant: str
) -> None:
    file = tmp_path / "eigene.toml"
    file.write_text(f'[[satz]]\nfuer = "veranstaltung"\ntext = "{{{{ {typed} }}}} [fand] statt"\n', encoding="utf-8")
    _, (mistake,) = patterns.load([file], ROLES)
    assert mistake.advice.startswith(f"Meinten Sie „{meant}“? Möglich sind: ")


def test_an_unknown_role_names_those_that_exist(tmp_path: Path) -> None:
    (tmp_path / "sentences").mkdir()
    (tmp_path / "sentences" / "a.toml").write_text('[[satz]]\nfuer = "fest"\ntext = "x [war] y"\n', encoding="utf-8")
    _, problems = patterns.load(sources(tmp_path), ROLES)
    assert "„fest“" in problems[0].message
    assert "veranstaltung" in problems[0].advice


def test_missing_wording_is_reported(tmp_path: Path) -> None:
    (tmp_path / "sentences").mkdir()
    _, problems = patterns.load(sources(tmp_path), ROLES)
    assert problems[0].code == "satzmuster-fehlt"
