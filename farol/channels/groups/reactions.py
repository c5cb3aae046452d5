"""What happens in groups, taken from the messengers: first who said it and what, then whether it asks us something."""

from farol.channels.connections.model import Connection
from farol.channels.messengers import hooks, outgoing
from farol.channels.messengers.model import Happening, Joined, Pressed, Said, Standing
from farol.channels.messengers.rendering import escaped
from farol.core.shield import scrub
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of
from farol.kit.permission import SYSTEM
from farol.kit.problem import TooMany
from farol.kit.ratelimit import limit
from farol.selfserve.community.checking import trace

from . import answering, doors, keeping, knowing, names, posts, saying, store
from .events import GroupAnswered
from .keeping import Post
from .model import FLOOD, Finding, Room
from .texts import GroupTexts

ASKS = ("ask",)
"""Commands that are a question."""


async def in_group(kit: Kit, connection: Connection, happening: Happening) -> bool:
    """Everything that happens in a group is ours."""
    if isinstance(happening, Standing):
        await knowing.standing(kit, await knowing.room_of(kit, connection, happening.chat), happening.here)
        return True
    if not isinstance(happening, Said | Pressed | Joined):
        return True
    room = await knowing.room_of(kit, connection, happening.chat)
    if isinstance(happening, Joined):
        if happening.who.machine:
            return True
        await _named(kit, connection, room, Post(happening.chat, happening.who, "", ""))
        return True
    text = f"/{happening.name} {happening.text}" if isinstance(happening, Pressed) and happening.name not in ASKS else happening.text
    post = Post(happening.chat, happening.who, happening.message, text)
    asks = happening.name in ASKS if isinstance(happening, Pressed) else happening.asks
    if happening.who.machine and happening.who.username.lower() == connection.account.removeprefix("@").lower():
        return True
    ours = happening.who.steward or happening.who.id in {one.id for one in await knowing.stewards(kit, connection, room)}
    if not ours and await _kept(kit, connection, room, post, asks=asks):
        return True
    if asks and not happening.who.machine and room.settings.answers and not (isinstance(happening, Said) and happening.edited):
        await _answer(kit, connection, room, post)
    return True


async def _named(kit: Kit, connection: Connection, room: Room, post: Post) -> None:
    rules = await knowing.rules(kit, connection, room)
    if post.who.steward or not (claim := names.imitates(post.who.name, post.who.username, rules.ours)):
        return
    await keeping.keep(kit, connection, room, post, [Finding("impostor", claim)], saying.tongue(room, post.who.name, post.who.language))


async def _kept(kit: Kit, connection: Connection, room: Room, post: Post, *, asks: bool) -> bool:
    """Whether a post was dealt with, so that nothing in it is answered."""
    rules, lang = await knowing.rules(kit, connection, room), saying.tongue(room, post.text, post.who.language)
    findings = posts.look(post.text, rules.official)
    if claim := names.imitates(post.who.name, post.who.username, rules.ours):
        findings.append(Finding("impostor", claim))
    if len(post.text) >= 12:
        again = await store.said_before(kit.db, room.id, post.message, post.who.id, trace(scrub(post.text).text))
        if again >= FLOOD - 1:
            findings.append(Finding("flood", str(again + 1)))
    if findings and await keeping.keep(kit, connection, room, post, findings, lang):
        return True
    held = posts.about(post.text)
    if held.personal:
        if await keeping.too_much(kit, connection, room, post):
            await _private(kit, connection, room, post, GroupTexts(lang).personal)
            return True
        return await store.deed_of(kit.db, room.id, post.about) is not None and not asks
    if held.ids and (asks or room.settings.mode == "act"):
        await _private(kit, connection, room, post, GroupTexts(lang).private, reply=True)
        return True
    return False


async def _answer(kit: Kit, connection: Connection, room: Room, post: Post) -> None:
    lang = saying.tongue(room, post.text, post.who.language)
    texts = GroupTexts(lang)
    if posts.about(post.text).ids or posts.about(post.text).personal:
        return await _private(kit, connection, room, post, texts.private, reply=True)
    found = await answering.fact(kit, _asked(post.text, connection), lang) if post.text else None
    if found is None:
        return await _private(kit, connection, room, post, texts.unsure, reply=True)
    if found.stolen:
        return await _private(kit, connection, room, post, texts.stolen.format(url=found.url), how="stolen", reply=True)
    words = f"{escaped(found.words)}\n\n{texts.source.format(title=escaped(found.title), url=found.url)}"
    return await _private(kit, connection, room, post, words, how="fact", article=found.slug, reply=True)


async def _private(kit: Kit, connection: Connection, room: Room, post: Post, words: str, *, how: str = "private", article: str = "", reply: bool = False) -> None:
    """Says it with the button under it. Who asks too often is not answered until later."""
    try:
        limit("group_answer", f"{room.id}:{post.who.id}", rate_per_s=0.05, burst=4)
    except TooMany:
        return
    lang = saying.tongue(room, post.text, post.who.language)
    choices = await doors.door(kit, connection, room, post.who, _asked(post.text, connection), lang)
    key = f"group:{room.id}:answer:{post.about}"
    if not await saying.say(kit, connection, post.chat, key, words, choices, post.message if reply else ""):
        return
    async with transaction(kit.db) as tx:
        seq = await emit(tx, f"group:{room.id}", SYSTEM, GroupAnswered(how, article))
    await wake(kit.bus, f"group:{room.id}", seq)


def _asked(text: str, connection: Connection) -> str:
    """The question without our name in it."""
    return " ".join(word for word in text.split() if word.lower().rstrip(",:，：") != connection.account.lower()).strip()


async def in_private(kit: Kit, connection: Connection, happening: Happening) -> bool:
    """Links out of a group are ours, and questions put there for the asker's eyes alone: a published answer, where one is sure."""
    if not isinstance(happening, Pressed):
        return False
    return await doors.entered(kit, connection, happening) or (happening.public and happening.name in ASKS and await _told(kit, connection, happening))


async def _told(kit: Kit, connection: Connection, pressed: Pressed) -> bool:
    held = posts.about(pressed.text)
    lang = lang_of(pressed.who.language or "en")
    if not pressed.text.strip() or held.ids or held.personal or posts.secrets_in(pressed.text):
        return False
    found = await answering.fact(kit, pressed.text, lang)
    if found is None or found.stolen:
        return False
    texts = GroupTexts(lang)
    words = "\n\n".join((escaped(found.words), texts.source.format(title=escaped(found.title), url=found.url), texts.alone))
    await outgoing.reply(kit, connection, pressed.chat, f"{pressed.message}.ask", words, answers=pressed.answer)
    return True


hooks.register("group", in_group)
hooks.register("private", in_private)
