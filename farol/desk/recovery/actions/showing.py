"""The owner shows that a transfer was theirs: pictures, recordings, a signed message. Nothing of it moves coins."""

import hashlib
from collections.abc import Sequence
from uuid import UUID, uuid5

import msgspec

from farol.core.shield import scrub
from farol.core.tickets import actions as tickets
from farol.desk.recovery import store
from farol.desk.recovery.events import RecoveryEvidenceGiven
from farol.desk.recovery.model import Recovery, lacks
from farol.desk.recovery.problems import EvidenceEmpty, RecoveryMoved, TooMuchEvidence
from farol.desk.recovery.words import NEEDS
from farol.desk.threads.telling import After, note
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound
from farol.selfserve.portal.replying import Upload, received, traces

from .telling import move

KINDS = ("sender_picture", "screen_recording", "ownership")
MOST = 15
MOST_WORDS = 4_000
WHILE = ("asked", "quoted", "consented", "checking")


class Shown(msgspec.Struct, frozen=True):
    """A form of evidence. form_id: made with the page; words: a signed message, of ``ownership`` alone."""

    form_id: UUID
    kind: str
    words: str
    uploads: Sequence[Upload]


async def show(kit: Kit, actor: Actor, recovery_id: int, shown: Shown) -> Recovery:
    """Kept with its hash, and said in the ticket. With the last piece that was missing it is ours to check.

    Raises NotFound, RecoveryMoved, Invalid, EvidenceEmpty, TooMuchEvidence, and what ``receive`` raises.
    """
    found = await store.first(kit.db, store.OWN, recovery_id, actor.id)
    if found is None:
        raise NotFound
    if found.state not in WHILE or found.risk:
        raise RecoveryMoved(state=found.state)
    words = shown.words.strip()
    if shown.kind not in KINDS or "\0" in words or len(words) > MOST_WORDS or (words and shown.kind != "ownership"):
        raise Invalid(errors=[{"field": "kind" if shown.kind not in KINDS else "words", "why": "cannot be right"}])
    if not words and not shown.uploads:
        raise EvidenceEmpty
    words = scrub(words).text
    if len(await store.pieces(kit.db, recovery_id)) + len(shown.uploads) + bool(words) > MOST:
        raise TooMuchEvidence(most=MOST)
    said_id = uuid5(shown.form_id, "\n".join([shown.kind, words, *await traces(shown.uploads)]))
    files = [row.id for row in await received(kit, actor, shown.uploads)]
    label = NEEDS[shown.kind].zh if found.language.startswith("zh") else NEEDS[shown.kind].en
    await tickets.post_message(
        kit, actor, found.ticket_id, client_id=said_id, body="\n".join(filter(None, (label.split("：")[0].split(":")[0], words))), files=files, channel="portal")
    return await _keep(kit, actor, found, shown.kind, words, files)


async def _keep(kit: Kit, actor: Actor, found: Recovery, kind: str, words: str, files: list[UUID]) -> Recovery:
    after = After()
    async with transaction(kit.db) as tx:
        now = await store.recovery(tx, found.id, lock=True)
        assert now
        for file_id in files:
            row = await tx.fetchrow(store.GIVE_FILE, found.id, kind, file_id)
            if row:
                await note(tx, actor, found.ticket_id, RecoveryEvidenceGiven(found.id, row["id"], kind, row["sha256"]), after)
        if words:
            sha = hashlib.sha256(words.encode())
            id_ = await tx.fetchval(store.GIVE, found.id, kind, None, words, sha.digest())
            if id_:
                await note(tx, actor, found.ticket_id, RecoveryEvidenceGiven(found.id, id_, kind, sha.hexdigest()), after)
        if now.state == "consented" and now.quote and not lacks(now.quote.needs, await store.pieces(tx, found.id)):
            await move(tx, actor, now, ("consented",), "checking", after, letter="checking")
        now = await store.recovery(tx, found.id)
        assert now
    await after.say(kit)
    return now
