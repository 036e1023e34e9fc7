"""Ask an independent judge whether the PDF is PDF/UA-1 and PDF/A-3a."""

from __future__ import annotations

from pathlib import Path

PROFILES = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}


def check_pdf(path: Path) -> tuple[str, ...]:
    """Return what the file at `path` breaks, one line per finding; empty when it is accessible and lasting."""
    import page

    findings: dict[str, None] = {}
    for profile, name in PROFILES.items():
        for failure in page.validate_pdf(str(path), profile=profile).failures:
            findings[f"{name}, {failure.rule_id}: {failure.message}"] = None
    return tuple(findings)
