"""The way of mail: handed to the operator's mail server like every other."""

from farol.channels.email.letters import post, transport
from farol.core.notices.model import MAIL, Person, Told
from farol.core.notices.ways import Away, Unreachable, way
from farol.kit.core import Kit

from . import letter


@way(MAIL)
async def send(kit: Kit, person: Person, told: list[Told]) -> None:
    """One mail about all of them."""
    if not kit.settings.smtp_host:
        raise Unreachable("no mail server is set")
    try:
        raw = letter.build(kit.settings, person, told)
        await post.hand_over(kit, person.email, raw)
    except (ValueError, transport.Refused) as error:
        raise Unreachable(str(error)) from error
    except transport.Away as error:
        raise Away(str(error)) from error
