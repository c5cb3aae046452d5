"""Drafts on their way to readers, and the versions that got there."""

from typing import Annotated

import msgspec

from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, delete, get, post, put

from .. import actions, diff, draft_store, store
from ..actions.reviewing import LONGEST_NOTE
from ..diff import Line
from ..draft_store import VersionRow
from ..model import Text, is_code
from .shapes import ROOM, HourBody, PublishedText, RevisionBody, Saved, TextBody, mend, published, tongue

DRAFT = "/knowledge/articles/{article_id:int}/drafts/{language:str}"
VERSIONS = "/knowledge/articles/{article_id:int}/versions/{language:str}"
NEWEST_DRAFT = 0


class NoteBody(Body, frozen=True):
    """What is to be changed first."""

    note: Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NOTE)]


class VersionBody(Body, frozen=True):
    """A published version."""

    version: Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class Out(msgspec.Struct, frozen=True):
    """The version that readers see now."""

    version: int


class Versions(msgspec.Struct, frozen=True):
    """How a language was published, newest first."""

    versions: list[VersionRow]


class Change(msgspec.Struct, frozen=True):
    """What differs between two texts, part by part."""

    title: list[Line]
    summary: list[Line]
    keywords: list[Line]
    body: list[Line]


@put(DRAFT, can=Can.ARTICLE_WRITE, max_body=ROOM)
async def write(kit: Kit, actor: Actor, article_id: int, language: str, data: TextBody) -> Saved:
    """Saves a draft over the revision that was read; an unknown live block is refused by name and line."""
    limit("article_draft", actor.ref, rate_per_s=2, burst=30)
    revision, left = await actions.write(kit, actor, possible(article_id), tongue(language), data.revision, data.text, brings_up=data.brings_up)
    return Saved(revision, "draft", mend(left))


@post(DRAFT + "/discard", can=Can.ARTICLE_WRITE, status=204)
async def discard(kit: Kit, actor: Actor, article_id: int, language: str, data: RevisionBody) -> None:
    """Throws the draft away; its words stay in the log."""
    await actions.discard(kit, actor, possible(article_id), tongue(language), data.revision)


@post(DRAFT + "/review", can=Can.ARTICLE_WRITE)
async def submit(kit: Kit, actor: Actor, article_id: int, language: str, data: RevisionBody) -> Saved:
    """It waits for somebody who publishes it."""
    return Saved(await actions.submit(kit, actor, possible(article_id), tongue(language), data.revision), "in_review")


@post(DRAFT + "/return", can=Can.ARTICLE_PUBLISH)
async def send_back(kit: Kit, actor: Actor, article_id: int, language: str, data: NoteBody) -> Saved:
    """It is a draft again, with what is to be changed."""
    return Saved(await actions.send_back(kit, actor, possible(article_id), tongue(language), data.note), "draft")


@post(DRAFT + "/publication", can=Can.ARTICLE_PUBLISH)
async def publish(kit: Kit, actor: Actor, article_id: int, language: str, data: RevisionBody) -> Out:
    """Readers see it from now on."""
    return Out(await actions.publish_draft(kit, actor, possible(article_id), tongue(language), data.revision))


@post(DRAFT + "/hour", can=Can.ARTICLE_PUBLISH)
async def schedule(kit: Kit, actor: Actor, article_id: int, language: str, data: HourBody) -> Saved:
    """Readers see it from that time on."""
    return Saved(await actions.schedule(kit, actor, possible(article_id), tongue(language), data.revision, data.at), "scheduled")


@delete(DRAFT + "/hour", can=Can.ARTICLE_PUBLISH)
async def unschedule(kit: Kit, actor: Actor, article_id: int, language: str) -> None:
    """It is a draft again."""
    await actions.unschedule(kit, actor, possible(article_id), tongue(language))


@post(DRAFT + "/restoration", can=Can.ARTICLE_WRITE)
async def restore(kit: Kit, actor: Actor, article_id: int, language: str, data: VersionBody) -> Saved:
    """Opens a draft with the words of a published version."""
    return Saved(await actions.restore(kit, actor, possible(article_id), tongue(language), data.version), "draft")


@get(VERSIONS, can=Can.ARTICLE_SEE)
async def versions(kit: Kit, article_id: int, language: str) -> Versions:
    """How a language was published."""
    if await store.described(kit.db, possible(article_id)) is None or not is_code(language):
        raise NotFound
    return Versions(await draft_store.versions(kit.db, article_id, language))


@get(VERSIONS + "/{version:int}", can=Can.ARTICLE_SEE)
async def one_version(kit: Kit, article_id: int, language: str, version: int) -> PublishedText:
    """A version as it was published."""
    found = await store.version(kit.db, possible(article_id), tongue(language), _number(version))
    if found is None:
        raise NotFound
    return published(found)


@get(VERSIONS + "/{version:int}/changes", can=Can.ARTICLE_SEE)
async def changes(kit: Kit, article_id: int, language: str, version: int, to: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)] = NEWEST_DRAFT) -> Change:
    """What came after a version: in the version ``to``, or, for 0, in the draft."""
    old, new = await _text(kit, article_id, tongue(language), _number(version)), await _text(kit, article_id, language, _number(to) if to else NEWEST_DRAFT)
    return Change(*(diff.lines(getattr(old, part), getattr(new, part)) for part in ("title", "summary", "keywords", "body")))


def _number(version: int) -> int:
    """A version in a path. Raises NotFound for what cannot be one."""
    if not 0 < version < 2**31:
        raise NotFound
    return version


async def _text(kit: Kit, article_id: int, language: str, version: int) -> Text:
    """The words of a version, or of the draft. Raises NotFound."""
    if version == NEWEST_DRAFT:
        draft = await draft_store.draft(kit.db, possible(article_id), tongue(language))
        if draft:
            return draft.text
    else:
        found = await store.version(kit.db, possible(article_id), tongue(language), version)
        if found:
            return Text(found.title, found.summary, found.body, found.keywords, tuple(found.related))
    raise NotFound


routes = [write, discard, submit, send_back, publish, schedule, unschedule, restore, versions, one_version, changes]
