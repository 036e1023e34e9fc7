"""What the row of a meeting says, as words that patterns name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...base.figures import Figure
from ...base.records import Count
from ...narrative import row_features, titles
from ...narrative.phrases import KindPhrase, Language, Parties, Words


def meeting(row: Any, figure: Figure | None, language: Language) -> dict[str, Any]:
    """Return the words of one meeting; what the row does not say is not there."""
    kind, theme = titles.beside_kind(row.thema, row.art)
    row = row._replace(art=kind, thema=theme)
    others = tuple(name for name in row.beteiligte if not language.organisations.is_own(name))
    day = row_features.when(row.datum.date(), row.genau)
    count = row.teilnehmerzahl if isinstance(row.teilnehmerzahl, Count) else None
    phrase = row_features.kind(row.art, "Treffen", language)
    if others and phrase.tail.startswith("mit "):
        phrase = replace(phrase, tail="")  # „Gespräch mit dem Bürgermeister“: with whom is told by those who took part
    facts: dict[str, Any] = {"art": KindPhrase(phrase)}
    body = language.words.body(row.art)
    if body is not None:
        facts["gremium"] = KindPhrase(body)
    facts["eigene"] = Parties((language.organisations.own,), language)
    facts |= row_features.number(figure, language, count)
    if len(others) > row_features.MANY_PARTIES or language.organisations.find(
        row.ort
    ) not in row_features.organisations_called(others, language):
        facts |= row_features.place(row.ort, language, row.art)  # „in der IHK mit der IHK“ says it twice
    if row.art and row.thema.casefold().endswith(row.art.casefold()) and " " not in row.thema:
        facts["art"] = KindPhrase(row_features.kind(row.thema, "Treffen", language))  # „Antrittsbesuch“ for a „Besuch“
    elif row.thema and row.thema.casefold() not in row.art.casefold():
        facts["thema"] = row_features.subject(row.thema, language)
    if others:
        facts["beteiligte"] = row_features.parties(others, language)
    if len(others) > row_features.MANY_PARTIES:
        facts["viele"] = Words("")
    if day:
        facts["wann"] = Words(day)
    return facts
