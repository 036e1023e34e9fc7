"""Numbers as German says them: in digits, as words, and rounded without saying anything untrue."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal, Protocol

from ..base.period import Period
from ..base.settings import NumberStyle
from .grammar import Case, Gender, article, ending
from .numbers import NUMBER_WORDS, QUALIFIERS
from .periods import in_table

NO_BREAK = "\u00a0"
UNKNOWN = "–"
NOT_STATED = f"k.{NO_BREAK}A."


class FigureLike(Protocol):
    """What a figure must tell to be printed; `base.figures.Figure` does."""

    @property
    def value(self) -> int | Decimal | Period | None:
        """The number, the period, or None where nothing is known."""

    @property
    def unit(self) -> str:
        """The German unit."""

    @property
    def at_least(self) -> bool:
        """Whether the value is a lower bound."""

    @property
    def approximate(self) -> bool:
        """Whether somebody typed it with „ca.“."""


def number(value: int | Decimal, *, decimals: int | None = None, thousands_from: int = 1000) -> str:
    """Return `value` in digits: decimal comma, thousands point from `thousands_from` on, halves rounded up.

    Without `decimals` the number keeps the places it has, two at most. What is no number is „–“.
    """
    exact = Decimal(value)
    if not exact.is_finite():
        return UNKNOWN
    with localcontext(prec=_DIGITS + max(0, exact.adjusted())):  # so that no number is too long for its own digits
        if decimals is None:
            decimals = min(2, max(0, -int(exact.normalize().as_tuple().exponent)))
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        point = "," if abs(rounded) >= thousands_from else ""
        said = f"{rounded + 0:{point}.{decimals}f}"
    return said.translate(_GERMAN)


_DIGITS = 40  # room for digits beside those before the comma: quantizing to more than there is room for fails
_GERMAN = str.maketrans({",": ".", ".": ",", "-": "\u2212"})
_EURO = frozenset({"Euro", "€", "EUR"})
_MEASURES = (
    "%", "‰", "°C", "g", "kg", "t", "mm", "cm", "m", "km", "m²", "qm", "km²", "ha", "l", "hl", "m³", "kW", "kWh", "MWh",
    "h", "Std.", "Min.", "Mio.", "Tsd.", "Mio. €", "Tsd. €", "T€",
)  # fmt: skip
_SIGNS = dict.fromkeys(_EURO, "€") | {measure: measure for measure in _MEASURES}


def sign(unit: str) -> str:
    """Return what stands behind a number („%“, „€“, „kg“), "" where the unit is a word that its name must bear."""
    return _SIGNS.get(unit, "")


def named(name: str, unit: str) -> str:
    """Return what a value is called: „Durchschnittsalter (Jahre)“; signs and units that go without saying stay away."""
    plain = not unit or sign(unit) or unit in _COUNTED or unit.casefold() in name.casefold()
    return name if plain else f"{name} ({unit})"


_COUNTED = ("Anzahl", "Person", "Personen")


def counts(unit: str) -> bool:
    """Tell whether a unit says that something was counted and nothing measured."""
    return unit in _COUNTED


def places(unit: str, *values: object) -> int | None:
    """Return how many decimals amounts of money beside each other have: two where one of them has cents, else none.

    Other numbers keep the places they have: None.
    """
    if unit not in _EURO:
        return None
    return 2 if any(isinstance(value, Decimal) and value != value.to_integral_value() for value in values) else 0


_CENTS_BELOW = 1000  # in larger amounts nobody looks for them


def without_small_change(amount: Decimal) -> Decimal:
    """Return an amount of money as text says it: from a thousand on in whole Euros."""
    return amount.quantize(Decimal(1), rounding=ROUND_HALF_UP) if abs(amount) >= _CENTS_BELOW else amount


def in_figures(
    figure: FigureLike, *, unit: bool = False, thousands_from: int = 1000, beside: Sequence[object] = ()
) -> str:
    """Return a figure as tables and boxes print it: „mind. 1.234“, „07/2015 – 09/2017“, „–“ where nothing is known.

    At least nobody is no news: „k. A.“.

    With `unit` only signs („%“, „€“, „kg“) are added; units that are words stand in the label. Money has cents where
    an amount `beside` it has.
    """
    if figure.value is None:
        return UNKNOWN
    if isinstance(figure.value, Period):
        return in_table(figure.value)
    if figure.at_least and not figure.value:
        return NOT_STATED
    decimals = places(figure.unit, figure.value, *beside)
    shown = number(figure.value, decimals=decimals, thousands_from=thousands_from)
    if unit and sign(figure.unit):
        shown += NO_BREAK + sign(figure.unit)
    if figure.at_least:
        return f"mind.{NO_BREAK}{shown}"
    return f"ca.{NO_BREAK}{shown}" if figure.approximate else shown


Form = Literal["genau", "rund", "ueber", "mehrere"]


def word(value: int, wording: NumberStyle) -> str:
    """Return a whole number as running text says it: „zwei“, „zwölf“, „13“, „1.234“."""
    if 0 <= value <= min(wording.zahlwoerter_bis, len(NUMBER_WORDS) - 1):
        return NUMBER_WORDS[value]
    return number(value, thousands_from=wording.tausenderpunkt_ab)


def times(value: int, wording: NumberStyle) -> str:
    """Return how often something was: „einmal“, „zwölfmal“, „13-mal“."""
    said = word(value, wording)
    return f"{said}-mal" if said[:1].isdigit() else f"{said.removesuffix('s') if value == 1 else said}mal"


def before_noun(value: int, gender: Gender, case: Case, wording: NumberStyle, *, digits: bool = False) -> str:
    """Return a whole number before its noun: „ein“, „eine“, „einen“, „keine“, „zwei“, „13“."""
    if value == 0:
        return article("kein", Gender.PLURAL, case)
    if value == 1:
        return article("ein", gender, case)
    return number(value, thousands_from=wording.tausenderpunkt_ab) if digits else word(value, wording)


def in_digits(shown: str) -> str:
    """Return a number word in digits („vier“ -> „4“), anything else as it is; „ein“ stays an article."""
    return str(NUMBER_WORDS.index(shown)) if shown in NUMBER_WORDS[2:] else shown


def has_digits(shown: str) -> bool:
    """Tell whether a printed number, perhaps qualified, is in digits: „47“, „rund 250“, but not „seit Mitte 2015“."""
    said, _, value = shown.rpartition(" ")
    return value[:1].isdigit() and (not said or said in QUALIFIERS)


def typed_qualifier(typed: str) -> str:
    """Return how staff qualified a number themselves: „über“, „ca.“, „rund“ … or ""."""
    lower = typed.strip().lower()
    for said, kept in sorted(QUALIFIERS.items(), key=lambda item: -len(item[0])):
        if lower.startswith(said) and not lower[len(said) : len(said) + 1].isalpha():
            return kept
    return ""


def rounded(value: int, wording: NumberStyle) -> tuple[str, int]:
    """Return a true approximation of an exact number: „rund“, „über“ or „knapp“ and the round number.

    Numbers below `runden_ab` and round ones stay as they are, with "".
    """
    if value < wording.runden_ab:
        return "", value
    step = _step(value, wording)
    near = (value + step // 2) // step * step
    if near == value:
        return "", value
    if abs(near - value) * 100 <= wording.rund_prozent * value:
        return "rund", near
    return ("über", near) if near < value else ("knapp", near)


def _step(value: int, wording: NumberStyle) -> int:
    """Return the step of rounding: from settings below 1000, two digits beyond."""
    if value < 100:
        return wording.schritt_zweistellig
    if value < 1000:
        return wording.schritt_dreistellig
    return int(10 ** (len(str(value)) - 2))


def above(value: int, wording: NumberStyle) -> tuple[str, int]:
    """Return „über“ and the next round number below, or the number itself where it is round or small.

    Where that is too far below to be said, the number is rounded like others: 149 are no „über 140“.
    """
    if value < wording.runden_ab:
        return "", value
    down = value // _step(value, wording) * _step(value, wording)
    if down == value:
        return "", value
    return ("über", down) if (value - down) * 100 <= _FAR * value else rounded(value, wording)


_FAR = 5  # „über“ is said of what lies at most so many percent above


def several(value: int, wording: NumberStyle) -> str:
    """Return „mehrere“ or „zahlreiche“ where they are true, else ""."""
    if value < 3:
        return ""
    return "mehrere" if value <= wording.mehrere_bis else "zahlreiche"


_SEVERAL_STEMS = {"mehrere": "mehrer", "zahlreiche": "zahlreich"}


def several_in(value: int, case: Case, wording: NumberStyle) -> str:
    """Return „mehrere“, „mehreren“, „zahlreicher“ … in `case`, or "" where it would not be true."""
    said = several(value, wording)
    return _SEVERAL_STEMS[said] + ending("", Gender.PLURAL, case) if said else ""


def stated(
    figure: FigureLike,
    wording: NumberStyle,
    *,
    form: Form = "genau",
    qualifier: str = "",
    words: bool = True,
    beside: object = None,
) -> str:
    """Return a figure in running text as a true statement: „über 150“, „rund 140“, „mindestens 412“, „zwölf“.

    A `qualifier` that staff typed wins; a lower bound is never said as if it were exact. An amount of money has as many
    decimals as the one `beside` it.
    """
    value = figure.value
    if value is None:
        return UNKNOWN
    if isinstance(value, Period):
        return in_table(value)
    if not isinstance(value, int) or isinstance(beside, Decimal):
        decimals = places(figure.unit, value, beside)
        shown_amount = number(value, decimals=decimals, thousands_from=wording.tausenderpunkt_ab)
        return f"mindestens {shown_amount}" if figure.at_least else shown_amount
    if qualifier:
        return f"{qualifier} {number(value, thousands_from=wording.tausenderpunkt_ab)}"
    if figure.at_least:
        said, shown = above(value, wording) if form in ("rund", "ueber") else ("", value)
        said, shown = (said, shown) if said == "über" else ("mindestens", value)
    elif figure.approximate:
        said, shown = "ca.", value
    elif form == "mehrere" and several(value, wording):
        return several(value, wording)
    elif form == "rund":
        said, shown = rounded(value, wording)
    elif form == "ueber":
        said, shown = above(value, wording)
    elif words and not value:
        return "keine"
    else:
        said, shown = "", value
    if said:
        return f"{said} {number(shown, thousands_from=wording.tausenderpunkt_ab)}"
    return word(shown, wording) if words else number(shown, thousands_from=wording.tausenderpunkt_ab)
