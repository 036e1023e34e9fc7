"""Tables of a survey: all answers in numbers, for those who cannot see the charts, and answers by group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....base.marks import Run, runs
from ....german.orthography import quote
from ....german.quantities import UNKNOWN
from ....narrative.chapter import TextTable
from ..counting.counting import in_order
from ..counting.results import GroupTable, QuestionBlock, QuestionResult, Share, SurveyResult, worth
from .sentences import SurveyWriter

_GROUPS_IN_FULL = 5  # with more groups beside each other there is no room for „(43 von 60)“
WITHHELD = "·"  # as official statistics mark what would tell of too few people

_Cell = tuple[Run, ...]


def tables(survey: SurveyResult, writer: SurveyWriter) -> Iterator[TextTable]:
    """Yield all answers: neighbouring single questions in one table, batteries and rankings in one of their own."""
    rows: list[tuple[_Cell, ...]] = []
    for block in survey.blocks:
        shown = [one for one in block.results if one.detail and one.question.kind != "offen"]
        if not shown:
            continue
        if block.is_battery or shown[0].ranks:
            if rows:
                yield _singles(rows, writer)
                rows = []
            title = block.title or writer.part("tabellen.aussagen")
            yield _battery(title, shown, writer) if block.is_battery else _ranking(title, shown[0], writer)
        elif shown[0].shares or shown[0].spread:
            rows.append((_text(_caption(block.title, shown[0], writer)),))
            rows += ((_text(label), _text(number), _text(share)) for label, number, share in _rows(shown[0], writer))
    if rows:
        yield _singles(rows, writer)


def _singles(rows: Sequence[tuple[_Cell, ...]], writer: SurveyWriter) -> TextTable:
    head = tuple(writer.part(f"tabellen.{name}") for name in ("antwort", "anzahl", "anteil"))
    return TextTable("", head, tuple(rows), (70, 15, 15))


def _text(text: str) -> _Cell:
    return runs(text) if text else ()


def _n(result: QuestionResult, writer: SurveyWriter) -> str:
    return f"n = {writer.printed(result.n)}"


def _caption(title: str, result: QuestionResult, writer: SurveyWriter) -> str:
    several = f", {writer.part('tabellen.mehrfach')}" if result.question.kind == "mehrfach" else ""
    return f"{title.rstrip(' :')} ({_n(result, writer)}{several})"


def _rows(result: QuestionResult, writer: SurveyWriter, *, summed: bool = True) -> Iterator[tuple[str, str, str]]:
    """Yield label, number and share of each answer, then what sums them up."""
    for share in in_order(result, writer.figures):
        if result.question.kind == "datum" and not writer.value(share.count):
            continue  # years between, which nobody named
        yield share.label, writer.printed(share.count), _percent(share, writer)
    if result.missing:
        label = writer.part("tabellen.ohne_antwort")
        yield label, writer.printed(result.missing.count), ""
    if summed and result.mean:
        label = f"{writer.part('tabellen.mittelwert')} {_ends(result, writer)}".strip()
        yield label, writer.printed(result.mean), ""
    if summed and result.spread:
        yield writer.part("tabellen.median"), writer.printed(result.spread.median), ""


def _ends(result: QuestionResult, writer: SurveyWriter) -> str:
    """Return what the ends of a scale mean, without which its mean says nothing."""
    if result.question.kind != "zustimmung":
        return ""
    values = sorted((value, step) for step, value in worth(result.question.options).items())
    return f"({_end(*values[0])}, {_end(*values[-1])})"


def _end(value: int, step: str) -> str:
    """Return „1 = sehr gut“ for a step that is called so, or „1 (sehr gut)“."""
    named = re.fullmatch(rf"{value} \((.+)\)", step)
    return f"{value} = {named[1] if named else step}"


def _percent(share: Share, writer: SurveyWriter) -> str:
    return writer.printed(share.percent, unit="%") if share.percent else UNKNOWN


def _ranking(title: str, result: QuestionResult, writer: SurveyWriter) -> TextTable:
    rows = tuple(
        (_text(rank.label), _text(writer.printed(rank.mean)), _text(_percent_or_count(rank.first, writer)))
        for rank in result.ranks
    )
    head = tuple(writer.part(f"tabellen.{name}") for name in ("antwort", "mittlerer_rang", "erster_platz"))
    return TextTable(_caption(title, result, writer), head, rows, (64, 18, 18))


def _percent_or_count(share: Share, writer: SurveyWriter) -> str:
    return _percent(share, writer) if share.percent else writer.printed(share.count)


def _battery(title: str, shown: Sequence[QuestionResult], writer: SurveyWriter) -> TextTable:
    """Return statements row by row, their answers in words: a grid of many steps does not fit a page."""
    means = all(result.mean for result in shown)
    head = [writer.part("tabellen.aussage"), writer.part("tabellen.antworten"), "n"]
    rows = []
    for result in shown:
        parts = []
        for label, number, share in _rows(result, writer, summed=not means):
            parts.append(f"{label}: {number}{f' ({share})' if share not in ('', UNKNOWN) else ''}")
        cells = [_text(result.question.text), _text("; ".join(parts)), _text(writer.printed(result.n))]
        rows.append((*cells, *([_text(writer.printed(result.mean))] if means and result.mean else [])))
    caption = title.rstrip(" :")
    if means:
        head.append(writer.part("tabellen.mittelwert"))
        caption = f"{caption} {_ends(shown[0], writer)}".strip()
    return TextTable(caption, tuple(head), tuple(rows), (34, 47, 7, 12) if means else (34, 59, 7))


def group_tables(block: QuestionBlock, writer: SurveyWriter) -> Iterator[TextTable]:
    """Yield the answers of a block by each grouping: one table for a battery, lines for its statements."""
    shown = [one for one in block.results if one.detail]
    for by in dict.fromkeys(table.by for one in shown for table in one.by_group):
        compared = [(one, table) for one in shown for table in one.by_group if table.by == by and table.compares]
        if not compared:
            continue  # what is withheld leaves nothing to compare
        groups = tuple(dict.fromkeys(group for _, table in compared for group in table.groups))
        named = len(shown) > 1  # of several statements one must be named even where it is the only one compared
        alike = named and len({line.label for _, table in compared for line in table.lines}) == 1
        rows: list[tuple[_Cell, ...]] = []
        for one, table in compared:
            rows += _group_rows(one, table, groups, writer, named=named, alike=alike)
        caption = f"{writer.part('tabellen.nach')} {quote(by)}"
        if alike:
            caption = f"{caption}: {compared[0][1].lines[0].label}"
        width = max(9, min(20, 70 // len(groups)))
        yield TextTable(
            caption,
            ("", *groups),
            tuple(rows),
            (100 - width * len(groups), *(width,) * len(groups)),
            _note(compared, writer),
        )


def not_by_group(blocks: Sequence[QuestionBlock]) -> Iterator[tuple[str, list[str]]]:
    """Yield each grouping with the questions whose answers it does not split: too much would have to be withheld."""
    shown = [one for block in blocks for one in block.results if one.detail]
    for by in dict.fromkeys(table.by for one in shown for table in one.by_group):
        yield by, [one.question.text for one in shown for t in one.by_group if t.by == by and not t.compares]


def _note(compared: Sequence[tuple[QuestionResult, GroupTable]], writer: SurveyWriter) -> _Cell:
    reasons = {
        "tabellen.kleine_gruppen": any(table.left_out for _, table in compared),
        "tabellen.kleine_zellen": any(table.withheld for _, table in compared),
    }
    notes = [writer.say(name, grenze=str(writer.smallest)) for name, applies in reasons.items() if applies]
    return runs(" ".join(notes)) if notes else ()


def _group_rows(
    result: QuestionResult, table: GroupTable, groups: Sequence[str], writer: SurveyWriter, *, named: bool, alike: bool
) -> Iterator[tuple[_Cell, ...]]:
    """Yield a line per answer; of a statement and of a yes or no, the first says it all."""
    sizes = dict(zip(table.groups, table.sizes, strict=True))
    short = len(groups) > _GROUPS_IN_FULL
    for line in table.lines[:1] if result.question.kind == "ja-nein" else table.lines:
        values: dict[str, Share | str | None] = dict(zip(table.groups, line.shares or line.means, strict=True))
        label = result.question.text if alike else f"{result.question.text}: {line.label}" if named else line.label
        cells = (_in_group(values.get(group, ""), sizes.get(group), writer, short=short) for group in groups)
        yield (_text(label), *map(_text, cells))


def _in_group(value: Share | str | None, size: str | None, writer: SurveyWriter, *, short: bool) -> str:
    """Return „72 % (43 von 60)“ or in short „72 % (43)“, „2,4 (n = 50)“.

    A dash stands for a group that is too small, a point for what is withheld.
    """
    if value is None:
        return WITHHELD
    if not value or size is None:
        return UNKNOWN
    if not isinstance(value, Share):
        return f"{writer.printed(value)} (n = {writer.printed(size)})"
    return writer.shown(value, "beides") if short else writer.share(value, size)
