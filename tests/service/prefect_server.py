"""Prefect for tests: a server of its own for each session, and the runs that it knows of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pipeline.service.prefect_home import prepare


@contextmanager
def harness() -> Iterator[None]:
    """Give Prefect a temporary server and database."""
    prepare()
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


def runs() -> list[Any]:
    """Return all flow runs, latest first."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.sorting import FlowRunSort

    with get_client(sync_client=True) as client:
        return list(client.read_flow_runs(sort=FlowRunSort.EXPECTED_START_TIME_DESC, limit=50))


def artifacts() -> dict[str, Any]:
    """Return the latest artifact of each key."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.sorting import ArtifactSort

    with get_client(sync_client=True) as client:
        return {str(found.key): found for found in reversed(client.read_artifacts(sort=ArtifactSort.CREATED_DESC))}
