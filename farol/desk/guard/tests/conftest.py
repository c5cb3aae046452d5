"""A desk whose guard knows its own sites, as in a web process."""

from collections.abc import Iterator

import pytest

from farol.desk.guard import actions
from farol.desk.guard.links import Hosts


@pytest.fixture
def listed() -> Iterator[None]:
    """It knows them while the test runs."""
    actions.know(Hosts(frozenset({"farol.test", "tronscan.org"})))
    yield
    actions._known.clear()
