"""By what somebody can be reached or paid, found in any text and taken out: e-mail, telephone, bank account."""

from __future__ import annotations

import re

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
IBAN = re.compile(
    r"\b(?:(?i:DE)\d\d(?:\s?\d{4}){4}\s?\d\d|[A-Z]{2}\d\d(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?)(?!\w)"
)
_DIALLED = re.compile(r"(?<![\w.,/-])\(?(?:\+|0)[\d\s()/.–-]*\d(?!\w|,\d)")
_DAYS_AND_HOURS = re.compile(
    r"(?<![\d.])(?:\d{1,2}\.(?:\s?\d{1,2}\.)?\s?(?:(?:19|20)\d\d|\d\d)?|\d{1,2}[/-](?:19|20)\d\d|\d{1,2}\s?[–-]\s?\d{1,2})(?!\d)"
)
_FEWEST_DIGITS = 7, 6  # of a telephone number, and of what is left of it without days and hours


def _is_phone(text: str) -> bool:
    """Tell whether digits that begin like a telephone number are one, and no days („01.–03.05.2024“) or hours."""
    whole, left = (sum(map(str.isdigit, part)) for part in (text, _DAYS_AND_HOURS.sub(" ", text)))
    return whole >= _FEWEST_DIGITS[0] and left >= _FEWEST_DIGITS[1]


def is_contact(text: str) -> bool:
    """Tell whether a text is nothing but an e-mail address, a telephone number or a bank account."""
    return bool(EMAIL.fullmatch(text) or IBAN.fullmatch(text) or (_DIALLED.fullmatch(text) and _is_phone(text)))


# A quick look at what any of them needs, because nearly no text holds one.
_MAY_HOLD = re.compile(r"@|[(\[{](?i:at)[)\]}]|(?:\d\D*){7}|[A-Z]{2}\d\d\s?[A-Z\d]{4}")


def has_personal_data(text: str) -> bool:
    """Tell whether an e-mail address, a telephone number or a bank account stands in a text."""
    return _MAY_HOLD.search(text) is not None and without_personal_data(text) != text


def without_personal_data(text: str, mark: str = "…") -> str:
    """Return the text with `mark` in place of e-mail addresses, telephone numbers and bank accounts."""
    for pattern in (EMAIL, IBAN):
        text = pattern.sub(mark, text)
    return _DIALLED.sub(lambda match: mark if _is_phone(match[0]) else match[0], text)
