"""The description of what machines can ask for is true: it names every route, and every answer is as it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, assume, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from archive import cli, create_app
from archive.web.formats import is_for_machines

COUNCIL = "hollinmarch"
"""The id of the demonstration's council."""
EXAMPLES = 60
"""How many requests of each kind are made up for every operation."""


def test_every_route_for_machines_is_described_and_no_other(library: FlaskClient) -> None:
    described = library.get("/openapi.json").get_json()
    rules = {rule.rule.replace("<", "{").replace(">", "}") for rule in library.application.url_map.iter_rules()}
    assert set(described["paths"]) == {rule for rule in rules if is_for_machines(rule)}
    assert described["openapi"].startswith("3.1")


def test_every_form_that_is_named_is_described(library: FlaskClient) -> None:
    described = library.get("/openapi.json").get_json()
    named = {value.rpartition("/")[2] for value in _references(described)}
    assert named <= set(described["components"]["schemas"])


def _references(tree: Any) -> Iterator[str]:
    for name, value in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        if name == "$ref":
            yield value
        yield from _references(value)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The pages of the demonstration council, crawled and indexed by the command itself."""
    folder = tmp_path_factory.mktemp("demonstration")
    assert cli.main(["--instance", str(folder), "demo", "--check", "--port", "0"]) == 0
    app = create_app(str(folder / "demo"))
    yield app
    app.extensions["minutebook"].index.close()
    app.extensions["minutebook"].store.close()


@pytest.mark.slow
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_every_answer_is_as_it_is_described(demonstration: Flask, mode: GenerationMode) -> None:
    operations = [found.ok() for found in schemathesis.openapi.from_wsgi("/openapi.json", demonstration).get_all_operations()]
    assert len(operations) > 15
    for operation in operations:
        ask(operation, mode)


def ask(operation: Any, mode: GenerationMode) -> None:
    """Make up requests for an operation, valid or not, and compare the answers with what is said of them."""
    # What is no date, and which revisions there are, no form can say: such questions are refused as they are described.
    beyond = [positive_data_acceptance] if "400" in operation.definition.raw["responses"] else []

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:
        # An empty list or object is sent as nothing, and nothing is a valid page: what was made up as wrong is right once it is sent.
        assume(mode is GenerationMode.POSITIVE or not any(value in ([], {}) for value in case.query.values()))
        case.call_and_validate(excluded_checks=beyond)

    try:
        check()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE, "nothing can be asked of it"


@pytest.mark.slow
def test_records_that_are_there_are_as_they_are_described(demonstration: Flask) -> None:
    schema = schemathesis.openapi.from_wsgi("/openapi.json", demonstration)
    described = demonstration.test_client().get("/openapi.json").get_json()["paths"]
    store = demonstration.extensions["minutebook"].store
    meetings = list(store.every_meeting())
    ids = [COUNCIL, *(one.id for one in store.organizations(COUNCIL)), *(one.id for one in meetings)]
    ids += [item.id for one in meetings for item in store.meeting(one.id).items]
    ids += [person.id for person in store.people(council=COUNCIL).values() if person.kind != "public"]
    for id in ids:
        _, kind, key = [*id.split("/"), "", ""][:3]
        path = f"/{{council}}/{kind}/{{key}}" if kind else "/{council}"
        for ending in (".json", ".atom", ".ics"):
            if f"{path}{ending}" in described:
                case = schema[f"{path}{ending}"]["GET"].Case(path_parameters={"council": COUNCIL, **({"key": key} if key else {})})
                assert case.call_and_validate().status_code == 200
