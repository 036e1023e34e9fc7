"""The same run as Prefect flow and tasks. Importing this imports Prefect; nothing else in the package does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from .associations import find
from .report import Order, Outcome, make

P = ParamSpec("P")
R = TypeVar("R")


def as_task(title: str, step: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Run a step as a Prefect task.

    The arguments travel in the closure: Prefect would look through every table for futures and hash it.
    """

    @task(name=title, cache_policy=NO_CACHE, persist_result=False)
    def run() -> R:
        return step(*args, **kwargs)

    return run()


@flow(name="taetigkeitsbericht", persist_result=False, validate_parameters=False)
def taetigkeitsbericht(inputs: str, outputs: str, jahr: int | None = None, name: str = "") -> State[Outcome]:
    """Make the report of the association `name` below `inputs`; problems of staff end in the state „Gesperrt“."""
    association = next(a for a in find(Path(inputs), Path(outputs)) if a.name == name)
    outcome = make(Order(association, jahr), as_task)
    get_run_logger().info("%s: %s", outcome.result, outcome.folder)
    if outcome.result == "gesperrt":
        return Failed(name="Gesperrt", message=f"Fehler in den Tabellen, siehe {outcome.protocol}", data=outcome)
    message = "keine Änderungen" if outcome.result == "unveraendert" else f"erstellt: {outcome.pdf}"
    return Completed(message=message, data=outcome)


def run_once(order: Order) -> Outcome:
    """Run the flow for one order, on the server that is configured or else on a temporary one."""
    association = order.association
    inputs, outputs = association.inputs, association.outputs
    if association.name:
        inputs, outputs = inputs.parent, outputs.parent
    name = "-".join(str(part) for part in (association.name, order.year) if part)
    named = taetigkeitsbericht.with_options(flow_run_name=name) if name else taetigkeitsbericht
    state = named(str(inputs), str(outputs), order.year, association.name, return_state=True)
    result = state.result(raise_on_failure=False)
    if isinstance(result, BaseException):
        raise result
    return result
