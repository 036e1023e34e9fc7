"""What a text from outside may hold: every cell, every setting, every name of a sheet is cleaned here, once.

A Mac and many a PDF write „ü“ as „u“ and a mark; web pages and chats leave characters behind that take no room. Nobody
sees either, and no pattern of ours expects them.
"""

from __future__ import annotations

import re
import unicodedata

TURNING = "\u202a-\u202e\u2066-\u2069"  # what follows them runs backwards

# Take no room and join nothing; what joins letters or emoji (U+200C, U+200D) stays.
_UNSEEN = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb"
)
_NO_TEXT = "\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"  # controls, private use
# A soft hyphen before the end of a line parted a word there, as copies from a PDF do.
_GONE = re.compile(f"\u00ad\n?|[{TURNING}{_UNSEEN}{_NO_TEXT}]")
_LINE_BREAKS = re.compile(r"_x000D_\n?|\r\n?|[\v\f\x85\u2028\u2029]")


def cleaned(text: str) -> str:
    """Return a text with composed letters, plain line breaks and nothing that is no text or cannot be seen."""
    if text.isprintable() and (text.isascii() or (unicodedata.is_normalized("NFC", text) and not _GONE.search(text))):
        return text
    return unicodedata.normalize("NFC", _GONE.sub("", _LINE_BREAKS.sub("\n", text)))
