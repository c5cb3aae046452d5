"""The tool that kills parts: its audit knows every kind of fault, small runs keep their bounds, planted faults are caught."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from farol.app import chaos
from farol.app.chaos import planted
from farol.app.chaos.audit import Faults, audit
from farol.app.chaos.history import Ack, AckLog, Event, History, Showing, Shown, Stored, digest
from farol.app.chaos.run import Options, Outcome
from tests.sizes import size

ONE, NOTE, TWO = (Stored(7, seq, f"c{seq}", f"2026-01-01T00:00:0{seq}Z", digest(f"words {seq}"), seq == 2) for seq in (1, 2, 4))
EVENTS = [Event(7, 1, "message.posted"), Event(7, 2, "message.posted"), Event(7, 3, "ticket.read"), Event(7, 4, "message.posted")]
HERS = [Shown(1, "c1", ONE.digest), Shown(2), Shown(3), Shown(4, "c4", TWO.digest)]
HIS = [Shown(1, "c1", ONE.digest), Shown(2, "c2", NOTE.digest), Shown(3), Shown(4, "c4", TWO.digest)]


def ack(message: Stored, **other: Any) -> Ack:
    """The promise that belongs to a stored message, perhaps with something else in it."""
    return Ack(message.ticket, message.client, message.seq, message.at, message.digest)._replace(**other)


def history(**other: Any) -> History:
    """A customer and an agent, three messages (one internal), one read mark, everything right."""
    right = History([ack(ONE), ack(NOTE), ack(TWO), ack(TWO)], [ONE, NOTE, TWO], EVENTS, {7: 4},
                    [Showing("Mei", False, 7, HERS), Showing("Ana", True, 7, HIS)])
    return right._replace(**other)


def screens(hers: list[Shown] = HERS, his: list[Shown] = HIS) -> list[Showing]:
    return [Showing("Mei", False, 7, hers), Showing("Ana", True, 7, his)]


def counts(faults: Faults) -> tuple[int, int, int, int]:
    return len(faults.lost), len(faults.duplicated), len(faults.out_of_order), len(faults.leaked)


def test_a_right_history_has_no_fault() -> None:
    found = audit(history())
    assert counts(found) == (0, 0, 0, 0)
    assert not found.any


@pytest.mark.parametrize(("wrong", "expected"), [
    # lost
    (history(acks=[ack(ONE), Ack(7, "c9", 5, TWO.at, "d")]), (1, 0, 0, 0)),  # promised, not stored
    (history(showings=screens(hers=HERS[:3])), (1, 0, 0, 0)),  # stored, never on her screen
    (history(showings=screens(his=[HIS[0], Shown(2), *HIS[2:]])), (1, 0, 0, 0)),  # a note hidden from staff
    # duplicated
    (history(acks=[ack(TWO), ack(TWO, seq=3)]), (0, 1, 1, 0)),  # two places promised; one of them is not the stored one
    (history(stored=[ONE, NOTE, TWO, TWO._replace(seq=5, digest="other")], heads={7: 5}, events=[*EVENTS, Event(7, 5, "message.posted")],
             acks=[], showings=[]), (0, 1, 0, 0)),  # one client id stored twice
    (history(stored=[ONE, NOTE, TWO, TWO._replace(seq=5, client="c5")], heads={7: 5}, events=[*EVENTS, Event(7, 5, "message.posted")],
             acks=[], showings=[]), (0, 1, 0, 0)),  # the same words stored twice under different client ids
    (history(showings=screens(hers=[*HERS, HERS[3]])), (0, 1, 0, 0)),  # a frame shown again after a resume
    (history(showings=screens(hers=[*HERS, HERS[3]._replace(seq=5)])), (0, 1, 1, 0)),  # a message shown at two places, one of them wrong
    # out of order
    (history(showings=screens(hers=[HERS[0], HERS[2], HERS[3]])), (0, 0, 1, 0)),  # skipped a place
    (history(showings=screens(hers=[HERS[0], HERS[2], HERS[1], HERS[3]])), (0, 0, 3, 0)),  # went back
    (history(showings=screens(hers=[Shown(1, "c4", TWO.digest), *HERS[1:3], Shown(4, "c1", ONE.digest)])), (0, 0, 2, 0)),  # another order
    (history(showings=screens(hers=[*HERS[:3], HERS[3]._replace(digest="other")])), (0, 0, 1, 0)),  # other words on the screen
    (history(showings=screens(hers=[*HERS, Shown(5, "c1", ONE.digest)])), (0, 1, 1, 0)),  # a place that is not stored
    (history(acks=[ack(ONE, at=TWO.at)]), (0, 0, 1, 0)),  # another time promised
    (history(acks=[ack(ONE, digest="other")]), (0, 0, 1, 0)),  # other words acknowledged under a used id
    (history(events=EVENTS[:2] + EVENTS[3:]), (0, 0, 1, 0)),  # a gap in the log
    (history(heads={7: 5}), (0, 0, 1, 0)),  # a head beyond the log
    (history(events=[*EVENTS[:3], Event(7, 4, "ticket.read")]), (0, 0, 1, 0)),  # a message without event
    (history(events=[*EVENTS[:2], Event(7, 3, "message.posted"), EVENTS[3]]), (0, 0, 1, 0)),  # an event without message
    (history(stored=[ONE, NOTE, TWO, TWO._replace(client="c5", digest="other")], acks=[], showings=[]), (0, 0, 1, 0)),  # one place, two messages
    # leaked
    (history(showings=screens(hers=[HERS[0], Shown(2, "c2", NOTE.digest), *HERS[2:]])), (0, 0, 0, 1)),
])
def test_every_kind_of_fault_is_found(wrong: History, expected: tuple[int, int, int, int]) -> None:
    found = audit(wrong)
    assert counts(found) == expected, found


def test_the_external_log_is_on_disk_at_once(tmp_path: Path) -> None:
    with AckLog(tmp_path / "acks") as log:
        log.write(ack(ONE))
        log.write(ack(TWO))
        assert log.read() == [ack(ONE), ack(TWO)]
        assert len((tmp_path / "acks").read_text().splitlines()) == 2


def test_a_fault_whose_place_is_gone_cannot_be_planted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planted.posting, "POST", "select 1")
    with pytest.raises(SystemExit):
        planted.dedup_off()


@pytest.mark.parametrize(("other", "met"), [
    ({}, True), ({"converged_s": 5.1}, False), ({"converged_s": None}, False), ({"acked": 9}, False), ({"kills": {"web": 1}}, False),
    ({"stuck": 1}, False), ({"faults": Faults(["one"], [], [], [])}, False), ({"faults": Faults([], [], [], ["one"])}, False),
])
def test_a_missed_bound_is_a_failed_run(other: dict[str, Any], met: bool) -> None:
    right = Outcome(Options("web", 2, 10), {"web": 2}, 10, 1.0, 0, Faults([], [], [], []), {"examples": []})
    found = right._replace(**other)
    assert found.met is met
    assert chaos.document(found)["met"] is met
    assert ("MISSED" in chaos.sentence(found)) is not met


def test_a_planted_fault_that_is_not_caught_is_a_failed_run() -> None:
    options = Options("web", 2, 10, "dedup-off")
    assert not Outcome(options, {"web": 2}, 10, 1.0, 0, Faults([], [], [], []), {}).met
    assert Outcome(options, {"web": 2}, 10, None, 0, Faults([], ["one"], [], []), {}).met


KILLS, MESSAGES = size(2, 3), size(120, 300)


def run(*arguments: str) -> dict[str, Any]:
    """The tool as a person starts it."""
    done = subprocess.run([sys.executable, "-m", "farol.app.cli", "chaos", *arguments, "--json"], capture_output=True, text=True, timeout=170)
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (0 if found["met"] else 1)
    return found


@pytest.mark.parametrize("part", chaos.PARTS)
def test_rel_01_rel_03_rel_04_nothing_is_lost_doubled_or_reordered(part: str) -> None:
    found = run(part, "--kills", str(KILLS), "--messages", str(MESSAGES))
    assert {name: found[name] for name in ("acked", "lost", "duplicated", "out_of_order", "leaked", "stuck", "unexpected", "kills")} == {
        "acked": MESSAGES, "lost": 0, "duplicated": 0, "out_of_order": 0, "leaked": 0, "stuck": 0, "unexpected": 0, "kills": KILLS}, found
    assert found["converged_s"] is not None


@pytest.mark.parametrize(("fault", "kind"), [("ack-before-commit", "lost"), ("dedup-off", "duplicated"), ("sequence-off", "out_of_order")])
def test_rel_05_a_planted_fault_is_caught(fault: str, kind: str) -> None:
    found = run("web", "--kills", "2", "--messages", "150", "--plant", fault)
    assert found["caught"]
    assert found[kind], found
