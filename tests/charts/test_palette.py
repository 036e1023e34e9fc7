"""Colours: readable on paper, told apart in grey and by colour-blind readers, whatever the accent."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.charts.palette import PAPER, contrast, diverging, linear, luminance, on, palette, to_oklch

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
HOUSE_COLOURS = ["#1f5673", "#8a2f3c", "#b5121b", "#f7d038", "#2e8b57", "#7b3fa0", "#000000", "#ffffff", "#00ffff"]

# Machado, Oliveira and Fernandes (2009), full severity, on linear light: what each kind of eye makes of a colour.
EYES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def lightness(light: float) -> float:
    """Return L* (0 to 100) of a luminance; a step of 1 can just be seen side by side."""
    return 903.3 * light if light <= 0.008856 else 116 * light ** (1 / 3) - 16


def seen(colour: str, eye: str) -> str:
    light = [min(max(sum(a * b for a, b in zip(row, linear(colour), strict=True)), 0), 1) for row in EYES[eye]]
    parts = [12.92 * p if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in light]
    return "#" + "".join(f"{round(p * 255):02x}" for p in parts)


def apart(one: str, other: str) -> float:
    """Return how far apart two colours look, in hundredths of OKLab; 2 can just be seen side by side."""
    from math import cos, radians, sin

    places = []
    for colour in (one, other):
        level, chroma, hue = to_oklch(colour)
        places.append((level, chroma * cos(radians(hue)), chroma * sin(radians(hue))))
    return 100 * dist(*places)


@given(COLOURS)
def test_every_mark_stands_out_from_paper_and_every_letter_can_be_read(accent: str) -> None:
    colours = palette(accent)
    marks = [*colours.series, colours.tint, colours.grey, *diverging(accent, 5)]
    assert min(contrast(mark, PAPER) for mark in marks) >= 3
    assert min(contrast(text, PAPER) for text in (colours.text, colours.ink, colours.muted)) >= 4.5
    assert contrast(colours.ink, colours.field) >= 4.5
    assert min(contrast(mark, on(mark)) for mark in marks) >= 4.5


@given(COLOURS)
def test_four_kinds_are_told_apart_in_grey(accent: str) -> None:
    levels = sorted(lightness(luminance(colour)) for colour in palette(accent).series)
    assert min(high - low for low, high in pairwise(levels)) >= 5


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("accent", HOUSE_COLOURS)
def test_four_kinds_are_told_apart_by_colour_blind_readers(accent: str, eye: str) -> None:
    colours = [seen(colour, eye) for colour in palette(accent).series]
    assert min(apart(*pair) for pair in combinations(colours, 2)) >= 6


@pytest.mark.parametrize("steps", [2, 3, 4, 5, 6, 7])
@pytest.mark.parametrize("accent", HOUSE_COLOURS)
def test_a_scale_with_poles_is_told_apart_by_everyone(accent: str, steps: int) -> None:
    scale = diverging(accent, steps)
    assert len(scale) == steps
    for eye in EYES:
        assert min(apart(*(seen(colour, eye) for colour in pair)) for pair in pairwise(scale)) >= 4


@pytest.mark.parametrize("accent", ["#1f5673", "#8a2f3c", "#b5121b", "#2e8b57", "#7b3fa0"])
def test_an_accent_that_can_be_seen_is_kept_as_it_is(accent: str) -> None:
    assert palette(accent).series[0] == palette(accent).accent == accent
