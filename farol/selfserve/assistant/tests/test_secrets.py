"""A secret that a customer pastes is gone before anything keeps it: the assistant neither has it nor says it again, nor asks for one."""

import pytest

from farol.desk.guard.never import never
from farol.selfserve.flows.script import flows
from tests.sizes import some

from .conftest import Scene

SECRETS = {
    "abandon ability able about above absent absorb abstract absurd abuse access accident": "abstract absurd abuse",
    "my password is Kx93!qLm2zp": "Kx93!qLm2zp", "验证码是 482913": "482913", "api secret: 7Kd93Xq2LmZ0pV8tQw41": "7Kd93Xq2LmZ0pV8tQw41",
    "curl -H 'Authorization: Bearer 7Kd93Xq2LmZ0pV8tQw41' https://x.example": "7Kd93Xq2LmZ0pV8tQw41",
}
KEPT = """
select (select string_agg(body, ' ') from message where ticket_id = $1) || coalesce((select string_agg(parts::text || stages::text, ' ') from assistant_turn
  where ticket_id = $1), '') || coalesce((select to_jsonb(c)::text from assistant_case c where ticket_id = $1), '')
  || (select string_agg(body::text, ' ') from event where stream in ('ticket:' || $1::bigint, 'assistant_case:' || $1::bigint))"""


async def test_it_is_nowhere_and_the_customer_is_answered(scene: Scene) -> None:
    for words, secret in some(SECRETS.items(), 2):
        ticket = await scene.ticket(f"fees for VIP 2? {words}")
        assert secret not in await scene.kit.db.fetchval(KEPT, ticket), words
        [said] = await scene.said(ticket)
        assert said
        await scene.say(ticket, f"agent, {words}")
        assert secret not in await scene.kit.db.fetchval(KEPT, ticket), words


@pytest.mark.parametrize("reason", flows())
def test_no_step_asks_for_one(reason: str) -> None:
    for step in flows()[reason].steps:
        for said in (step.say.zh, step.say.en) if step.say else ():
            assert [one.code for one in never(said)] == [], said
