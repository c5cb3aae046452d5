"""A reply that leads to an article says what the article is good for."""

from farol.app.demo import cast
from tests.world import World

from .conftest import Desk


async def test_a_reply_with_a_link_is_kept_as_a_label(world: World, desk: Desk) -> None:
    article = await desk.open()
    await desk.out(article)
    mei, ana = await world.customer(), await world.staff(cast.ANA)
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.say(ana, ticket, "See http://farol.test/help/en/a/how-to-deposit and /help/en/a/not-there")
    await world.say(ana, ticket, "No link.")
    await world.say(mei, ticket, "I read /help/en/a/how-to-deposit")
    await world.react()
    await world.react()
    sent = (await desk.client.ok("GET", f"/knowledge/articles/{article}"))["sent"]
    assert [(one["ticket_id"], one["article_id"], one["language"], one["version"]) for one in sent] == [(ticket, article, "en", 1)]
