"""Dealing with a post or a name: what is meant is written down first, then done at the platform; who is told to do it again finds what is done."""

from datetime import datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from farol.channels.connections.elsewhere import Refused
from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import ADAPTERS, Keeps
from farol.channels.messengers.model import Chat, Who
from farol.core.notices.actions import notify
from farol.core.people import store as people
from farol.core.shield import advice, scrub
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import Lang
from farol.kit.permission import SYSTEM, Can
from farol.selfserve.community import masking
from farol.selfserve.community.checking import trace

from . import posts, saying, store
from .events import GroupModerated, ScamRepeated
from .model import SAME_GROUPS, SAME_IN, STRIKES, STRIKES_FOR, Finding, Room, Rule, Verdict, judge
from .texts import GroupTexts, StaffTexts

SCAMS = frozenset(("link", "wallet", "giveaway", "bait", "impostor"))
LONGEST = 1000


class Post(NamedTuple):
    """What somebody said, or called themselves when they came (no message). chat: where, a topic perhaps. kinds: of secrets that were in it."""

    chat: Chat
    who: Who
    message: str
    text: str
    kinds: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The same for the same words under the same id: an edit is looked at again."""
        plain = f"{self.text}\x1f{self.who.name}\x1f{self.who.username}"
        return f"{self.message or 'name'}:{self.who.id}:{blake2b(plain.encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


async def keep(kit: Kit, connection: Connection, room: Room, post: Post, findings: list[Finding], lang: Lang) -> bool:
    """Whether the post is gone, or would be."""
    broken = await store.struck(kit.db, room.id, post.who.id, clock.now() - STRIKES_FOR)
    counting = sum(n for rule, n in STRIKES.items() for one in broken if one == rule)
    verdict = judge(findings, room.settings, counting)
    if verdict is None:
        return False
    until = clock.now() + timedelta(hours=room.settings.mute_hours) if verdict.did == "muted" else None
    first = await _write(kit, room, post, verdict.rule, verdict, until)
    deed = await store.deed_of(kit.db, room.id, post.about)
    assert deed
    if not first and deed.done_at:
        return deed.did != "noted"
    error = ""
    if deed.did != "noted":
        error = await _do(kit, connection, room, post, deed.did, deed.until)
    await store.done(kit.db, deed.id, error)
    if deed.did != "noted" and not error and first:
        await _tell(kit, connection, room, post, verdict, lang)
    return deed.did != "noted"


async def too_much(kit: Kit, connection: Connection, room: Room, post: Post) -> bool:
    """Takes a post out that holds personal data. No offence, no strike. Whether it went now."""
    verdict = Verdict((), remove=room.settings.mode == "act", only_note=room.settings.mode != "act")
    first = await _write(kit, room, post, "personal", verdict, None)
    deed = await store.deed_of(kit.db, room.id, post.about)
    assert deed
    if deed.did == "removed" and not deed.done_at:
        await store.done(kit.db, deed.id, await _do(kit, connection, room, post, "removed", None))
    return first and deed.did == "removed"


async def _write(kit: Kit, room: Room, post: Post, rule: str, verdict: Verdict, until: datetime | None) -> bool:
    rules: list[str] = list(dict.fromkeys(one.rule for one in verdict.findings)) or [rule]
    saw = "; ".join(one.words for one in verdict.findings if one.words)
    did = verdict.did
    seen = trace(post.text) if len(post.text) >= 12 and SCAMS & set(rules) else None
    draft = store.Draft(
        room.id, post.about, post.chat.id, post.message, post.who.id, _masked(post.who.name, 120), _masked(post.who.username, 64), rule, rules,
        _masked(saw, 300), did, _masked(post.text, LONGEST), seen, verdict.strikes, until)
    async with transaction(kit.db) as tx:
        id_ = await store.add_deed(tx, draft)
        if id_ is None:
            return False
        seq = await emit(tx, f"group:{room.id}", SYSTEM, GroupModerated(id_, rule, did, verdict.strikes))
        if seen:
            await _repeated(tx, room, seen, rule)
    await wake(kit.bus, f"group:{room.id}", seq)
    return True


async def _repeated(tx: Tx, room: Room, seen: bytes, rule: str) -> None:
    """Tells the desk once a day that the same words go round."""
    groups = await store.same(tx, seen, clock.now() - SAME_IN)
    if groups < SAME_GROUPS:
        return
    title = {lang: StaffTexts(lang).repeated.format(n=groups, rule=rule) for lang in ("zh", "en")}
    told = await notify(tx, await people.holders(tx, Can.COMMUNITY_MODERATE), "incident", ticket_id=None, title=title, key=f"group.scam:{seen.hex()}:{clock.now():%Y-%m-%d}")
    if told:
        await emit(tx, f"group:{room.id}", SYSTEM, ScamRepeated(rule, groups))


async def _do(kit: Kit, connection: Connection, room: Room, post: Post, did: str, until: datetime | None) -> str:
    """The post first: it is what others read. Returns what the platform refused."""
    adapter, errors = ADAPTERS[connection.channel], []
    if post.message:
        try:
            await adapter.remove(kit, connection, post.chat, post.message)
        except Refused as error:
            errors.append(error.said)
    try:
        if did == "banished":
            await adapter.banish(kit, connection, room.as_chat, post.who.id, None)
        elif did == "muted" and until:
            if isinstance(adapter, Keeps):
                await adapter.hush(kit, connection, room.as_chat, post.who.id, until)
            else:
                await adapter.banish(kit, connection, room.as_chat, post.who.id, until)
    except Refused as error:
        errors.append(error.said)
    return "; ".join(errors)


async def _tell(kit: Kit, connection: Connection, room: Room, post: Post, verdict: Verdict, lang: Lang) -> None:
    """One sentence where it helps somebody: whose secret it was, who can still mend it, who may meet the impostor."""
    texts, rule = GroupTexts(lang), verdict.rule
    if rule == "secret":
        kinds = post.kinds or tuple(posts.secrets_in(post.text))
        steps = advice(kinds, lang)
        words = texts.secret.format(what=saying.names_of(kinds, lang), advice=_steps(steps, lang))
    elif rule == "impostor":
        words = texts.impostor
    elif verdict.member == "warned":
        words = texts.warned.format(why=_why(texts, rule))
    else:
        return
    await saying.say(kit, connection, post.chat, f"group:{room.id}:deed:{post.about}", words)


def _why(texts: GroupTexts, rule: Rule) -> str:
    return {"link": texts.rule_link, "wallet": texts.rule_wallet, "giveaway": texts.rule_giveaway, "bait": texts.rule_bait, "mentions": texts.rule_mentions,
            "flood": texts.rule_flood, "impostor": texts.rule_impostor}.get(rule, "")  # fmt: skip


def _steps(text: str, lang: Lang) -> str:
    """The advice without its first sentences, which speak of a message in a chat with us."""
    mark = "没有保存。" if lang == "zh" else "kept nothing. "
    return text.partition(mark)[2].rstrip(".。") or text.rstrip(".。")


def _masked(text: str, most: int) -> str:
    return masking.mask(scrub(text.replace("\0", "")).text, None).text[:most]
