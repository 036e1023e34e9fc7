"""The months: their names, how narrow places shorten them, and what people type for them."""

from __future__ import annotations

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

# As the Duden shortens them, without the points: columns of tables and charts have no room for them.
SHORT_MONTHS = ("Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez")

# Beside both, people type three letters, what else is usual in Germany and Austria, and what English programs say.
_OTHER_NAMES = (
    "jänner january", "feber february", "mrz maerz mar march", "", "may", "june", "july", "", "", "october oct", "",
    "december dec",
)  # fmt: skip
TYPED_MONTHS = {
    name: number
    for number, (long, short, others) in enumerate(zip(MONTHS, SHORT_MONTHS, _OTHER_NAMES, strict=True), start=1)
    for name in (long.lower(), short.lower(), long[:3].lower(), *others.split())
}
