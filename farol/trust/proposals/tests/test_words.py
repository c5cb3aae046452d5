"""Every state has a sentence; of what law forbids to explain there is one, and nobody's words get into it."""

from typing import get_args

import pytest

from farol.app.demo import cast
from farol.trust.proposals import words
from farol.trust.proposals.api import AskBody
from farol.trust.proposals.model import TYPES
from farol.trust.proposals.nouns import State

from .conftest import Desk

STATES = get_args(State)


def test_every_state_has_a_sentence_in_both_languages() -> None:
    for state in STATES:
        for text in (words.FOR_STAFF[state], words.FOR_CUSTOMER[state]):
            assert text.zh
            assert text.en
            assert "!" not in text.en + text.zh
            assert "！" not in text.zh


@pytest.mark.parametrize("type_", [t for t, kind in TYPES.items() if kind.sealed])
def test_what_law_forbids_to_explain_has_one_sentence_from_the_approved_list(type_: str) -> None:
    said = {words.for_customer(TYPES[type_], state) for state in STATES}
    assert {(text.zh, text.en) for text in said if text} == {(words.NEUTRAL["zh"], words.NEUTRAL["en"])}
    assert not {"customer", "said", "text", "neutral"} & set(AskBody.__struct_fields__)


def test_a_customer_is_never_told_more_than_the_table_says() -> None:
    for kind in TYPES.values():
        for state in STATES:
            text = words.for_customer(kind, state)
            assert (text is None) == (kind.said is None and not kind.sealed)


async def test_nothing_of_a_sealed_action_is_said_in_the_ticket(desk: Desk) -> None:
    before = await desk.kit.db.fetchval("select seq from ticket where id = $1", desk.ticket)
    made = await desk.proposed(cast.VERA, "legal.hold", legal_basis="Court order 7", reason_code="authority")
    await desk.approved(cast.DAN, made["id"])
    await desk.work()
    await desk.work()
    assert await desk.state(made["id"]) == "executed"
    assert await desk.kit.db.fetchval("select seq from ticket where id = $1", desk.ticket) == before
