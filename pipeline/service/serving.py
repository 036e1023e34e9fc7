"""Serve the nightly deployment: `python -m pipeline.service.serving INPUTS OUTPUTS`, server at PREFECT_API_URL.

One runner, one run at a time. The schedule goes on when the service is stopped, so that nobody has to resume it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from prefect import serve
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron
from prefect.states import Crashed
from prefect.types.entrypoint import EntrypointType

from ..base.associations import find
from ..base.exit_codes import WRONG_USE
from ..base.settings import Night, load
from . import health
from .flows import nachtlauf
from .schedule import next_night

NAME = "nachts"
CUT_OFF = "Der Dienst wurde während dieses Laufs beendet; der letzte Bericht gilt weiter."


def main(inputs: Path, outputs: Path) -> None:
    """Register the deployment, settle what was left behind, catch up a missed night, and serve."""
    night = load(inputs)[0].nachtlauf
    try:
        next_night(night, datetime.now(UTC))
    except (ValueError, KeyError) as error:
        sys.stderr.write(f"[nachtlauf] zeit = „{night.zeit}“, zeitzone = „{night.zeitzone}“ ist keine Zeit: {error}\n")
        sys.exit(WRONG_USE)
    deployment = to_deploy(inputs, outputs, night)
    known = deployment.apply()
    if not isinstance(known, UUID):
        raise TypeError(known)
    settle(known)
    if missed(outputs_of(inputs, outputs), night, datetime.now(UTC)):
        catch_up(known)
    serve(deployment, pause_on_shutdown=False, limit=1, print_starting_message=False)


def to_deploy(inputs: Path, outputs: Path, night: Night) -> RunnerDeployment:
    """Return the nightly deployment, scheduled as the settings say."""
    deployment = nachtlauf.to_deployment(
        NAME,
        schedule=Cron(night.zeit, timezone=night.zeitzone),
        parameters={"inputs": str(inputs), "outputs": str(outputs)},
        description="Jede Nacht: prüft alle Eingangsordner und erstellt die Berichte, die sich geändert haben.",
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    if not isinstance(deployment, RunnerDeployment):
        raise TypeError(deployment)
    return deployment


def outputs_of(inputs: Path, outputs: Path) -> tuple[Path, ...]:
    """Return the outputs folders of all associations."""
    return tuple(association.outputs for association in find(inputs, outputs))


def missed(outputs: tuple[Path, ...], night: Night, now: datetime) -> bool:
    """Tell whether a night should have come since any of the associations had its last one."""
    notes = [known.when for known in map(health.read, outputs) if known]
    if not notes:
        return False  # a new service: nothing was promised yet
    last = min(map(datetime.fromisoformat, notes))
    return next_night(night, last) <= now


def settle(deployment: UUID) -> None:
    """Say of runs that a dead service left behind that they crashed; nobody else can be running them."""
    unfinished = FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.RUNNING, StateType.PENDING]))
    with get_client(sync_client=True) as client:
        runs = client.read_flow_runs(
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment])),
            flow_run_filter=FlowRunFilter(state=unfinished),
        )
        for run in runs:
            client.set_flow_run_state(run.id, Crashed(message=CUT_OFF), force=True)


def catch_up(deployment: UUID) -> None:
    """Order the night that was missed, once."""
    with get_client(sync_client=True) as client:
        client.create_flow_run_from_deployment(deployment, tags=["nachgeholt"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
