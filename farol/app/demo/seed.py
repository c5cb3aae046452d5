"""What the demo starts with: the staff, the articles, and a few tickets in the middle of their lives."""

from datetime import timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from farol.app import assembly
from farol.app.process import close_kit, open_kit
from farol.core.customers import store as customers
from farol.core.customers.actions import RIGHTS
from farol.core.customers.model import Identity
from farol.core.people import actions as people
from farol.core.people import store as staff
from farol.core.tickets import actions as tickets
from farol.core.tickets import store as ticket_store
from farol.core.tickets.model import Change
from farol.desk.acknowledge import actions as acknowledging
from farol.desk.queue import actions as queue
from farol.desk.queue import begin as teams
from farol.desk.queue import view as queue_view
from farol.desk.queue.model import Skill
from farol.desk.sla import actions as sla
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM, Actor
from farol.kit.settings import Settings
from farol.selfserve.knowledge import seeding

from . import cast, forum, helped, troubled
from .acting import BY_KEY, acting
from .announced import announce
from .exchange.made import txid_of
from .opened import open_doors
from .rising import RISING
from .story import STORIES, Line, Story

AGE = """
with e as (update event set at = at - $2::interval where stream = 'ticket:' || $1::bigint),
  m as (update message set at = at - $2::interval where ticket_id = $1),
  r as (update read_mark set at = at - $2::interval where ticket_id = $1)
update ticket set opened_at = opened_at - $2::interval, updated_at = updated_at - $2::interval,
  waiting_since = waiting_since - $2::interval, first_reply_at = first_reply_at - $2::interval where id = $1"""
ANY_TICKET = "select exists (select from ticket)"


async def plant(settings: Settings) -> None:
    """Adds what is missing; doing it again changes nothing."""
    assembly.register()
    kit = await open_kit(settings, pool=2)
    try:
        known = {who.email for who in await staff.everybody(kit.db)}
        for who in cast.STAFF:
            if who.email not in known:
                await people.create_staff(
                    kit,
                    email=who.email,
                    name=who.name,
                    alias=who.alias,
                    role=who.role,
                    language=who.language,
                    password=None,
                )
        await _staff_the_queue(kit)
        await seeding.seed(kit)
        await announce(kit)
        await sla.seed(kit)
        if fresh := not await kit.db.fetchval(ANY_TICKET):
            for story in (*STORIES, *RISING):
                await _tell(kit, story)
            await acknowledging.begin_with_new(kit)
        await helped.let_it_answer(kit)
        await forum.plant(kit)
        await open_doors(kit)
        if fresh:
            await troubled.plant(kit)
    finally:
        await close_kit(kit)


async def links(settings: Settings) -> list[tuple[str, str]]:
    """A one-click sign-in for each member of staff: name and address."""
    kit = await open_kit(settings, pool=1)
    try:
        return [
            (
                f"{role.name.split()[0]}, {role.role}",
                f"{settings.public_url}/console/sign-in?demo={role.role_token}",
            )
            for role in await people.demo_roles(kit)
        ]
    finally:
        await close_kit(kit)


async def _tell(kit: Kit, story: Story) -> None:
    customer_id = await _customer(kit, story)
    author = Actor("customer", customer_id, RIGHTS, language=story.language, name=story.name)
    first, *rest = story.lines
    opened = await tickets.open_ticket(
        kit,
        author,
        client_id=_id(story, 0),
        body=_words(first),
        channel=story.channel,
        language=story.language,
        subject=story.subject,
    )
    await helped.keep_to_people(kit, opened.id)
    for number, line in enumerate(rest, 1):
        by = author if line.by == "customer" else await acting(kit, BY_KEY[line.by])
        posted = await tickets.post_message(
            kit,
            by,
            opened.id,
            client_id=_id(story, number),
            body=_words(line),
            internal=line.internal,
            channel=story.channel,
        )
        if by is author:
            await tickets.mark_read(kit, author, opened.id, posted.seq)
    if story.change != Change():
        row = await acting(kit, cast.SOL)
        told = await ticket_store.ticket(kit.db, opened.id)
        assert told
        await tickets.change_ticket(kit, row, opened.id, told.version, story.change)
    await kit.db.execute(AGE, opened.id, timedelta(minutes=story.minutes_ago))
    await sla.rebuild(kit, opened.id)  # a worker may have seen the events before they were aged


async def _staff_the_queue(kit: Kit) -> None:
    """Teams as most exchanges have them; people only where nobody placed them otherwise."""
    await teams.start(kit)
    for person in await queue_view.placed(kit.db):
        wanted = next((who for who in cast.STAFF if who.name == person.name), None)
        if wanted and wanted.key in cast.PLACES and not person.teams and not person.skills:
            keys, spoken = cast.PLACES[wanted.key]
            skills = [Skill(language, "", level) for language, level in spoken]
            await queue.place_staff(kit, SYSTEM, person.id, list(keys), skills)


async def _customer(kit: Kit, story: Story) -> int:
    if not story.uid:
        return await customers.add_visitor(kit.db, story.name, story.email, story.language)
    who = cast.BY_UID[story.uid]
    return await customers.upsert_known(
        kit.db,
        Identity(who.uid, "demo", who.name, who.email, who.phone, who.language, who.tier, who.time_zone),
    )


def _words(line: Line) -> str:
    return line.text.format(txid=txid_of(*line.transaction)) if line.transaction else line.text


def _id(story: Story, number: int) -> UUID:
    return uuid5(NAMESPACE_URL, f"farol-demo:{story.subject}:{number}")
