"""What only the page for the screen has: its headings, its one script, its policy, its drawings."""

from __future__ import annotations

import base64
import hashlib
import re

from markupsafe import Markup

_HEADING = re.compile(r"<(/?)h([1-5])\b")
_PICTURE = re.compile(r'<svg([^>]*)role="img"([^>]*)><title>[^<]*</title>')

# The sources of a figure, shown on hover and focus, go away with Escape until the next one is asked for. No other
# script runs, and nothing is fetched.
SCRIPT = (
    'addEventListener("keydown",e=>{if(e.key==="Escape")document.body.classList.add("ruhig")});'
    'for(const e of["mouseout","focusout"])addEventListener(e,()=>document.body.classList.remove("ruhig"));'
)
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    f"script-src 'sha256-{base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()}'"
)


def lowered(html: str) -> Markup:
    """Return `html` with its headings one level lower: on the screen the report's title is the one at the top."""
    return Markup(_HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", html))  # noqa: S704 - escaped before


def unheard(svg: str) -> str:
    """Return a drawing that screen readers pass over; its alternative stands beside it as text."""
    return _PICTURE.sub(r'<svg\1aria-hidden="true"\2>', svg, count=1)
