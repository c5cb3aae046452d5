"""What would help most now: rules over state, worst first. Words for a person; none moves value or changes an account."""

from collections.abc import Iterator

from farol.core.exchange.shapes import ExchangeView, Item, Text, Truth
from farol.desk.checklists.model import Checklist

from .model import CodeSaid, CoreState, Next, Slot
from .state import State
from .subject import Subject

MOST_ASKED = 2
"""Questions in one message."""
MOST_AFTER = 2
ALONE = "care.person_at_risk"
"""Nothing but its procedure: no word of limits or money."""
PEOPLE_FIRST = frozenset({ALONE, "sec.account_stolen", "scam.victim", "leg.law_enforcement", "leg.complaint"})
"""What protects comes before what explains."""
REGRET, ELSEWHERE = "wd.wrong_address", "wd.not_received"
UNSEEN = ("unknown", "not_found")
PAUSED = frozenset({"network_suspended"})
WRONG_KIND = frozenset({"wrong_network", "unlisted_coin", "expired_address"})
ASKS_DETAILS = frozenset({"travel_rule", "beneficiary_required", "source_of_funds", "travel_rule_insufficient"})
"""Reasons for which something is asked of the customer, who is told so; other reviews are not explained."""


def steps(
    core: CoreState, view: ExchangeView, truths: list[Truth], about: Subject, slots: list[Slot], codes: list[CodeSaid], checklist: Checklist,
    matter: State,
) -> list[Next]:
    """The next step and at most two that come after it."""
    found: dict[str, Next] = {}
    for one in _rules(core, view, truths, about, slots, codes, checklist, matter):
        found.setdefault(one.code, one)
    return list(found.values())[: 1 + MOST_AFTER]


def _rules(
    core: CoreState, view: ExchangeView, truths: list[Truth], about: Subject, slots: list[Slot], codes: list[CodeSaid], checklist: Checklist,
    matter: State,
) -> Iterator[Next]:
    following = next((step for step in checklist.steps if step.key == checklist.next), None)
    procedure = Next("procedure", "procedure", Text(following.zh, following.en), _PROCEDURE) if following else None
    if procedure and checklist.reason in PEOPLE_FIRST:
        yield procedure
    if checklist.reason == ALONE:
        return
    if core == "down":
        yield Next("exchange_down", "wait", Text("交易所没有回应，先不要报数字", "The exchange is not answering: quote no figures yet"), _DOWN)
    for truth in truths:
        if truth.tone == "stop":
            yield Next(f"warn_{truth.code}", "say", Text("先把这一点告诉客户", "Tell the customer this first"), truth.words)
    trace = about.found.trace if about.found else None
    if trace and trace.found in ("unattributed", "unsupported"):
        yield Next("recover", "recover", Text("转给找回流程：看资格、费用、需要的凭证", "Take it to recovery: eligibility, fee, proof needed"), trace.words)
    for slot in slots:
        if slot.state == "conflict":
            name = slot.field
            yield Next("settle_conflict", "settle", Text(f"{name.zh}说法不一，先弄清楚", f"Sources differ on {name.en}: settle that first"),
                       Text(_sources(slot, "zh"), _sources(slot, "en")), [name.key])  # fmt: skip
    if about.choices:
        yield Next("which_one", "ask", Text("问客户说的是哪一笔", "Ask which one is meant"),
                   Text(f"有 {len(about.choices)} 笔都可能", f"{len(about.choices)} could be it"))  # fmt: skip
    if about.item:
        yield from _of_item(about.item, set(matter.codes), checklist.reason or "", stoppable=matter.stoppable)
    elif trace or (trace := next((one.trace for one in view.found if one.trace and one.trace.found not in UNSEEN), None)):
        yield Next("say_trace", "say", Text("把交易所看到的告诉客户", "Tell the customer what the exchange sees"), trace.words)
    elif matter.facts:
        first = matter.facts[0]
        yield Next("look_at", "check", Text("先看交易所的这一条", "Look at this at the exchange first"), Text(first.zh, first.en))
    for hold in view.holds:
        yield Next("say_hold", "say", Text("说明限制和结束时间，谁都不能缩短的就直说", "Explain the limit and its end; say plainly where nobody can shorten it"), hold.words)
    for code in codes:
        yield Next("say_code", "say", Text(f"解释 {code.code}：{code.fix.zh}", f"Explain {code.code}: {code.fix.en}"), code.cause, link=code.article)
    missing = [one for one in slots if one.state == "missing" and not one.told and one.field.kind != "yes_no"][:MOST_ASKED]
    if missing and not about.item:
        yield Next("ask_missing", "ask", Text("问客户：" + "、".join(one.field.zh for one in missing), "Ask for: " + ", ".join(one.field.en for one in missing)),
                   Text("交易所给不了这些", "The exchange cannot supply these"), [one.field.key for one in missing])  # fmt: skip
    if procedure:
        yield procedure
    if checklist.reason is None:
        yield Next("pick_reason", "check", Text("先选原因", "Choose the reason first"), Text("原因决定要问什么、怎么处理", "It says what to ask and what to do"))


def _of_item(item: Item, codes: set[str], reason: str, *, stoppable: bool) -> Iterator[Next]:
    state, deposit = item.state, item.kind == "deposit"
    if stoppable and reason == REGRET:
        yield Next("offer_cancel", "say", Text("还能取消：现在就告诉客户在哪里按", "It can still be cancelled: tell the customer now where to press"), item.line)
    elif deposit and (state == "unattributed" or codes & WRONG_KIND):
        yield Next("recover", "recover", Text("转给找回流程：看资格、费用、需要的凭证", "Take it to recovery: eligibility, fee, proof needed"), item.line)
    elif item.tone == "failed":
        yield Next("say_failed", "say", Text("告诉客户原因，以及币在哪里", "Tell the customer why, and where the coins are"), item.line)
    elif PAUSED & codes:
        yield Next("say_paused", "say", Text("说明是通道暂停、币不会丢，恢复后自动继续", "Say that the network is paused, nothing is lost, and it goes on by itself"), item.line)
    elif item.tone == "held" and state == "awaiting_user":
        yield Next("say_confirm", "say", Text("请客户自己完成确认，我们不能代办", "Ask the customer to confirm it; we cannot do it for them"), item.line)
    elif item.tone == "held" and codes & ASKS_DETAILS:
        yield Next("ask_details", "ask", Text("请客户在那一笔的页面上补填要求的信息", "Ask the customer to fill in what its page asks for"), item.line)
    elif item.tone == "held":
        yield Next("say_review", "say", Text("只说在审核和通常多久，不说原因", "Say that it is reviewed and how long that usually takes, not why"), item.line)
    elif item.tone == "moving" and not deposit:
        yield Next("say_way", "say", Text("说清在哪一步，发出后谁都撤不回", "Say where it stands; once sent nobody can call it back"), item.line)
    elif item.tone == "moving":
        yield Next("say_times", "say", Text("说清两个时间：到账和可提", "Say both times: credited and withdrawable"), item.line)
    elif reason in (ELSEWHERE, REGRET):
        yield Next("say_sent", "say", Text("给出交易哈希：已经在链上，入账要由收款方做", "Give the hash: it is on the chain, and the receiver has to credit it"), item.line)
    else:
        yield Next("say_done", "resolve", Text("已经完成：请客户看一下，没问题就解决", "It is done: ask the customer to look, then resolve"), item.line)


def _sources(slot: Slot, lang: str) -> str:
    names = {"staff": ("客服", "staff"), "exchange": ("交易所", "exchange"), "customer": ("客户", "customer"), "screenshot": ("截图", "screenshot")}
    seen: dict[str, str] = {}
    for one in slot.said:
        value = one.value
        seen.setdefault(one.source, " ".join(map(str, value.values())) if isinstance(value, dict) else str(value))
    zh = lang == "zh"
    return ("；" if zh else "; ").join(f"{names[s][not zh]}{'：' if zh else ': '}{v[:60]}" for s, v in seen.items())


_PROCEDURE = Text("这是处理步骤里的下一步", "The next step of the procedure")
_DOWN = Text("不知道的不要说成没有", "Not known is not the same as none")
