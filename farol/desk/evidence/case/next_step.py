"""What would help most now: rules over state, worst first. Words for a person; none moves value or changes an account."""

from collections.abc import Iterator

from farol.core.exchange.shapes import ExchangeView, Item, Text, Truth
from farol.desk.checklists.model import Checklist

from .model import CodeSaid, CoreState, Next, Slot
from .subject import Subject

MOST_ASKED = 2
"""Questions in one message."""
MOST_AFTER = 2


def steps(
    core: CoreState, view: ExchangeView, truths: list[Truth], about: Subject, slots: list[Slot], codes: list[CodeSaid], checklist: Checklist
) -> list[Next]:
    """The next step and at most two that come after it."""
    found: dict[str, Next] = {}
    for one in _rules(core, view, truths, about, slots, codes, checklist):
        found.setdefault(one.code, one)
    return list(found.values())[: 1 + MOST_AFTER]


def _rules(
    core: CoreState, view: ExchangeView, truths: list[Truth], about: Subject, slots: list[Slot], codes: list[CodeSaid], checklist: Checklist
) -> Iterator[Next]:
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
        yield from _of_item(about.item)
    elif trace:
        yield Next("say_trace", "say", Text("把交易所看到的告诉客户", "Tell the customer what the exchange sees"), trace.words)
    for hold in view.holds:
        yield Next("say_hold", "say", Text("说明限制和结束时间，谁都不能缩短的就直说", "Explain the limit and its end; say plainly where nobody can shorten it"), hold.words)
    for code in codes:
        yield Next("say_code", "say", Text(f"解释 {code.code}：{code.fix.zh}", f"Explain {code.code}: {code.fix.en}"), code.cause, link=code.article)
    missing = [one for one in slots if one.state == "missing" and not one.told and one.field.kind != "yes_no"][:MOST_ASKED]
    if missing and not about.item:
        yield Next("ask_missing", "ask", Text("问客户：" + "、".join(one.field.zh for one in missing), "Ask for: " + ", ".join(one.field.en for one in missing)),
                   Text("交易所给不了这些", "The exchange cannot supply these"), [one.field.key for one in missing])  # fmt: skip
    following = next((step for step in checklist.steps if step.key == checklist.next), None)
    if following:
        yield Next("procedure", "procedure", Text(following.zh, following.en), Text("这是处理步骤里的下一步", "The next step of the procedure"))
    if checklist.reason is None:
        yield Next("pick_reason", "check", Text("先选原因", "Choose the reason first"), Text("原因决定要问什么、怎么处理", "It says what to ask and what to do"))


def _of_item(item: Item) -> Iterator[Next]:
    state = item.state
    if item.kind == "deposit" and state == "unattributed":
        yield Next("recover", "recover", Text("转给找回流程：看资格、费用、需要的凭证", "Take it to recovery: eligibility, fee, proof needed"), item.line)
    elif item.tone == "failed":
        yield Next("say_failed", "say", Text("告诉客户原因，以及币在哪里", "Tell the customer why, and where the coins are"), item.line)
    elif item.tone == "held" and state == "awaiting_user":
        yield Next("say_confirm", "say", Text("请客户自己完成确认，我们不能代办", "Ask the customer to confirm it; we cannot do it for them"), item.line)
    elif item.tone == "held":
        yield Next("say_review", "say", Text("只说在审核和通常多久，不说原因", "Say that it is reviewed and how long that usually takes, not why"), item.line)
    elif item.tone == "moving":
        yield Next("say_times", "say", Text("说清两个时间：到账和可提", "Say both times: credited and withdrawable"), item.line)
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


_DOWN = Text("不知道的不要说成没有", "Not known is not the same as none")
