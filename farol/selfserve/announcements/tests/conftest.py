"""A board that has read nothing yet."""

import pytest

from farol.selfserve.announcements.board import Board
from tests.world import World


@pytest.fixture(autouse=True)
def fresh(world: World) -> None:
    world.kit.put(Board())
