"""Every test begins with a process that has read nothing."""

import pytest

from farol.kit.core import Kit
from farol.kit.ratelimit import buckets
from farol.selfserve.retrieval.gaps import Notebook
from farol.selfserve.retrieval.library import Library


@pytest.fixture(autouse=True)
def _fresh(request: pytest.FixtureRequest) -> None:
    """A test with a kit finds it without library and notebook; nobody has asked too often yet."""
    buckets.clear()
    if "kit" in request.fixturenames:
        kit: Kit = request.getfixturevalue("kit")
        for part in (Library, Notebook):
            kit._parts.pop(part, None)
