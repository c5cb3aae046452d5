"""By mail the answer is whole in its text, goes out at once, and says that a machine wrote it."""

from email import message_from_bytes, policy

from farol.channels.email import jobs as mail_jobs
from farol.channels.email.letters import outgoing

from .conftest import Scene

RAW = "select message_id, raw from mail_out where ticket_id = $1 order by id desc limit 1"


async def test_an_answer_goes_by_mail_to_who_wrote_by_mail(scene: Scene) -> None:
    await scene.set(channels=["email"])
    ticket: int = (await scene.world.open(await scene.world.customer(), "fees for VIP 2"))["ticket"]["id"]
    await scene.kit.db.execute("update ticket set channel = 'email' where id = $1", ticket)
    await scene.kit.db.execute("update message set channel = 'email' where ticket_id = $1", ticket)
    await scene.work()
    queued = await scene.kit.db.fetchval("select count(*) from pgqueuer where entrypoint = $1", mail_jobs.write.name)
    assert queued == 1
    await outgoing.write(scene.kit, ticket)
    mail = message_from_bytes(outgoing.unsealed(scene.kit.settings, *await scene.kit.db.fetchrow(RAW, ticket)), policy=policy.default)
    assert mail["Auto-Submitted"] == "auto-generated"
    body = mail.get_body(("plain",))
    assert body
    text = body.get_content()
    assert "I am the AI assistant" in text
    assert "1. Yes, it did" in text
    assert "/help/en/a/fees-vip" in text
