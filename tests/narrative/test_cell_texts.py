"""What one row looks like in a table."""

from types import SimpleNamespace

import pandas as pd
import pytest

from pipeline.base.records import Count
from pipeline.narrative.cell_texts import people, when

NB = "\u00a0"


@pytest.mark.parametrize(
    ("first", "last", "exact", "shown"),
    [
        ("2017-03-05", None, "tag", "05.03.2017"),
        ("2017-03-05", "2017-03-05", "tag", "05.03.2017"),
        ("2017-03-05", "2017-03-07", "tag", "05.–07.03.2017"),
        ("2017-03-30", "2017-04-02", "tag", "30.03.–02.04.2017"),
        ("2017-12-30", "2018-01-02", "tag", "30.12.2017–02.01.2018"),
        ("2017-03-01", "2017-03-31", "monat", "März 2017"),
        ("2017-01-01", "2017-12-31", "jahr", "2017"),
        ("2017-03-06", "2017-03-12", "woche", "06.–12.03.2017"),
    ],
)
def test_date_is_as_exact_as_it_was_typed(first: str, last: str | None, exact: str, shown: str) -> None:
    row = SimpleNamespace(datum=pd.Timestamp(first), bis=pd.Timestamp(last) if last else pd.NaT, genau=exact)
    assert when(row) == shown


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (None, f"k.{NB}A."),
        (Count("unbekannt"), f"k.{NB}A."),
        (Count("genau", 0, 0), "0"),
        (Count("genau", 1234, 1234), "1.234"),
        (Count("ungefähr", 50, 50), f"ca.{NB}50"),
        (Count("mindestens", 150), f"mind.{NB}150"),
        (Count("höchstens", 0, 50), f"höchst.{NB}50"),
        (Count("spanne", 40, 50), "40–50"),
    ],
)
def test_number_of_people_is_as_exact_as_it_was_typed(count: Count | None, shown: str) -> None:
    assert people(count) == shown
