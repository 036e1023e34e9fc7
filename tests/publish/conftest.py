"""One printed sample for all tests that look at it: setting pages is what costs."""

from pathlib import Path

import pytest

from pipeline.outputs import report_files
from pipeline.publish.document import Document, compose
from pipeline.publish.pdf import renderer
from tests.publish import sample


@pytest.fixture(scope="session")
def document() -> Document:
    """Return the sample report, composed."""
    return compose(sample.content())


@pytest.fixture(scope="session")
def folder(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with everything that a run writes for the sample report."""
    where = tmp_path_factory.mktemp("report")
    with renderer.start() as printer:
        report_files.write(where, document.content)
        report_files.print_report(where, document, printer)
    return where
