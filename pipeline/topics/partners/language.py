"""The language of an association: its words, its partners, itself, its ways with numbers."""

from __future__ import annotations

from ...base.names import identity
from ...base.records import Tables
from ...base.settings import Settings
from ...german.lexicon import lexicon
from ...german.organisations import organisation, organisations
from ...narrative.phrases import Language
from ...narrative.row_features import rows


def language(tables: Tables, settings: Settings, relation: str) -> Language:
    """Return the language of an association: its words, its partners, itself, its ways with numbers."""
    words = lexicon(settings.woerter)
    own = organisation(
        settings.organisation.name or "Organisation",
        words,
        short=settings.organisation.kurz,
        gender=settings.organisation.artikel or _own_article(tables, settings),
    )
    partners = [
        organisation(
            row.name, words, short=row.kurzform, gender=row.artikel, dative=row.dativ, belongs_to=row.gehoert_zu
        )
        for row in rows(tables["partner"])
    ]
    return Language(words, organisations(partners, own, words), settings.sprache, relation)


def _own_article(tables: Tables, settings: Settings) -> str:
    """Return the article that the partners' list gives the association itself."""
    partner = tables["partner"]
    names = {identity(name) for name in (settings.organisation.name, settings.organisation.kurz) if name}
    ours = partner["name"].map(identity).isin(names) | partner["kurzform"].map(identity).isin(names)
    articles = partner[ours]["artikel"]
    return str(articles.iloc[0]) if len(articles) else ""
