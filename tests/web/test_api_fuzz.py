"""Whatever is asked of the API, it answers as its own OpenAPI says, and never breaks (schemathesis; DATELINE_FUZZ sets the number of tries for each operation)."""

from __future__ import annotations

import os
from typing import Any

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")

from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance  # noqa: E402
from starlette.testclient import TestClient  # noqa: E402

from web.conftest import Visit  # noqa: E402

TRIES = int(os.environ.get("DATELINE_FUZZ", "8"))
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
NAMES = [
    "/api/v1/events", "/api/v1/events/{event}", "/api/v1/days", "/api/v1/articles", "/api/v1/articles/{article}", "/api/v1/articles/{article}/text",
    "/api/v1/articles/{article}/annotations", "/api/v1/articles/{article}/annotations/{page}", "/api/v1/actors", "/api/v1/actors/{actor}", "/api/v1/places",
    "/api/v1/places/{place}", "/api/v1/statements", "/api/v1/claims", "/api/v1/stories", "/api/v1/stories/{story}", "/api/v1/trends", "/api/v1/export",
]  # fmt: skip


@pytest.fixture
def free(visit: Visit) -> TestClient:
    """A client that no limit slows down."""
    return visit(rate=1e6, burst=10**6)


def test_all_operations_are_fuzzed(free: TestClient) -> None:
    assert sorted(free.get("/api/openapi.json").json()["paths"]) == sorted(NAMES)


@pytest.mark.parametrize("path", NAMES)
def test_the_api_holds_its_word(free: TestClient, path: str) -> None:
    schema: Any = schemathesis.openapi.from_dict(free.get("/api/openapi.json").json())
    broken: list[Exception] = []

    @settings(
        max_examples=TRIES, deadline=None, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(case=schema[path]["GET"].as_strategy())
    def hold(case: Any) -> None:
        kwargs = case.as_transport_kwargs(base_url="http://localhost")
        kwargs.pop("cookies", None)
        answer = free.request(**kwargs)
        case.validate_response(answer, checks=CHECKS)

    hold()
    assert not broken
