"""Lists of organisations: who has an article in them, who belongs to whom, and what they share."""

from __future__ import annotations

from collections.abc import Sequence

from .enumerations import listing
from .grammar import Case, Gender, article, contracted, possessive, relative
from .lexicon import Lexicon
from .organisations import Organisation, Organisations, UnsayableError


def subject_is_plural(found: Sequence[Organisation]) -> bool:
    """Tell whether a verb agrees in the plural with these organisations as its subject."""
    return len(found) > 1 or any(one.plural for one in found)


def named(
    found: Sequence[Organisation],
    case: Case,
    words: Lexicon,
    *,
    articles: bool = True,
    relation: str = "",
    owners: Organisations | None = None,
) -> str:
    """Return organisations as one enumeration in `case`.

    With `articles` every name has its own („der Stadt Trier“), else only those that cannot do without. What belongs
    to another in the list joins it („dem Eifelkreis und seiner Servicestelle“); what belongs to one outside of it is
    explained by `relation`, a relative clause such as „{pronomen} bei {traeger} angesiedelt ist“. Several that begin
    with the same noun share it („den Landkreisen A, B und C“).
    """
    groups = _by_head(found, words)
    owner_of = {one.key: owners.find(one.belongs_to).key if owners and one.belongs_to else "" for one in found}
    keys = {one.key for one in found}
    if any(owner in keys for owner in owner_of.values()) or len(groups) < len(found):
        # „den Gemeinden A und B“ bears no neighbour without an article.
        articles = articles or all(one.gender is not None for one in found)
    need = [True] * len(found) if articles else _articles(found, words)
    with_article = dict(zip((one.key for one in found), need, strict=True))
    parts: list[str] = []
    for group in groups:
        one = group[0]
        mine = [other for other in found if owner_of[other.key] == one.key]
        if len(group) > 1:
            parts.append(_shared(group, case, words))
        elif mine and one.gender is not None:
            theirs = [_owned(one.gender, other, case) for other in mine]
            parts.append(listing([one.with_article(case), *theirs], last="und"))
        elif owner_of[one.key] not in keys:
            said = one.with_article(case) if with_article[one.key] else one.bare(case)
            parts.append(said + _relation(one, relation, owners))
    return listing(parts)


def _relation(one: Organisation, relation: str, owners: Organisations | None) -> str:
    """Return the relative clause that says what an organisation belongs to, between commas, "" where it cannot."""
    if not (relation and owners and one.belongs_to and one.gender is not None):
        return ""
    owner = owners.find(one.belongs_to)
    if owner.gender is None:
        return ""
    clause = relation.format(pronomen=relative(one.gender, Case.NOM), traeger=owner.with_article(Case.DAT))
    return f", {contracted(clause)},"


def _articles(found: Sequence[Organisation], words: Lexicon) -> list[bool]:
    """Tell which names have an article in a list that goes without: a single one, and the last of a long list."""
    need = [_needs_article(one, words) for one in found]
    if len(found) == 1:
        return [found[0].gender is not None]
    if len(found) < _LONG and any(" und " in one.shown for one in found):
        return [all(one.gender is not None for one in found)] * len(found)
    if len(found) >= _LONG and sum(need) == 1 and need[-1]:
        return need  # „von Kammern, Caritas, DRK und der Stadt Trier“
    return [len(found) >= _LONG and sum(need) > 1 and all(one.gender is not None for one in found)] * len(found)


_LONG = 3  # from so many on it is a list


def _owned(owner: Gender, other: Organisation, case: Case) -> str:
    if other.gender is None:
        raise UnsayableError(other.shown)
    return f"{possessive(owner, other.gender, case)} {other.weak(case)}"


def _needs_article(one: Organisation, words: Lexicon) -> bool:
    head = one.phrase.noun.singular.lower() if one.phrase else ""
    return any(head == word or head.endswith(word) for word in words.with_article)


def _head(one: Organisation, words: Lexicon) -> str:
    """Return the noun that a name begins with, where others may share it: „Landkreis“ of „Landkreis Vulkaneifel“."""
    first, _, rest = one.shown.partition(" ")
    noun = words.noun(first)
    shared = noun is not None and noun.plural and rest[:1].isupper() and " " not in rest and one.gender is noun.gender
    return first if shared and noun is not None and first.lower() in _SHARING else ""


_SHARING = ("landkreis", "kreis", "stadt", "gemeinde", "verbandsgemeinde", "ortsgemeinde", "sparkasse", "volksbank")


def _by_head(found: Sequence[Organisation], words: Lexicon) -> list[list[Organisation]]:
    """Group organisations whose names begin with the same noun, in the place of the first of them."""
    groups: dict[str, list[Organisation]] = {}
    for place, one in enumerate(found):
        groups.setdefault(_head(one, words) or f"{place}", []).append(one)
    return list(groups.values())


def _shared(group: Sequence[Organisation], case: Case, words: Lexicon) -> str:
    head = group[0].shown.partition(" ")[0]
    noun = words.noun(head)
    if noun is None:
        raise UnsayableError(head)
    names = listing([one.shown.partition(" ")[2] for one in group], last="und")
    return f"{article('der', Gender.PLURAL, case)} {noun.form(case, plural=True)} {names}"
