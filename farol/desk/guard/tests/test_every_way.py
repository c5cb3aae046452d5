"""Every way by which words of staff reach somebody outside refuses words that lead elsewhere."""

import re
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
import pytest

from farol.app import assembly
from farol.app.demo import cast
from tests.world import World

from .ways import WAYS

LINK, NUMBER = "Please go on at https://farol-desk.top/login today.", "Call us at +44 20 7946 0958 today."
FAROL = Path(__file__).parents[3]


@pytest.mark.parametrize(("words", "codes"), [
    (LINK, {"link_not_allowed", "forum_link_imitates", "play_words_link"}), (NUMBER, {"contact_not_allowed", "opinion_personal", "post_personal"}),
    ("Please send me your password.", {"never_asked"}),
])  # fmt: skip
async def test_no_way_out_takes_them(world: World, listed: None, words: str, codes: set[str]) -> None:
    desk = [await world.staff(who) for who in (cast.SOL, cast.DAN, cast.KAI)]
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    let = {}
    for route, play in WAYS.items():
        for who in desk:
            answer = await play(world, who, ticket, words)
            if answer.status_code != 403:
                break
        if answer.status_code not in (409, 422) or answer.json()["code"] not in codes:
            let[route] = f"{answer.status_code} {answer.json().get('code')}"
    assert not let, "\n".join(f"{route}: {became}" for route, became in let.items())
    assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'staff' and not internal") == 0


SAYS = re.compile(r"posting\.post\(|get\(Poster\)|outgoing\.reply(?:_in)?\(|[^_]reply_in\(")
KNOWN = {
    "core/tickets/actions/saying.py": "asks itself", "core/tickets/actions/warning.py": "our own sentence",
    "channels/phone/record.py": "what was heard", "desk/effects/actions.py": "notes", "desk/merging/actions/split.py": "what was said before",
    "desk/incidents/actions/answer.py": "asks when it is written", "desk/brief/actions/handover.py": "notes", "desk/plays/actions/answering.py": "the customer's own press",
    "desk/transfer/actions/to_queue.py": "notes", "selfserve/assistant/actions.py": "the assistant's, checked against their ground",
    "trust/emergency/actions/freezing.py": "our own sentences", "trust/emergency/actions/hearing.py": "the customer's own words",
    "channels/opinions/actions/answering.py": "asks itself", "channels/messengers/outgoing.py": "what stands in the ticket", "channels/posts": "asks when it is proposed",
    "channels/messengers": "our own sentences", "channels/groups": "our own sentences", "channels/telegram": "our own sentences", "channels/discord": "our own sentences",
}  # fmt: skip
"""Every place that puts words into a ticket or before a platform beside ``tickets.say`` and ``post_message``, and why it may."""


def test_no_other_way_was_built() -> None:
    there = {
        str(path.relative_to(FAROL)) for path in FAROL.rglob("*.py")
        if "tests" not in path.parts and "app" not in path.relative_to(FAROL).parts[:1] and SAYS.search(path.read_text("utf-8"))}
    unknown = [one for one in there if not any(one == name or one.startswith(name + "/") for name in KNOWN)]
    assert not unknown, f"new ways out: ask checks.check_said there, and say so here: {sorted(unknown)}"


ASKS = re.compile(r"strange\(|check_said\(|check_told\(|keep_kept\(|actions\.stop\(")
ASKED = {
    "channels.email.letters.api:put_head": "channels/email/letters/letterhead.py", "channels.email.letters.api:preview": "channels/email/letters/letterhead.py",
    "desk.claims.api:open_window": "desk/claims/actions/opening.py", "desk.claims.api:publish": "desk/claims/actions/opening.py",
    "desk.claims.api:decide_appeal": "desk/claims/actions/appealing.py", "desk.guard.api:hold": "desk/guard/holding.py",
    "desk.incidents.api:change": "desk/incidents/actions/declare.py", "desk.incidents.api:resolve": "desk/incidents/actions/answer.py",
    "desk.macros.api:change": "desk/macros/actions.py", "desk.recovery.api:set_rules": "desk/recovery/actions/ruling.py",
    "desk.sla.api:move_promise": "core/tickets/actions/saying.py", "desk.translating.api:settle": "desk/translating/actions.py",
    "desk.translating.review_api:decide_macro": "desk/translating/reviewing.py", "selfserve.announcements.api:correct": "selfserve/announcements/actions.py",
    "selfserve.community.api:rule_post": "selfserve/community/actions/ruling.py", "selfserve.community.api:rule_topic": "selfserve/community/actions/ruling.py",
    "selfserve.community.api:status": "selfserve/community/actions/ideas.py", "selfserve.community.api:silence": "selfserve/community/actions/managing.py",
    "selfserve.community.api:set_category": "selfserve/community/actions/managing.py",
    "selfserve.knowledge.api.trees:change_term": "selfserve/knowledge/actions/glossary.py", "selfserve.titles.api:propose": "selfserve/titles/actions.py",
}  # fmt: skip
"""Routes whose words go out and that share an action with one of ``WAYS``, or need a long scene: the file that asks."""
INSIDE = {
    "a name, key or address of a setting": (
        "channels.connections.api:connect", "channels.connections.api:change", "channels.webhooks.api:make", "channels.webhooks.api:change", "channels.partner.api:make_key",
        "channels.opinions.api:add_watch", "channels.notify.api:allow", "core.people.api:add_passkey", "desk.escalation.api:add_ladder", "desk.escalation.api:set_ladder",
        "desk.queue.api:place_staff", "desk.rules.api:add", "desk.rules.api:change", "desk.rules.api:trial", "desk.sla.api:add_calendar", "desk.sla.api:set_calendar",
        "desk.sla.api:add_policy", "desk.sla.api:set_policy", "desk.tags.api:change", "desk.tags.api:rename", "desk.views.api:add_view", "desk.views.api:change_view",
        "desk.views.api:preview", "selfserve.community.api:set_policy", "trust.emergency.api:set_rings", "core.notices.api:choose", "desk.threads.outside_api:add",
        "desk.evidence.api:change"),
    "a sign-in": ("core.people.api:sign_in", "core.people.api:sign_in_with_passkey", "core.people.api:sign_in_demo"),
    "colleagues read it": (
        "channels.connections.api:pause", "channels.connections.api:stop", "channels.email.letters.api:lift", "channels.email.quarantine.api:replay_all",
        "channels.groups.api:undo", "channels.phone.api:note", "channels.opinions.api:rule", "channels.opinions.api:mute", "channels.posts.api:rule", "channels.posts.api:recall",
        "desk.blocking.api:block", "desk.blocking.api:unblock", "desk.brief.api:post_watch", "desk.brief.api:hand_over", "desk.brief.api:write", "desk.claims.api:leave_out",
        "desk.claims.api:make_batch", "desk.claims.api:decide", "desk.escalation.api:escalate", "desk.escalation.api:hand_back", "desk.escalation.api:solve",
        "desk.fields.api:fill", "desk.guard.api:rule", "desk.guard.api:allow", "desk.merging.api:merge", "desk.queue.api:set_state", "desk.recheck.api:set_day",
        "desk.recovery.api:check", "desk.recovery.api:refuse", "desk.shifts.api:add", "desk.shifts.api:move", "desk.snooze.api:snooze", "desk.surge.api:start",
        "desk.transfer.api:offer", "desk.transfer.api:to_queue", "desk.transfer.api:give_back", "insight.learning.api:serve", "trust.identity.api:open_review",
        "trust.identity.api:decide", "desk.threads.api:whisper", "desk.threads.api:raise_hand", "desk.threads.api:invite", "desk.incidents.api:attach", "desk.links.api:link",
        "selfserve.knowledge.api.drafts:send_back", "trust.emergency.api:step"),
    "colleagues read it; what is mailed of it asks when it is": ("desk.threads.api:say",),
    "the exchange's own core reads it": (
        "trust.proposals.api:propose", "trust.proposals.api:preview", "trust.proposals.api:approve", "trust.proposals.api:refuse", "trust.proposals.api:withdraw"),
    "kept by its author, and asked when it is said": ("desk.drafts.api:save", "desk.translating.api:draft", "core.preferences.api:save"),
    "only looked at": (
        "desk.guard.api:look", "desk.plays.api:preview", "channels.posts.api:preview", "selfserve.assistant.api:try_out", "selfserve.knowledge.api.helping:preview",
        "desk.incidents.api:look"),
    "what somebody else said": (
        "channels.opinions.api:paste", "channels.opinions.api:bring", "channels.partner.api:open_ticket", "channels.partner.api:say", "channels.phone.api:proof"),
    "what two browsers tell each other": ("channels.voice.api:signal",),
    "how words are found or translated": (
        "selfserve.retrieval.api:save_synonyms", "desk.translating.term_api:add", "desk.translating.term_api:change", "selfserve.editing.api.gaps:decide",
        "selfserve.editing.api.tester:add"),
    "an article, which has its own reader before it is published": (
        "selfserve.knowledge.api.articles:begin", "selfserve.knowledge.api.articles:describe", "selfserve.knowledge.api.drafts:write", "selfserve.editing.api.articles:make_draft"),
}  # fmt: skip
"""Routes that take free words of staff which no customer reads as theirs, by why."""
SHORTEST = 40
"""Characters from which on a field can hold a sentence."""


def sentences(kind: Any, within: tuple[Any, ...] = ()) -> bool:
    """Whether a sentence with a link fits somewhere in a type."""
    if get_origin(kind) is Annotated:
        base, *marks = get_args(kind)
        metas = [one for one in marks if isinstance(one, msgspec.Meta)]
        if base is str:
            return not any((one.max_length or SHORTEST) < SHORTEST or (one.pattern and not re.search(one.pattern, LINK)) for one in metas)
        return sentences(base, within)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind not in within and any(sentences(one, (*within, kind)) for one in get_type_hints(kind, include_extras=True).values())
    return kind is str or any(sentences(one, within) for one in get_args(kind) if not isinstance(one, str))


def test_every_route_that_takes_words_is_known() -> None:
    taking = set()
    for group in assembly.groups():
        for route in group.routes if group.audience.name in ("console", "partner") else ():
            body = route.fn.__annotations__.get("data")
            if body is not None and sentences(get_args(body)[0] if get_origin(body) is Annotated else body):
                taking.add(f"{route.fn.__module__.removeprefix('farol.')}:{route.fn.__name__}")
    inside = {one for names in INSIDE.values() for one in names}
    unknown = taking - inside - ASKED.keys() - WAYS.keys()
    assert not unknown, f"new ways out: ask checks.check_said there, and play them in ways.py; or say in INSIDE who reads them: {sorted(unknown)}"
    assert not (inside | ASKED.keys()) - taking, "no longer there"
    assert not [path for path in ASKED.values() if not ASKS.search((FAROL / path).read_text("utf-8"))]
