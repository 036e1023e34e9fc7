"""Words break where a German reader breaks them."""

import pyphen
import pytest

from pipeline.publish.pdf.hyphenation import correct


@pytest.fixture(scope="module")
def dictionary() -> pyphen.Pyphen:
    own = pyphen.Pyphen(lang="de", left=3, right=3, cache=False)
    correct(own.hd)
    return own


@pytest.mark.parametrize(
    "word",
    [
        "Öffent-lich-keits-ar-beit",
        "Netz-werk-ar-beit",
        "Zusam-men-ar-beit",
        "Mit-ar-bei-ter",
        "Be-ar-bei-tung",
        "Arbeits-agen-tur",
        "Berufs-ori-en-tie-rung",
        "Land-rats-amt",
        "Land-rats-äm-ter",
        "Gemein-schafts-ver-an-stal-tung",
        "Arbeits-markt",
        "Abend-the-ma",
        "Abend-the-men",
        "Krö-ten-zaun-ak-ti-on",
        "Krö-ten-zaun-ak-ti-o-nen",
        "Früh-lings-fest",
        "Ver-eins-heim",
        "Ju-gend-aus-tausch",
        "At-trak-ti-on",
        "De-mo-krat",
        "Ma-ni-fest",
        "Do-ku-men-ta-ti-on",
        "Ver-an-stal-ter",
        "Mehr-fach-aus-wahl",
        "Arbeits-krei-sen",
    ],
)
def test_words_break_at_their_parts(dictionary: pyphen.Pyphen, word: str) -> None:
    allowed = set(_places(word))
    broken = _places(dictionary.inserted(word.replace("-", "")))
    assert set(broken) <= allowed
    assert broken


def _places(word: str) -> list[int]:
    parts = word.split("-")
    return [sum(map(len, parts[:i])) for i in range(1, len(parts))]
