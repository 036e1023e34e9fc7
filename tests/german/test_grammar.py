"""Articles, endings, pronouns and contractions, case by case."""

from __future__ import annotations

import pytest

from pipeline.german.grammar import Article, Case, Gender, article, contract, ending, possessive, relative
from pipeline.german.lexicon import lexicon

M, F, N, P = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER, Gender.PLURAL
NOM, GEN, DAT, ACC = Case.NOM, Case.GEN, Case.DAT, Case.ACC


@pytest.mark.parametrize(
    ("kind", "gender", "forms"),
    [
        ("der", M, "der des dem den"), ("der", F, "die der der die"), ("der", N, "das des dem das"),
        ("der", P, "die der den die"), ("ein", M, "ein eines einem einen"), ("ein", F, "eine einer einer eine"),
        ("ein", N, "ein eines einem ein"), ("kein", P, "keine keiner keinen keine"),
    ],
)  # fmt: skip
def test_articles(kind: Article, gender: Gender, forms: str) -> None:
    assert " ".join(article(kind, gender, case) for case in (NOM, GEN, DAT, ACC)) == forms


@pytest.mark.parametrize(
    ("kind", "gender", "forms"),
    [
        ("der", M, "e en en en"), ("der", F, "e en en e"), ("der", N, "e en en e"), ("der", P, "en en en en"),
        ("ein", M, "er en en en"), ("ein", F, "e en en e"), ("ein", N, "es en en es"), ("kein", P, "en en en en"),
        ("", M, "er en em en"), ("", F, "e er er e"), ("", N, "es en em es"), ("", P, "e er en e"),
    ],
)  # fmt: skip
def test_endings_of_adjectives(kind: Article, gender: Gender, forms: str) -> None:
    assert " ".join(ending(kind, gender, case) for case in (NOM, GEN, DAT, ACC)) == forms


@pytest.mark.parametrize(
    ("owner", "gender", "case", "said"),
    [(M, F, DAT, "seiner"), (N, M, ACC, "seinen"), (F, N, NOM, "ihr"), (P, P, DAT, "ihren"), (M, F, NOM, "seine")],
)
def test_possessives(owner: Gender, gender: Gender, case: Case, said: str) -> None:
    assert possessive(owner, gender, case) == said


def test_relative_pronouns() -> None:
    assert [relative(gender, ACC) for gender in (M, F, N, P)] == ["den", "die", "das", "die"]
    assert relative(P, DAT) == "denen"


@pytest.mark.parametrize(
    ("preposition", "phrase", "said"),
    [
        ("in", "dem Rathaus", "im Rathaus"), ("in", "der Stadthalle", "in der Stadthalle"),
        ("zu", "der Arbeit", "zur Arbeit"), ("zu", "dem Thema", "zum Thema"), ("an", "dem Markt", "am Markt"),
        ("von", "den Städten", "von den Städten"), ("über", "den Ausbau", "über den Ausbau"),
        ("bei", "dem", "bei dem"),
    ],
)  # fmt: skip
def test_contractions(preposition: str, phrase: str, said: str) -> None:
    assert contract(preposition, phrase) == said


@pytest.mark.parametrize(
    ("word", "gender", "plural"),
    [
        ("Fachforum", N, "Fachforen"), ("Koordinierungstreffen", N, "Koordinierungstreffen"),
        ("Podiumsdiskussion", F, "Podiumsdiskussionen"), ("Arbeitskreis", M, "Arbeitskreise"),
        ("Handwerkskammer", F, "Handwerkskammern"), ("Bundesreferat", N, "Bundesreferate"), ("Beirat", M, "Beiräte"),
        ("Landtag", M, "Landtage"), ("Vortrag", M, "Vorträge"), ("Experten-Fachgespräch", N, "Experten-Fachgespräche"),
        ("Workshop", M, "Workshops"), ("Jubiläum", N, "Jubiläen"), ("Symposium", N, "Symposien"),
        ("Spendenlauf", M, "Spendenläufe"), ("Nachbarschaftsfest", N, "Nachbarschaftsfeste"),
        ("Rundgang", M, "Rundgänge"),
        ("Bücherei", F, "Büchereien"), ("Reise", F, "Reisen"), ("Studienreise", F, "Studienreisen"),
        ("Schreinerin", None, ""), ("Xyzzy", None, ""), ("Landkreise", None, ""), ("Sport", M, ""),
    ],
)  # fmt: skip
def test_a_compound_follows_its_last_part(word: str, gender: Gender | None, plural: str) -> None:
    noun = lexicon().noun(word)
    assert (noun.gender, noun.plural) == (gender, plural) if noun else (gender, plural) == (None, "")


@pytest.mark.parametrize(
    ("text", "case", "kind", "plural", "said"),
    [
        ("Runder Tisch", DAT, "ein", False, "einem Runden Tisch"),
        ("Runder Tisch", NOM, "ein", False, "ein Runder Tisch"),
        ("Runder Tisch", NOM, "", True, "Runde Tische"),
        ("Tag der offenen Tür", ACC, "ein", False, "einen Tag der offenen Tür"),
        ("Tag der offenen Tür", NOM, "", True, "Tage der offenen Tür"),
        ("Himmelsberger Forum", DAT, "der", False, "dem Himmelsberger Forum"),
        ("Lernende Region", DAT, "der", False, "der Lernenden Region"),
        ("Lernende Region", DAT, "", False, "Lernender Region"),
        ("Deutsches Rotes Kreuz", GEN, "der", False, "des Deutschen Roten Kreuzes"),
        ("Experte", DAT, "der", False, "dem Experten"),
        ("Workshop Digitalisierung", NOM, "", True, "Workshops Digitalisierung"),
        ("Treffen", DAT, "der", True, "den Treffen"),
        ("Fachtag", DAT, "", True, "Fachtagen"), ("Café", DAT, "", True, "Cafés"),
        ("Bündnis", GEN, "ein", False, "eines Bündnisses"),
    ],
)  # fmt: skip
def test_phrases_inflect(text: str, case: Case, kind: Article, plural: bool, said: str) -> None:
    phrase = lexicon().phrase(text)
    assert phrase is not None
    assert phrase.form(case, kind, plural=plural) == said


@pytest.mark.parametrize("text", ["Lesung und Konzert", "Kleiderkarussell", "", "Lesung/Konzert", "Xyz Treffen"])
def test_what_cannot_be_known_is_not_guessed(text: str) -> None:
    assert lexicon().phrase(text) is None


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("Fachforum", "zwei Fachforen"), ("Beirat", "zwei Sitzungen des Beirats"),
        ("JHV", "zwei Jahreshauptversammlungen"),
        ("Vorstand", "zwei Sitzungen des Vorstands"), ("Krabbelgruppe", "zwei Treffen der Krabbelgruppe"),
        ("Repair Café", "zwei Repair Cafés"), ("Baumpflanzung", "zwei Baumpflanzungen"), ("Hock", "zwei Höcke"),
        ("Studie", None), ("Newsletter", None), ("Verein", None), ("Schule Forum", None),
    ],
)  # fmt: skip
def test_only_what_happens_takes_place(kind: str, said: str | None) -> None:
    found = lexicon({"Hock": "der, Höcke"}).occasion(kind)
    assert (f"zwei {found.form(NOM, plural=True)}" if found else None) == said


def test_own_words_extend_and_override() -> None:
    own = lexicon({"Hock": "der, Höcke", "Forum": "das, Fora", "Murks": "dir, x"})
    hock, forum = own.noun("Dorfhock"), own.noun("Fachforum")
    assert hock is not None
    assert hock.plural == "Dorfhöcke"
    assert forum is not None
    assert forum.plural == "Fachfora"
    assert own.noun("Murks") is None


def test_every_entry_of_the_lexicon_is_whole() -> None:
    words = lexicon()
    for noun in words.nouns.values():
        for case in Case:
            assert noun.gender is P or noun.form(case).strip()
            assert not noun.plural or noun.form(case, plural=True).strip()
    assert all(word.lower() in words.nouns for word in words.whole_only | words.titles)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Musikalische Andacht", "eine musikalische Andacht"), ("Offener Brief", "ein offener Brief"),
        ("Runder Tisch", "ein Runder Tisch"), ("Trierer Gespräch", "ein Trierer Gespräch"),
        ("Landesweiter Aktionstag", "der landesweite Aktionstag"),
        ("Internationaler Frauentag", "der Internationale Frauentag"),
        ("Lange Nacht der Chöre", "die Lange Nacht der Chöre"),
    ],
)  # fmt: skip
def test_the_adjective_of_a_kind_is_small_unless_it_is_part_of_a_name(typed: str, said: str) -> None:
    words = lexicon()
    phrase = words.phrase(typed)
    assert phrase is not None
    assert words.as_kind(phrase).form(NOM, "ein") == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ehrenamtliche Helferinnen", "ehrenamtliche Helferinnen"), ("Junge Helfer", "junge Helfer"),
        ("Neue engagierte Mitglieder", "neue engagierte Mitglieder"), ("Grüne Damen", "Grüne Damen"),
        ("Freiwillige Feuerwehr", "Freiwillige Feuerwehr"), ("Ehrenamtliche", "Ehrenamtliche"),
        ("Ida Moor", "Ida Moor"), ("", ""),
    ],
)  # fmt: skip
def test_what_was_typed_as_the_beginning_of_a_cell_is_not_that_of_a_sentence(typed: str, said: str) -> None:
    assert lexicon().in_sentence(typed) == said


@pytest.mark.parametrize(
    ("typed", "body", "met"),
    [
        ("Runder Tisch Wohnen", "der Runde Tisch Wohnen", "Treffen des Runden Tisches Wohnen"),
        ("Runder Tisch", None, None), ("Arbeitskreis", None, None), ("Arbeitskreis im Rathaus", None, None),
        ("Arbeitskreis Mobilität", "der Arbeitskreis Mobilität", "Treffen des Arbeitskreises Mobilität"),
        ("AK Nord", "der AK Nord", "Treffen des AK Nord"), ("AG Kita", "die AG Kita", "Treffen der AG Kita"),
        ("Wissenschaftlicher Beirat", "der wissenschaftliche Beirat", "Sitzung des wissenschaftlichen Beirats"),
        ("Bundesarbeitsgemeinschaft", "die Bundesarbeitsgemeinschaft", "Sitzung der Bundesarbeitsgemeinschaft"),
        ("Steuerungsgruppe", "die Steuerungsgruppe", "Treffen der Steuerungsgruppe"),
        ("Gespräch", None, None), ("Vorstandssitzung", None, None),
    ],
)  # fmt: skip
def test_a_body_is_one_however_often_it_meets(typed: str, body: str | None, met: str | None) -> None:
    words = lexicon()
    phrase, meeting = words.body(typed), words.met(typed)
    assert (phrase and phrase.form(NOM, "ein")) == body
    assert (meeting and meeting.form(NOM)) == met


@pytest.mark.parametrize(
    ("word", "happens"),
    [
        ("Maifahrt", True), ("Wohlfahrt", False), ("Binnenschifffahrt", False), ("Osterlauf", True),
        ("Bauverlauf", False),
        ("Anlauf", False), ("Ehrung", True), ("Unterweisungsbelehrung", False), ("Infostand", True),
        ("Leerstand", False),
        ("Kirchentag", True), ("Dienstag", False), ("Aktion", True), ("Reaktion", False), ("Tanz", True),
        ("Instanz", False),
    ],
)  # fmt: skip
def test_a_word_may_only_end_like_what_takes_place(word: str, happens: bool) -> None:
    assert lexicon().happens(word) == happens
