"""What is remembered: a restart changes nothing."""

from datetime import timedelta
from pathlib import Path

import pytest

from farol.app.demo.cast import MEI
from farol.app.demo.exchange.config import Config
from farol.app.demo.exchange.tale import KEPT_STORIES, Tale
from farol.app.demo.exchange.world import World
from farol.kit.settings import SettingsError

from .conftest import Clock


def test_a_restart_changes_nothing(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "data" / "tale.json"
    world = World(Tale(path, clock()), 1.0, clock)
    world.next_block(MEI.uid, 2)
    clock.move(seconds=12)
    before = world.deposits(MEI.uid), world.withdrawals(MEI.uid), world.holds(MEI.uid), world.changes(MEI.uid)
    again = World(Tale(path, clock()), 1.0, clock)
    assert (
        again.deposits(MEI.uid),
        again.withdrawals(MEI.uid),
        again.holds(MEI.uid),
        again.changes(MEI.uid),
    ) == before
    assert before[0][0].confirmations == 6


def test_ids_are_the_same_everywhere(clock: Clock) -> None:
    txid = World(Tale(None, clock()), 1.0, clock).deposits(MEI.uid)[0].txid
    assert txid == "0x4e2450bb5d55cd08d58595a3a57572196bfc0f46e35d84991cf10d890d1fcf23"


def test_stories_follow_each_other_and_are_forgotten(clock: Clock) -> None:
    tale = Tale(None, clock())
    world = World(tale, 1.0, clock)
    txids = set()
    for _ in range(6):
        txids.add(world.deposits(MEI.uid)[0].txid)
        clock.move(minutes=20)
        tale.begin(MEI.uid, clock())
    assert len(txids) == 6
    assert len([one for one in world.deposits(MEI.uid) if one.amount == "4000"]) == KEPT_STORIES


def test_the_rest_moves_along_with_the_day(clock: Clock) -> None:
    tale = Tale(None, clock())
    world = World(tale, 1.0, clock)
    start = world.withdrawals(MEI.uid)[0].created_at
    clock.move(hours=1)
    tale.begin(MEI.uid, clock())
    assert world.withdrawals(MEI.uid)[0].created_at == start
    clock.move(hours=30)
    tale.begin(MEI.uid, clock())
    assert start is not None
    assert world.withdrawals(MEI.uid)[0].created_at == start + timedelta(hours=31)


def test_speed(clock: Clock) -> None:
    fast, still = World(Tale(None, clock()), 60.0, clock), World(Tale(None, clock()), 0.0, clock)
    clock.move(seconds=2)
    assert fast.deposits(MEI.uid)[0].confirmations == 13
    assert still.deposits(MEI.uid)[0].confirmations == 3
    assert still.deposits(MEI.uid)[0].est_credit_at is None


ENV = {
    "FAROL_DATABASE_URL": "postgresql://x", "FAROL_SECRET_KEY": "k" * 32, "FAROL_CORE_LINK_KEY": "farol-1",
    "FAROL_CORE_LINK_SECRET": "s", "FAROL_WIDGET_SECRET": "w",
}  # fmt: skip


def test_the_environment() -> None:
    config = Config.load(ENV | {"FAROL_DEMO_SPEED": "2.5", "FAROL_DEMO_EXCHANGE_PORT": "9999"})
    assert (config.port, config.speed, config.farol_url) == (9999, 2.5, "http://127.0.0.1:8700")
    assert Config.load(ENV | {"FAROL_PORT": "9100"}).port == 9110


@pytest.mark.parametrize(
    "wrong",
    [
        {"FAROL_CORE_LINK_SECRET": ""},
        {"FAROL_DEMO_SPEED": "fast"},
        {"FAROL_DEMO_SPEED": "-1"},
        {"FAROL_DEMO_EXCHANGE_PORT": "x"},
    ],
)
def test_an_environment_that_cannot_be_used(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        Config.load(ENV | wrong)
