"""Values of settings: read as the program uses them, or told what is expected."""

import pytest

from pipeline.base.toml_values import Number, Reader, Table, Text, Texts, Unexpected, Whole, one_of

COLOUR = Text("#[0-9]{6}", "eine Farbe")
LIST = 'eine Liste von Texten, z. B. ["eins", "zwei"]'


@pytest.mark.parametrize(
    ("reader", "typed", "value"),
    [
        (Text(), "zwei\nZeilen", "zwei\nZeilen"),
        (COLOUR, "#123456", "#123456"),
        (one_of("", "die"), "", ""),
        (Texts(), "eins", ("eins",)),
        (Texts(), ["eins", "zwei"], ("eins", "zwei")),
        (Whole(1, 12), 12, 12),
        (Number(0), 3, 3.0),
        (Table(Table(Texts())), {"a": {"b": "c"}}, {"a": {"b": ("c",)}}),
    ],
)
def test_a_value_is_read(reader: Reader, typed: object, value: object) -> None:
    result = reader.read(typed, "farbe")
    assert (result, type(result)) == (value, type(value))


@pytest.mark.parametrize(
    ("reader", "typed", "expected"),
    [
        (Text(), 5, "ein Text in Anführungszeichen"),
        (COLOUR, "rot", "eine Farbe"),
        (one_of("", "die", "der"), "den", "einer der Werte: die, der"),
        (Texts(), ["eins", 2], LIST),
        (Texts(COLOUR), ["#123456", "rot"], "eine Farbe"),
        (Whole(1), 1.5, "eine ganze Zahl"),
        (Whole(1), True, "eine ganze Zahl"),
        (Whole(1), " 7 ", "eine ganze Zahl ohne Anführungszeichen: farbe = 7"),
        (Number(0), "viel", "eine Zahl"),
        (Whole(1900), 17, "eine Zahl ab 1900"),
        (Number(0, 2.5), 2.6, "eine Zahl bis 2.5"),
        (Number(0, 100), float("nan"), "eine Zahl bis 100"),
        (Table(Text()), 5, "ein Abschnitt [farbe]"),
        (Table(Text()), {"a": 5}, "bei „a“ ein Text in Anführungszeichen"),
        (Table(Table(Texts())), {"a": 5}, "bei „a“ ein Abschnitt [farbe]"),
        (Table(Table(Texts())), {"a": {"b": 5}}, f"bei „a“ bei „b“ {LIST}"),
    ],
)
def test_another_value_is_told_what_is_expected(reader: Reader, typed: object, expected: str) -> None:
    with pytest.raises(Unexpected) as error:
        reader.read(typed, "farbe")
    assert str(error.value) == expected
