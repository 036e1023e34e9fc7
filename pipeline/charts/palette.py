"""Colours of the charts, all from one accent: told apart in grey print and by colour-blind readers.

What tells two colours apart here is first their lightness, which survives a grey print and every kind of colour
blindness, and only then their hue. Lightness, chroma and hue are those of OKLCH (B. Ottosson, 2020), in which equal
steps look equal. Every mark has a contrast of at least 3 : 1 to white paper, every text of 4.5 : 1 (WCAG AA).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

INK, MUTED, RULE = "#1a1a1a", "#595959", "#bfbfbf"
PAPER = "#ffffff"

_DARK, _LIGHT = 0.27, 0.66  # lightness of the darkest and the lightest mark; the latter has 3 : 1 to paper
_SERIES = 4  # as many as lightness alone keeps apart on paper
_PALE = 0.54  # a lighter accent goes with a shade instead of a tint, and with grey where it should stand out
_SHADE = 0.36  # lightness of that shade: dark beside every pale accent, and not yet the black of text
_WARM, _COLD = 65.0, 250.0  # hues that stay apart for every kind of colour blindness: ochre and blue
_AGREEMENT = (0.36, 0.52)  # lightness of the agreeing side, from the end of the scale to its middle
_OPPOSITION = (0.44, 0.60)  # and of the other side: no two alike in grey


@dataclass(frozen=True)
class Palette:
    """The colours of one report, as `#rrggbb`.

    `accent` marks what matters, `tint` is its lighter companion, `grey` everything else; `text` is the accent where
    letters are printed in it; `field` a pale ground. `series` tells up to four kinds apart.
    """

    accent: str
    tint: str
    grey: str
    text: str
    field: str
    series: tuple[str, ...]
    ink: str = INK
    muted: str = MUTED
    rule: str = RULE


def palette(accent: str) -> Palette:
    """Return the colours that go with `accent` (`#rrggbb`); an accent too pale for a mark is darkened."""
    lightness, chroma, hue = to_oklch(accent)
    series = _series(lightness, chroma, hue)
    return Palette(
        accent=series[0],
        tint=_mark(_LIGHT, chroma * 0.55 if lightness < _PALE else 0, hue),
        grey=_mark(_LIGHT, 0, 0),
        text=_readable(series[0]),
        field=_colour(0.96, min(chroma, 0.02), hue),
        series=series,
    )


def diverging(accent: str, steps: int) -> tuple[str, ...]:
    """Return colours for an ordered scale with poles, from its negative to its positive end.

    The positive side has the accent's hue, the negative one a hue that no colour blindness mixes up with it, an odd
    number of steps a grey middle. Neighbours differ in lightness, and so do the two sides.
    """
    _, chroma, hue = to_oklch(accent)
    other = _COLD if _is_warm(hue) else _WARM
    side = steps // 2
    negative = [_mark(_between(_OPPOSITION, i, side), 0.10, other) for i in range(side)]
    positive = [_mark(_between(_AGREEMENT, i, side), chroma, hue) for i in range(side)]
    middle = [_mark(_LIGHT, 0, 0)] if steps % 2 else []
    return (*negative, *middle, *reversed(positive))


def on(colour: str) -> str:
    """Return white or black, whichever is read better on `colour`; one of them always has 4.5 : 1."""
    return PAPER if contrast(colour, PAPER) >= 4.5 else "#000000"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour: 0 is black, 1 is white."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(colour: str) -> tuple[float, float, float]:
    """Return the light of the three primaries of an sRGB colour, each from 0 to 1."""
    red, green, blue = (_decoded(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def to_oklch(colour: str) -> tuple[float, float, float]:
    """Return lightness (0 to 1), chroma (0 to about 0.3) and hue (degrees) of a colour."""
    red, green, blue = linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _series(lightness: float, chroma: float, hue: float) -> tuple[str, ...]:
    """Return the accent, its tint (or shade), and two more as far in lightness from the others as the room allows.

    Of these two, the darker is a shade of the accent, the lighter a grey.
    """
    own = min(max(lightness, _DARK), _LIGHT)
    taken = [own, _LIGHT if own < _PALE else _SHADE]
    steps = [_DARK + (_LIGHT - _DARK) * i / 40 for i in range(41)]
    while len(taken) < _SERIES:
        taken.append(max(steps, key=lambda step: min(abs(step - t) for t in taken)))
    shares = (1.0, 0.55, *(0.55 if level < _SHADE else 0.0 for level in taken[2:]))
    return tuple(_mark(level, chroma * share, hue) for level, share in zip(taken, shares, strict=True))


def _is_warm(hue: float) -> bool:
    """Tell whether colour-blind readers see the hue on the yellow side: red, orange, yellow, green."""
    return hue < 200 or hue > 340


def _between(ends: tuple[float, float], index: int, count: int) -> float:
    start, end = ends
    return start if count < 2 else start + (end - start) * index / (count - 1)


def _mark(lightness: float, chroma: float, hue: float) -> str:
    """Return the colour, darkened until a mark in it stands out from paper."""
    return _darkened(lightness, chroma, hue, 3.0)


def _readable(colour: str) -> str:
    """Return the colour, darkened until letters in it can be read on paper."""
    return _darkened(*to_oklch(colour), 4.5)


def _darkened(lightness: float, chroma: float, hue: float, least: float) -> str:
    colour = _colour(lightness, chroma, hue)
    while contrast(colour, PAPER) < least:
        lightness -= 0.005
        colour = _colour(lightness, chroma, hue)
    return colour


def _colour(lightness: float, chroma: float, hue: float) -> str:
    """Return the colour as `#rrggbb`; chroma gives way where a screen cannot show it, lightness never."""
    while True:
        light = _to_linear(lightness, chroma, hue)
        if chroma <= 0 or all(-0.0005 <= part <= 1.0005 for part in light):
            break
        chroma = max(0.0, chroma - 0.004)
    return "#" + "".join(f"{round(_encoded(min(max(part, 0.0), 1.0)) * 255):02x}" for part in light)


def _to_linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _encoded(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)
