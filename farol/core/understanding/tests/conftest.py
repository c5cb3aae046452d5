"""One small model for all tests of the folder."""

import pytest

from farol.core.understanding import Model
from farol.core.understanding.training import train

from .scene import ALARMS, ROWS


@pytest.fixture(scope="session")
def model() -> Model:
    return train(ROWS, alarms=ALARMS)
