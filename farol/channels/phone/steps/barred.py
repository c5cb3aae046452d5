"""A blocked customer hears one honest sentence, and the key of the alarm stays theirs. That they called is kept with what they write."""

from datetime import timedelta

from farol.channels.phone import record, store
from farol.channels.phone.model import BARRED, CHANNEL
from farol.channels.phone.scene import Scene
from farol.channels.phone.twiml import HANGUP, document, gather
from farol.core.tickets.checks import Heard, check_heard
from farol.core.tickets.problems import CustomerBlocked
from farol.kit.i18n import clock_time

LATELY = timedelta(days=90)


async def told(scene: Scene) -> bytes | None:
    """What is said instead of the menu; None when support listens. Only who proved to be somebody, or never was more than a number, is known."""
    call = scene.call
    who = [call.customer_id] if call.proven_at and call.customer_id else await store.visitors(scene.tx, call.caller, scene.now - LATELY)
    line = f"☎ {record.who(call)} {clock_time(call.began_at, record.lang_tongue(call))}"
    for customer_id in who:
        # In a complaint or an emergency of theirs everybody is heard.
        theirs = call.about_id if call.about_id and await scene.tx.fetchval(store.CUSTOMER_OF, call.about_id) == customer_id else None
        try:
            await check_heard(scene.kit, Heard(customer_id, theirs, record.client_id(call, "barred"), line, CHANNEL))
        except CustomerBlocked as blocked:
            call.asked = BARRED
            until = blocked.fields["until_zh" if scene.tongue.startswith("zh") else "until"]
            return document(gather(scene.url("menu"), scene.say(scene.words.blocked.format(until=until))), HANGUP)
    return None
