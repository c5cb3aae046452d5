"""A kit with a folder of its own, so that tests can look at what lies in it."""

import copy

import msgspec
import pytest

from farol.kit.files import Files


@pytest.fixture
def kit(kit, tmp_path):
    own = copy.copy(kit)
    own.settings = msgspec.structs.replace(kit.settings, data_dir=tmp_path)
    own.files = Files.open(own.settings)
    return own
