"""Answers that stand twice: copies, earlier exports, edited copies."""

from __future__ import annotations

from typing import Any

import pytest

from tests.topics.survey.exports import HAND, read, sheet


def test_the_same_answers_in_two_files_count_once() -> None:
    found = read(sheet(HAND, "Umfrage.xlsx"), sheet(HAND, "Kopie/Umfrage.xlsx"))
    assert len(found.surveys) == 1
    assert [(line.used, line.set_aside) for line in found.balance] == [(4, 1), (0, 5)]
    assert "umfrage-doppelt" in [p.code for p in found.problems]


def answers(*who: int, question: str = "Was noch?", changed: int = 0) -> list[list[Any]]:
    steps = ["sehr zufrieden", "zufrieden", "unzufrieden"]
    rows = [[n, steps[i % 3], f"Satz {i}{'!' if i == changed else ''}"] for n, i in enumerate(who, start=1)]
    return [["Nr.", "Wie zufrieden sind Sie?", question], *rows]


@pytest.mark.parametrize(
    ("one", "other", "codes", "kept"),
    [
        (answers(*range(1, 26)), answers(*range(1, 31)), ["umfrage-enthalten"], [30]),
        (answers(*range(1, 31)), answers(*range(6, 31)), ["umfrage-enthalten"], [30]),
        (answers(*range(1, 31)), answers(*range(30, 0, -1)), ["umfrage-enthalten"], [30]),
        (answers(*range(1, 31)), answers(*range(1, 31), changed=7), ["umfrage-abweichend"], [30, 30]),
        (answers(*range(1, 31)), answers(*range(26, 61)), [], [30, 35]),
        (answers(*range(1, 31)), answers(*range(1, 31), question="Was fehlt?"), [], [30, 30]),
        (answers(1, 2, 3), answers(1, 2), [], [3, 2]),
        (answers(*[1, 2, 3] * 5), answers(*[1, 2, 3] * 6), [], [15, 18]),
    ],
)
def test_an_earlier_export_is_set_aside_and_an_edited_copy_blocks(
    one: Any, other: Any, codes: list[str], kept: list[int]
) -> None:
    found = read(sheet(one, "Umfrage 1.xlsx"), sheet(other, "Umfrage 2.xlsx"))
    assert [p.code for p in found.problems if p.code in ("umfrage-enthalten", "umfrage-abweichend")] == codes
    assert [len(survey.answers) for survey in found.surveys] == kept
    assert len(found.balance) == 2
    assert all(line.read == line.used + line.set_aside for line in found.balance)


def test_the_answers_that_differ_are_named_by_their_rows_only() -> None:
    edited = sheet(answers(*range(1, 31), changed=7), "Umfrage 2.xlsx")
    (said,) = (p for p in read(sheet(answers(*range(1, 31))), edited).problems if p.code == "umfrage-abweichend")
    assert "hier Zeile 8, dort Zeile 8" in said.message
    assert "Satz" not in repr(said)
