"""Questions that nobody thinks of: every answer is one that the contract knows, and none is an error of ours."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from pytest_django import DjangoDbBlocker
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from tests.api.v1.world import World, planted
from urgent_actions.api.v1 import urgent_actions_api
from urgent_actions.wsgi import get_wsgi_application

pytestmark = pytest.mark.django_db

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
# Always the same questions, so that who has not changed anything is not told of something new.
ALWAYS_THE_SAME = settings(
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
# Whoever asks in a test does not decompress.
PLAIN = {"Accept-Encoding": "identity"}
REAL = {"serial": "44", "year": "26", "area": "AMR", "country": "37", "language": "s"}

# A copy: it is changed in the reading.
document = deepcopy(urgent_actions_api.get_openapi_schema())
schema = schemathesis.openapi.from_dict(document, config=SchemathesisConfig(seed=1))
schema.app = get_wsgi_application()


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    # A server closes what a test still needs.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    with planted(django_db_blocker) as world:
        yield world
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(autouse=True)
def _asked_of_the_world(world: World) -> None:
    """All is asked of it."""


@schema.parametrize()
@ALWAYS_THE_SAME
def test_every_answer_keeps_the_contract(case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS, headers=PLAIN)


@schema.include(path_regex="{").parametrize()
@ALWAYS_THE_SAME
def test_every_answer_about_what_is_there_keeps_the_contract(world: World, case: schemathesis.Case) -> None:
    if case.meta and not case.meta.generation.mode.is_positive:
        return
    real = {"id": world["second"].pk, **REAL}
    case.path_parameters = {name: real.get(name, given) for name, given in case.path_parameters.items()}
    case.validate_response(case.call(headers=PLAIN), checks=CHECKS)
