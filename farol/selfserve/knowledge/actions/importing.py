"""A folder of articles taken in: every file is judged first, and then all of them come in, or none."""

from collections.abc import AsyncIterator, Collection, Mapping
from pathlib import PurePosixPath
from uuid import UUID

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.files import store as files
from farol.kit.files.intake import receive
from farol.kit.permission import Actor
from farol.kit.problem import Problem

from .. import draft_store, folder, image_store, markdown, model, topic_store
from ..events import ArticleDrafted, ArticleOpened
from ..faults import Fault, listed
from ..folder import MEDIA, Broken
from ..model import Draft, Text
from ..problems import ImportRefused
from .publishing import place

MOST_PICTURES = 20
"""New pictures in one import; each of them is written anew."""


class Taken(msgspec.Struct, frozen=True):
    """What came of a file. outcome: ``published`` as this version, ``draft``, ``same`` as what is published, ``kept`` (a draft of
    somebody is open and stays), ``picture``."""

    path: str
    outcome: str
    article_id: int = 0
    version: int = 0


async def take_in(kit: Kit, actor: Actor, given: Mapping[str, bytes], *, publish: bool) -> list[Taken]:
    """Articles from files by their path, published or as drafts, in one transaction, and what came of each.

    Raises ImportRefused naming every broken file; then nothing was taken in.
    """
    drafts, broken = _read(given, actor)
    pictures = {one: path for path in given if (one := _picture(path))}
    wanted = {one for draft in drafts.values() for one in markdown.pictures(draft.body)}
    known = await image_store.every_known(kit.db, wanted)
    broken |= await _judge(kit, drafts, known | pictures.keys())
    if broken:
        raise _refused(given, broken)
    new = [(one, path) for one, path in pictures.items() if one in wanted - known]
    ids = await _pictures(kit, actor, given, new)
    drafts = {path: _renamed(draft, ids) for path, draft in drafts.items()}
    woken: list[tuple[str, int]] = []
    async with transaction(kit.db) as tx:
        await _place_all(tx, drafts, ids)
        taken = [await _take(tx, kit, actor, path, draft, publish, woken) for path, draft in drafts.items()]
    for stream, seq in woken:
        await wake(kit.bus, stream, seq)
    return taken + [Taken(path, "picture") for _, path in new]


def _read(given: Mapping[str, bytes], actor: Actor) -> tuple[dict[str, Draft], dict[str, list[Fault]]]:
    drafts: dict[str, Draft] = {}
    broken: dict[str, list[Fault]] = {}
    seen: set[tuple[str, str]] = set()
    for path, raw in given.items():
        if _picture(path):
            continue
        try:
            draft = folder.draft(path, raw, actor.alias or actor.name or "Farol", clock.now().date())
            if (draft.language, draft.slug) in seen:
                raise Broken(Fault("twice"))
            seen.add((draft.language, draft.slug))
            drafts[path] = draft
        except Broken as error:
            broken[path] = error.faults
    return drafts, broken


def _picture(path: str) -> str:
    """The id of the picture that a file is; empty for what is none by its name."""
    match = MEDIA.fullmatch("/".join(PurePosixPath(path).parts[-2:]))
    return match["id"] if match else ""


async def _judge(kit: Kit, drafts: Mapping[str, Draft], pictures: Collection[str]) -> dict[str, list[Fault]]:
    """Faults by path, of texts and of what they refer to outside the import."""
    found: dict[str, list[Fault]] = {}
    here = {draft.slug for draft in drafts.values()}
    elsewhere = sorted({slug for draft in drafts.values() for slug in draft.related if model.is_slug(slug)} - here)
    missing = set(await draft_store.missing(kit.db, elsewhere))
    topics = {code for code in {draft.category for draft in drafts.values()} if not await topic_store.known(kit.db, code)}
    for path, draft in drafts.items():
        faults = model.faults(draft)
        if not any(fault.code in ("too_long", "nul") for fault in faults):
            faults += markdown.faults(draft.body, pictures, kit.settings.video_hosts)
        faults += [Fault("related", slug) for slug in draft.related if slug in missing]
        faults += [Fault("topic", draft.category[:60])] if draft.category in topics else []
        if faults:
            found[path] = faults
    return found


async def _pictures(kit: Kit, actor: Actor, given: Mapping[str, bytes], new: list[tuple[str, str]]) -> dict[str, UUID]:
    """Takes the new pictures in: their old id in the text to the new one. Raises ImportRefused; loose files are swept."""
    ids: dict[str, UUID] = {}
    broken = {path: [Fault("file", f"> {MOST_PICTURES}")] for _, path in new[MOST_PICTURES:]}
    for old, path in new[:MOST_PICTURES]:
        try:
            ids[old] = (await receive(kit, actor, path.rpartition("/")[2], "", _once(given[path]))).id
        except Problem as problem:
            broken[path] = [Fault("file", problem.text("en"))]
    if broken:
        raise _refused(given, broken)
    return ids


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content


def _renamed(draft: Draft, ids: Mapping[str, UUID]) -> Draft:
    body = draft.body
    for old, new in ids.items():
        body = body.replace(f"media/{old}", f"media/{new}")
    return msgspec.structs.replace(draft, body=body)


async def _place_all(tx: Tx, drafts: Mapping[str, Draft], ids: Mapping[str, UUID]) -> None:
    """Articles and their pictures exist before the texts that refer to them are judged again."""
    await files.keep(tx, list(ids.values()))
    for draft in drafts.values():
        mine = markdown.pictures(draft.body)
        if mine:
            article_id = await draft_store.id_of(tx, draft.slug) or await draft_store.open_article(tx, draft.slug, draft.category, draft.place, None)
            for one in mine:
                await image_store.add(tx, UUID(one), int(article_id or 0))


async def _take(
    tx: Tx, kit: Kit, actor: Actor, path: str, draft: Draft, publish: bool, woken: list[tuple[str, int]],
) -> Taken:
    if publish:
        article_id, version, seq = await place(tx, kit, actor, draft)
        if seq:
            woken.append((f"article:{article_id}", seq))
        return Taken(path, "published" if seq else "same", article_id, version)
    known = await draft_store.id_of(tx, draft.slug)
    article_id = known or int(await draft_store.open_article(tx, draft.slug, draft.category, draft.place, actor.id or None) or 0)
    text = Text(draft.title, draft.summary, draft.body, draft.keywords, draft.related)
    authors = [actor.id] if actor.kind == "staff" else []
    revision = await draft_store.add(tx, article_id, draft.language, text, brings_up=True, authors=authors, by=actor.ref)
    if revision is None:
        return Taken(path, "kept", article_id)
    if not known:
        await emit(tx, f"article:{article_id}", actor, ArticleOpened(draft.slug))
    woken.append((f"article:{article_id}", await emit(tx, f"article:{article_id}", actor, ArticleDrafted(draft.slug, draft.language, revision))))
    return Taken(path, "draft", article_id)


def _refused(given: Mapping[str, bytes], broken: Mapping[str, list[Fault]]) -> ImportRefused:
    named = [{"path": path, "errors": listed(faults)} for path, faults in sorted(broken.items())]
    return ImportRefused(files=named, broken=len(named), all=len(given))
