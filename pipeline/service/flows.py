"""The same runs as Prefect flows and tasks. Importing this imports Prefect.

`taetigkeitsbericht` is one association's night. `nachtlauf` is the night of all: each association in a process of its
own, on this machine or, through a deployment on a work pool, on any machine that has a worker.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Completed, Failed

from ..base import each_association
from ..base.associations import Association, find
from ..base.exit_codes import BLOCKED, DONE, IN_WORDS
from ..base.locks import Busy, held
from ..base.settings import load
from ..outputs import archive
from ..report import Order, Outcome, P, R
from . import artifacts, nightly
from .prefect_home import INPUTS, OUTPUTS, mail_password
from .schedule import next_night


def as_task(title: str, step: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Run a step as a Prefect task.

    The arguments travel in the closure: Prefect would look through every table for futures and hash it.
    """

    @task(name=title, cache_policy=NO_CACHE, persist_result=False)
    def run() -> R:
        return step(*args, **kwargs)

    return run()


# --- one association ------------------------------------------------------------------------------------------


def _name() -> str:
    """Return organisation and year, as far as they are known before anything is read."""
    parameters: Mapping[str, Any] = flow_run.parameters
    association = _association(parameters["inputs"], parameters["outputs"], parameters.get("name", ""))
    year = parameters.get("jahr") or association.settings().bericht.jahr or archive.latest_year(association.outputs)
    return " ".join(str(part) for part in (association.called(), year) if part)


@flow(name="taetigkeitsbericht", flow_run_name=_name, persist_result=False, validate_parameters=False)
def taetigkeitsbericht(inputs: str, outputs: str, jahr: int | None = None, name: str = "") -> State[Outcome]:
    """Make the report of the association `name` below `inputs`; problems of staff end in the state „Gesperrt“."""
    association = _association(inputs, outputs, name)
    progress = artifacts.Progress(association, as_task)
    outcome, sent = nightly.spend(Order(association, jahr), progress.run, mail_password, due=_due(inputs))
    progress.done()
    artifacts.publish(association, outcome, sent)
    get_run_logger().info("%s: %s", outcome.result, outcome.folder)
    if outcome.result == "gesperrt":
        return Failed(name="Gesperrt", message=f"Fehler in den Tabellen, siehe {outcome.protocol}", data=outcome)
    message = "keine Änderungen" if outcome.result == "unveraendert" else f"erstellt: {outcome.pdf}"
    return Completed(message=message, data=outcome)


def _association(inputs: str, outputs: str, name: str) -> Association:
    _check_allowed(inputs, outputs)
    known = {association.name: association for association in find(Path(inputs), Path(outputs))}
    if name not in known:
        raise FileNotFoundError(f"Im Eingangsordner „{inputs}“ gibt es keine Organisation „{name}“.")
    return known[name]


def _due(inputs: str) -> str:
    """Return when the next night should begin; "" where the settings name no time, of which the service tells."""
    try:
        return next_night(load(Path(inputs))[0].nachtlauf, datetime.now(UTC)).isoformat(timespec="seconds")
    except ValueError:
        return ""


def _check_allowed(inputs: str, outputs: str) -> None:
    """Raise `PermissionError` if a run was ordered for other folders than the service's: Prefect asks nobody's name."""
    for variable, folder in ((INPUTS, inputs), (OUTPUTS, outputs)):
        own = os.environ.get(variable)
        if own and Path(own).resolve() != Path(folder).resolve():
            raise PermissionError(f"Der Dienst arbeitet nur mit „{own}“ ({variable}), nicht mit „{folder}“.")


def run_once(order: Order) -> Outcome:
    """Run the flow for one order, on the server that is configured or else on a temporary one."""
    association = order.association
    inputs, outputs = association.inputs, association.outputs
    if association.name:
        inputs, outputs = inputs.parent, outputs.parent
    state = taetigkeitsbericht(str(inputs), str(outputs), order.year, association.name, return_state=True)
    result: object = state.result(raise_on_failure=False)
    if isinstance(result, Outcome):
        return result
    raise result if isinstance(result, BaseException) else TypeError(state)


# --- all associations -----------------------------------------------------------------------------------------


def _night_name() -> str:
    parameters: Mapping[str, Any] = flow_run.parameters
    associations = find(Path(parameters["inputs"]), Path(parameters["outputs"]))
    whose = associations[0].called() if len(associations) == 1 else f"{len(associations)} Organisationen"
    return f"{whose}, {flow_run.scheduled_start_time:%d.%m.%Y}"


@flow(name="nachtlauf", flow_run_name=_night_name, persist_result=False, validate_parameters=False)
def nachtlauf(inputs: str, outputs: str, jahr: int | None = None, verteilt: str = "") -> State[dict[str, str]]:
    """Make the reports of all associations; one that fails does not stop the others.

    Each works in a process of its own. With `verteilt`, the name of a deployment of `taetigkeitsbericht`, the work
    pool of that deployment decides on which machine.
    """
    _check_allowed(inputs, outputs)
    if not Path(inputs).is_dir():
        raise FileNotFoundError(f"Den Eingangsordner „{inputs}“ gibt es nicht; ist das Laufwerk verbunden?")
    with ExitStack() as stack:
        try:
            stack.enter_context(held(Path(outputs) / ".nachtlauf"))
        except Busy:
            return Completed(name="Übersprungen", message="Ein anderer Nachtlauf ist noch an der Arbeit.", data={})
        associations = find(Path(inputs), Path(outputs))
        if len(associations) == 1 and not verteilt:
            state = taetigkeitsbericht(inputs, outputs, jahr, associations[0].name, return_state=True)
            return _all({associations[0].called(): state.message or state.name or ""}, failed=not state.is_completed())
        ended, waiting = _unchanged(associations, jahr, _due(inputs))
        where = {"inputs": inputs, "outputs": outputs, "jahr": jahr}
        more = _on_work_pool(where, waiting, verteilt) if verteilt else _on_this_machine(where, waiting)
        ended |= {name: result for name, (_, result) in more.items()}
        return _all(ended, failed=any(not good for good, _ in more.values()))


def _unchanged(associations: Sequence[Association], year: int | None, due: str) -> tuple[dict[str, str], list[str]]:
    """Settle the associations in which nothing has changed, and return the names of the others, whose turn it is."""
    ended, waiting = {}, []
    for association in associations:
        order = Order(association, year)
        if archive.find_run(association.outputs, order.fingerprint()):
            outcome, _ = nightly.spend(order, password=mail_password, due=due)
            ended[association.name] = {"gesperrt": "weiterhin gesperrt"}.get(outcome.result, "keine Änderungen")
        else:
            waiting.append(association.name)
    return ended, waiting


Ended = dict[str, tuple[bool, str]]


def _on_this_machine(where: Mapping[str, Any], names: Sequence[str]) -> Ended:
    """Run the flow for each association in a process of its own, against the same server as this flow."""
    if not names:
        return {}
    with get_client(sync_client=True) as client:
        url = str(client.api_url)
    words = ["nachtlauf", *(f"--{option}={value}" for option, value in where.items() if value)]
    ended = each_association.run_each(words, names, PREFECT_API_URL=url)
    return {one.name: (one.code == DONE, IN_WORDS[one.code]) for one in ended}


def _on_work_pool(where: Mapping[str, Any], names: Sequence[str], deployment: str) -> Ended:
    """Let the workers of a pool run the flow, and wait until all are done."""
    ended: Ended = {}
    with get_client(sync_client=True) as client:
        known = client.read_deployment_by_name(deployment)
        runs = {
            name: client.create_flow_run_from_deployment(known.id, parameters={**where, "name": name}).id
            for name in names
        }
        while len(ended) < len(runs):
            for name in runs.keys() - ended.keys():
                state = client.read_flow_run(runs[name]).state
                if state and state.is_final():
                    ended[name] = (state.is_completed(), state.message or state.name or "")
            time.sleep(POLL)
    return {name: ended[name] for name in runs}


POLL = 2.0  # seconds between two looks at the ordered runs, each of which takes several


def _all(ended: dict[str, str], *, failed: bool) -> State[dict[str, str]]:
    artifacts.publish_night(ended)
    message = "; ".join(f"{name}: {result}" for name, result in ended.items())
    state = Failed if failed else Completed
    return state(name="Nicht alles" if failed else None, message=message, data=ended)


def run_all(inputs: str, outputs: str, year: int | None) -> tuple[int, dict[str, str]]:
    """Run the night of all associations; return the exit code and how it ended for each."""
    state = nachtlauf(inputs, outputs, year, return_state=True)
    result: object = state.result(raise_on_failure=False)
    if isinstance(result, dict):
        return (DONE if state.is_completed() else BLOCKED), result
    raise result if isinstance(result, BaseException) else TypeError(state)
