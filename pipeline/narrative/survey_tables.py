"""Tables of a survey: all answers in numbers, for those who cannot see the charts, and answers by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..german.quantities import UNKNOWN
from ..statistics.printed import Run, runs
from ..statistics.survey import Block, GroupTable, QuestionResult, Share, SurveyResult, in_order
from .chapter import Table
from .survey_sentences import Teller

_Cell = tuple[Run, ...]
_WHOLE = 100


def tables(survey: SurveyResult, teller: Teller) -> Iterator[Table]:
    """Yield a table for each block that holds anything but texts."""
    for block in survey.blocks:
        shown = [one for one in block.results if one.detail and one.question.kind != "offen"]
        if not shown:
            continue
        if block.is_battery:
            yield _battery(block.title or block.group, shown, teller)
        elif shown[0].ranks:
            yield _ranking(block.title, shown[0], teller)
        elif shown[0].shares or shown[0].spread:
            yield _single(block.title, shown[0], teller)


def _text(text: str) -> _Cell:
    return runs(text) if text else ()


def _n(result: QuestionResult, teller: Teller) -> str:
    return f"n = {teller.figure(result.n)}"


def _caption(title: str, result: QuestionResult, teller: Teller) -> str:
    several = f", {teller.wording.word('tabellen.mehrfach')}" if result.question.kind == "mehrfach" else ""
    return f"{title.rstrip(' :')} ({_n(result, teller)}{several})"


def _rows(result: QuestionResult, teller: Teller) -> Iterator[tuple[str, str, str]]:
    """Yield label, number and share of each answer, then what sums them up."""
    for share in in_order(result, teller.figures):
        yield share.label, teller.figure(share.count), _percent(share, teller)
    if result.missing:
        label = teller.wording.word("tabellen.ohne_antwort")
        yield label, teller.figure(result.missing.count), ""
    for key, name in ((result.mean, "mittelwert"), (result.spread.median if result.spread else None, "median")):
        if key:
            yield teller.wording.word(f"tabellen.{name}") + _ends(result, name), teller.figure(key), ""


def _ends(result: QuestionResult, name: str) -> str:
    """Return what the ends of a scale mean, without which its mean says nothing."""
    steps = result.question.options
    if name != "mittelwert" or result.question.kind != "zustimmung":
        return ""
    return f" (1 = {steps[0]}, {len(steps)} = {steps[-1]})"


def _percent(share: Share, teller: Teller) -> str:
    return teller.figure(share.percent, unit="%") if share.percent else UNKNOWN


def _single(title: str, result: QuestionResult, teller: Teller) -> Table:
    rows = tuple((_text(label), _text(number), _text(share)) for label, number, share in _rows(result, teller))
    head = tuple(teller.wording.word(f"tabellen.{name}") for name in ("antwort", "anzahl", "anteil"))
    return Table(_caption(title, result, teller), head, rows, (76, 12, 12))


def _ranking(title: str, result: QuestionResult, teller: Teller) -> Table:
    rows = tuple(
        (_text(rank.label), _text(teller.figure(rank.mean)), _text(_percent_or_count(rank.first, teller)))
        for rank in result.ranks
    )
    head = tuple(teller.wording.word(f"tabellen.{name}") for name in ("antwort", "mittlerer_rang", "erster_platz"))
    return Table(_caption(title, result, teller), head, rows, (64, 18, 18))


def _percent_or_count(share: Share, teller: Teller) -> str:
    return _percent(share, teller) if share.percent else teller.figure(share.count)


def _battery(title: str, shown: Sequence[QuestionResult], teller: Teller) -> Table:
    """Return statements row by row, their answers in words: grids of many steps do not fit a page."""
    rows = []
    for result in shown:
        parts = []
        for label, number, share in _rows(result, teller):
            parts.append(f"{label} {number}{f' ({share})' if share not in ('', UNKNOWN) else ''}")
        rows.append((_text(result.question.text), _text(teller.figure(result.n)), _text("; ".join(parts))))
    head = (teller.wording.word("tabellen.aussage"), "n", teller.wording.word("tabellen.antworten"))
    return Table(title.rstrip(" :"), head, tuple(rows), (36, 8, 56))


def group_tables(block: Block, teller: Teller) -> Iterator[Table]:
    """Yield the answers of a block by each grouping: one table for a battery, lines for its statements."""
    shown = [one for one in block.results if one.detail]
    for by in dict.fromkeys(table.by for one in shown for table in one.by_group):
        found = [(one, table) for one in shown for table in one.by_group if table.by == by]
        groups = tuple(dict.fromkeys(group for _, table in found for group in table.groups))
        rows = []
        for one, table in found:
            rows += _group_rows(one, table, groups, teller, alone=len(found) == 1)
        if rows:
            width = min(16, 64 // max(1, len(groups)))
            widths = (_WHOLE - width * len(groups), *(width for _ in groups))
            caption = f"{teller.wording.word('tabellen.nach')} „{by.rstrip(' ?')}“"
            yield Table(caption, ("", *groups), tuple(rows), widths, _note(found, teller))


def _note(found: Sequence[tuple[QuestionResult, GroupTable]], teller: Teller) -> _Cell:
    if not any(table.left_out for _, table in found):
        return ()
    return runs(teller.say("tabellen.kleine_gruppen", grenze=str(teller.smallest)))


def _group_rows(
    result: QuestionResult, table: GroupTable, groups: Sequence[str], teller: Teller, *, alone: bool
) -> Iterator[tuple[_Cell, ...]]:
    """Yield a line per answer (of a statement its best steps only), and the n of each group."""
    sizes = dict(zip(table.groups, table.sizes, strict=True))
    for line in table.lines:
        values = dict(zip(table.groups, line.shares or line.means, strict=True))
        cells = []
        for group in groups:
            value = values.get(group)
            if value is None:
                cells.append(_text(UNKNOWN))
            elif isinstance(value, Share):
                of = f"{teller.figure(value.count)} von {teller.figure(sizes[group])}"
                cells.append(_text(f"{teller.figure(value.percent, unit='%')} ({of})" if value.percent else of))
            else:
                cells.append(_text(f"{teller.figure(value)} (n = {teller.figure(sizes[group])})"))
        yield (_text(line.label if alone else f"{result.question.text}: {line.label}"), *cells)
