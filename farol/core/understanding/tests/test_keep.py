"""What was kept is what is loaded, and nothing else is."""

import json
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from farol.core.understanding import Model, Row, making, shelf
from farol.core.understanding.keeper import Resident

from .scene import ROWS


def test_what_was_kept_is_loaded(model: Model, tmp_path: Path) -> None:
    shelf.keep(model, tmp_path)
    found = shelf.load(tmp_path)
    assert found.card == model.card
    assert np.array_equal(found.weights, model.weights)
    for row in ROWS:
        assert found.understand(row.text) == model.understand(row.text)


@pytest.mark.parametrize("name", [shelf.ARRAYS, shelf.TOLD])
def test_a_changed_byte_is_refused(model: Model, tmp_path: Path, name: str) -> None:
    shelf.keep(model, tmp_path)
    whole = (tmp_path / name).read_bytes()
    chance = random.Random(3)
    for place in [0, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(200))]:
        (tmp_path / name).write_bytes(whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :])
        with pytest.raises(shelf.Damaged):
            shelf.load(tmp_path)


@pytest.mark.parametrize("name", [shelf.ARRAYS, shelf.TOLD])
def test_a_cut_or_longer_file_is_refused(model: Model, tmp_path: Path, name: str) -> None:
    shelf.keep(model, tmp_path)
    whole = (tmp_path / name).read_bytes()
    for other in (b"", whole[:-1], whole + b"\n"):
        (tmp_path / name).write_bytes(other)
        with pytest.raises(shelf.Damaged):
            shelf.load(tmp_path)


def test_arrays_of_another_model_are_refused(model: Model, tmp_path: Path) -> None:
    shelf.keep(model, tmp_path / "one")
    told = json.loads((tmp_path / "one" / shelf.TOLD).read_text())
    assert told["card"]["labels"] == model.card.labels
    np.savez_compressed(tmp_path / "one" / shelf.ARRAYS, weights=model.weights)
    with pytest.raises(shelf.Damaged):
        shelf.load(tmp_path / "one")


def test_nothing_kept_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        shelf.load(tmp_path)


def few(monkeypatch: pytest.MonkeyPatch, rows: Sequence[Row] = ROWS, *, apart: bool = True) -> list[Path]:
    """The product's sentences are these few; the process that makes models is this one, or fails. Which folders it was asked for."""
    asked: list[Path] = []

    def make_apart(folder: Path) -> bool:
        asked.append(folder)
        if apart:
            making.make(folder)
        return apart

    for name in ("keeper", "making"):
        monkeypatch.setattr(f"farol.core.understanding.{name}.own", lambda: tuple(rows))
    monkeypatch.setattr(making, "make_apart", make_apart)
    monkeypatch.setattr("farol.core.understanding.keeper.MADE", Path("nothing was set up"))
    return asked


def test_what_set_up_left_is_taken_and_anything_else_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = few(monkeypatch)
    making.make(tmp_path / "made")
    monkeypatch.setattr("farol.core.understanding.keeper.MADE", tmp_path / "made")
    assert Resident().model().card == Resident(tmp_path).model().card == shelf.load(tmp_path / "made").card
    assert asked == []
    few(monkeypatch, ROWS[1:])
    monkeypatch.setattr("farol.core.understanding.keeper.MADE", tmp_path / "made")
    assert Resident(tmp_path).model().card.digest != shelf.load(tmp_path / "made").card.digest


def test_a_process_has_its_model_made_and_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = few(monkeypatch)
    first, second = Resident(tmp_path), Resident(tmp_path)
    assert not first.ready
    made = first.model()
    assert first.ready
    assert first.model() is made
    assert second.model().card == made.card
    assert asked == [tmp_path]
    few(monkeypatch, ROWS[1:])
    assert Resident(tmp_path).model().card.digest != made.card.digest


def test_a_damaged_model_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few(monkeypatch)
    made = Resident(tmp_path).model()
    (tmp_path / shelf.ARRAYS).write_bytes(b"nothing")
    assert Resident(tmp_path).model().card == made.card
    assert shelf.load(tmp_path).card == made.card


def test_a_process_makes_the_model_itself_where_no_other_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = few(monkeypatch, apart=False)
    made = Resident(tmp_path).model()
    assert asked == [tmp_path]
    assert shelf.load(tmp_path).card == made.card


def test_a_process_that_cannot_make_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "taken"))
    assert not making.make_apart(tmp_path)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert not making.make_apart(tmp_path)
