"""The table of actions holds what the exchange may be asked for, and nothing that Farol must never do."""

import itertools

import pytest

from farol.core.people.model import RIGHTS
from farol.kit.permission import Can
from farol.trust.identity.model import Level
from farol.trust.proposals import limits, rules
from farol.trust.proposals.model import TYPES, ActionClass, ActionType
from farol.trust.proposals.rules import Person

NEVER = ("withdrawal.approve", "withdrawals.approve", "whitelist.change", "address.whitelist", "balance.move", "transfer.internal",
         "secret.read", "password.set")
ROWS = pytest.mark.parametrize("kind", TYPES.values(), ids=lambda kind: kind.type)


def test_there_is_no_action_that_approves_a_withdrawal_or_moves_balances() -> None:
    assert not set(NEVER) & TYPES.keys()
    for type_ in TYPES:
        area, _, verb = type_.partition(".")
        assert "approve" not in verb
        assert (area not in ("withdrawal", "withdrawals")) or verb in ("cancel", "cancel_all_pending", "request_expedite")
        assert area not in ("whitelist", "balance", "password", "secret")


@ROWS
def test_every_row_can_be_proposed_and_where_needed_approved_by_somebody(kind: ActionType) -> None:
    assert all(Can.ACTION_PROPOSE in RIGHTS[role] for role in kind.propose)
    seats = limits.seats(kind.purse, None) if kind.purse else kind.seats
    assert bool(seats) is not kind.at_once
    assert all(Can.ACTION_CHECK in RIGHTS[role] for seat in seats for role in seat)
    assert kind.label.zh
    assert kind.label.en
    assert kind.undo in ("", *TYPES)
    assert kind.still <= kind.level


@ROWS
def test_classes_keep_their_rules(kind: ActionType) -> None:
    if kind.cls is ActionClass.IDENTITY:
        assert kind.other_team
        assert kind.still == kind.level >= Level.SIGNED_IN
    if kind.cls is ActionClass.VALUE:
        assert not kind.customer
        assert kind.purse or kind.seats
    if kind.cls is ActionClass.LEGAL:
        assert kind.propose == {"compliance"}
        assert kind.sealed
        assert kind.said is None
    assert kind.type not in ("account.unfreeze", "factor.reset", "contact.change") or kind.level is Level.REVIEWED


@ROWS
def test_seats_of_one_action_are_apart_or_one_within_the_other(kind: ActionType) -> None:
    seats = limits.seats(kind.purse, None) if kind.purse else kind.seats
    for one, other in itertools.combinations(seats, 2):
        assert not one & other or one <= other or other <= one
    assert not kind.maker_sits or len(seats) > 1


def _person(role: str, id_: int, team: int, **more: object) -> Person:
    return Person("staff", id_, role, frozenset({team}), b"%d" % id_, frozenset({f"198.51.100.{id_}"}), **more)  # type: ignore[arg-type]


def test_the_limit_matrix_decides_who_may_approve_how_much() -> None:
    kind, ana = TYPES["deposit.credit_unattributed"], _person("agent", 1, 1)
    lead, duty, vera = _person("lead", 2, 2), _person("duty", 3, 3), _person("compliance", 4, 4)
    small, large = limits.worth("USDT", "9000"), limits.worth("USDT", "60000")
    assert rules.hinders(kind, small, ana, [], lead) is None
    assert len(rules.left(kind, small, ana, [])) == 1
    assert len(rules.left(kind, large, ana, [])) == 2
    assert rules.hinders(kind, large, ana, [], lead) == "limit"
    assert rules.hinders(kind, large, ana, [duty], vera) is None
    assert limits.worth("XRP", "1") is None
    assert rules.hinders(kind, None, ana, [], lead) == "limit"
    assert rules.left(kind, None, ana, ["duty", "compliance"]) == ()


def test_four_eyes_are_four() -> None:
    kind, ana, sam, vera = TYPES["factor.reset"], _person("agent", 1, 1), _person("security", 2, 2), _person("compliance", 3, 3)
    assert rules.hinders(kind, None, ana, [], sam) is None
    assert rules.hinders(kind, None, ana, [], ana) == "own"
    assert rules.hinders(kind, None, ana, [], _person("lead", 5, 5)) == "role"
    near = Person("staff", 2, "security", frozenset({2}), ana.session, frozenset())
    assert rules.hinders(kind, None, ana, [], near) == "place"
    assert rules.hinders(kind, None, ana, [], Person("staff", 2, "security", frozenset({2}), b"x", ana.ips)) == "place"
    assert rules.hinders(kind, None, ana, [], Person("staff", 2, "security", frozenset({1, 2}), b"x")) == "team"
    assert rules.hinders(kind, None, ana, [], Person("staff", 2, "security", frozenset(), b"x")) == "team"
    unfreeze = TYPES["account.unfreeze"]
    assert len(rules.left(unfreeze, None, ana, [])) == 2
    assert len(rules.left(unfreeze, None, sam, [])) == 1
    assert rules.hinders(unfreeze, None, sam, [], vera) is None
    assert rules.hinders(unfreeze, None, ana, [sam], Person("staff", 3, "compliance", frozenset({3}), b"y", sam.ips)) == "place"
