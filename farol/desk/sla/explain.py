"""Why a clock is due when it is, step by step, in Chinese and English."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec

from . import measure
from .hours import END, Calendar, Piece, pieces
from .model import FIRST, NEXT, RESOLVE, Clock, Pause, Plan

MOST_SPANS = 40
"""Stretches of time listed; a longer wait is summed up."""

KIND = {FIRST: ("first reply by a person", "人工首次回复"), NEXT: ("next reply", "下一次回复"), RESOLVE: ("resolution", "解决")}
FACT = {"tier": ("tier", "客户等级"), "severity": ("severity", "严重程度"), "channel": ("channel", "渠道"), "reason": ("reason", "原因")}
START = {FIRST: ("the ticket was opened", "工单创建"), NEXT: ("the customer wrote and nobody had answered", "客户发来消息，尚未回复"),
         RESOLVE: ("the ticket was opened", "工单创建")}
STANDS = {"pending": ("waiting for the customer", "等待客户回复"), "resolved": ("the ticket was resolved", "工单已解决")}
SPAN = {"open": ("counted", "计时"), "closed": ("closed, not counted", "非工作时间，不计时"), "paused": ("paused, not counted", "暂停，不计时")}


class Step(msgspec.Struct, frozen=True):
    """One step. what: policy, start, plan, open, closed, paused, pause, capped, more or result. seconds: counted in it."""

    what: str
    en: str
    zh: str
    at: datetime
    until: datetime | None = None
    seconds: int | None = None


def steps(clock: Clock, calendar: Calendar, pauses: list[Pause], now: datetime) -> list[Step]:
    """The whole account of a clock, from the policy that was chosen to the moment it is due."""
    zone = ZoneInfo(calendar.zone)
    first, *later = clock.plans
    found = [_policy(first, clock, calendar), _start(clock, zone)]
    found += [_plan(plan, zone) for plan in later]
    found += _pauses(clock, pauses, zone)
    found += _spans(clock, calendar, pauses, now, zone)
    found.append(_result(clock, zone))
    return found


def _policy(plan: Plan, clock: Clock, calendar: Calendar) -> Step:
    en, zh = KIND[clock.kind]
    runs_en, runs_zh = ("day and night", "全天") if calendar.always else (f"by “{calendar.name}”", f"按“{calendar.name}”")
    return Step("policy", f"Policy “{plan.policy}”, {_why(plan, 0)}: {en} within {_long(plan.budget_s, 0)}, counted {runs_en}.",
                f"策略“{plan.policy}”，{_why(plan, 1)}：{_long(plan.budget_s, 1)}内{zh}，{runs_zh}计时。", plan.at, seconds=plan.budget_s)


def _why(plan: Plan, n: int) -> str:
    if not plan.why:
        return ("which matches every ticket", "适用于所有工单")[n]
    facts = (", ", "、")[n].join(f"{names[n]} {plan.why[name]}" for name, names in FACT.items() if name in plan.why)
    return ("chosen for ", "依据：")[n] + facts


def _start(clock: Clock, zone: ZoneInfo) -> Step:
    en, zh = START[clock.kind]
    at = _when(clock.started_at, zone)
    return Step("start", f"Begins {at}: {en} (no. {clock.turn}).", f"从 {at} 开始：{zh}（第 {clock.turn} 条）。", clock.started_at)


def _plan(plan: Plan, zone: ZoneInfo) -> Step:
    at, left = _when(plan.at, zone), max(plan.budget_s - plan.spent_s, 0)
    return Step(
        "plan", f"At {at} policy “{plan.policy}” took over, {_why(plan, 0)}: {_long(plan.budget_s, 0)} in all, "
        f"{_long(plan.spent_s, 0)} spent, {_long(left, 0)} left.",
        f"{at} 起改按策略“{plan.policy}”，{_why(plan, 1)}：共 {_long(plan.budget_s, 1)}，已用 {_long(plan.spent_s, 1)}，还剩 {_long(left, 1)}。",
        plan.at, seconds=int(left))


def _pauses(clock: Clock, pauses: list[Pause], zone: ZoneInfo) -> Iterator[Step]:
    for pause, stop in measure.counted(clock, pauses):
        if pause.until is not None and pause.until <= clock.started_at:
            continue
        en, zh = STANDS[pause.reason]
        since, until = _when(max(pause.since, clock.started_at), zone), _when(pause.until, zone) if pause.until else None
        yield Step("pause", f"Paused from {since} {f'to {until}' if until else 'until now'}: {en}, set by {pause.actor}.",
                   f"{since} 至{f' {until} ' if until else '现在'}暂停：{zh}，操作人 {pause.actor}。", pause.since, pause.until)
        if pause.reason == "pending" and stop[1] < (pause.until or END):
            cap = _when(stop[1], zone)
            yield Step("capped", f"Waiting for the customer may hold this clock for {_long(clock.pause_cap_s, 0)} in all; it goes on from {cap}.",
                       f"等待客户最多合计暂停 {_long(clock.pause_cap_s, 1)}，从 {cap} 起继续计时。", stop[1])


def _spans(clock: Clock, calendar: Calendar, pauses: list[Pause], now: datetime, zone: ZoneInfo) -> Iterator[Step]:
    """From the last plan on: each stretch until the clock ends, is due, or is looked at."""
    if clock.dropped_at:
        return
    until = clock.met_at or max(clock.due_at or now, clock.base_at)
    left = 0
    for number, piece in enumerate(_joined(pieces(calendar, clock.base_at, measure.stops(clock, pauses)))):
        if piece.since >= until:
            break
        end = min(piece.until, until)
        seconds = int((end - piece.since).total_seconds())
        if number >= MOST_SPANS:
            left += seconds if piece.kind == "open" else 0
            continue
        en, zh = SPAN[piece.kind]
        span = f"{_when(piece.since, zone)} – {_when(end, zone)}"
        yield Step(piece.kind, f"{span}: {_long(seconds, 0)} {en}.", f"{span}：{_long(seconds, 1)}，{zh}。", piece.since, end,
                   seconds if piece.kind == "open" else 0)
    if left:
        yield Step("more", f"Later, up to {_when(until, zone)}: {_long(left, 0)} counted.", f"此后至 {_when(until, zone)}：计时 {_long(left, 1)}。",
                   until, seconds=left)


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one, up to a month: days of a calendar that is open at midnight meet there."""
    last: Piece | None = None
    for piece in found:
        if last and last.kind == piece.kind and last.until == piece.since and piece.until - last.since < timedelta(days=31):
            last = Piece(piece.kind, last.since, piece.until)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _result(clock: Clock, zone: ZoneInfo) -> Step:
    if clock.dropped_at:
        at = _when(clock.dropped_at, zone)
        return Step("result", f"Not measured since {at}.", f"{at} 起不再计时。", clock.dropped_at)
    if clock.met_at:
        at, in_time = _when(clock.met_at, zone), clock.breached_at is None
        return Step("result", f"Met {at}, {'in time' if in_time else 'too late'}.", f"{at} 完成，{'按时' if in_time else '已超时'}。", clock.met_at)
    if clock.due_at is None:
        return Step("result", "Stands until the ticket is reopened.", "工单重新打开前不计时。", clock.base_at)
    at = _when(clock.due_at, zone)
    over = clock.breached_at is not None
    return Step("result", f"{'Was due' if over else 'Due'} {at}.", f"{'应于' if over else '截止'} {at}{'完成，已超时' if over else ''}。", clock.due_at)


def _when(at: datetime, zone: ZoneInfo) -> str:
    here = at.astimezone(zone)
    return f"{here:%Y-%m-%d %H:%M}{f':{here:%S}' if here.second else ''} {here.tzname()}"


def _long(seconds: float, n: int) -> str:
    left, parts = int(seconds), []
    for size, names in ((86_400, ("d", "天")), (3600, ("h", "小时")), (60, ("min", "分钟")), (1, ("s", "秒"))):
        if amount := left // size:
            parts.append(f"{amount} {names[n]}")
        left %= size
    return " ".join(parts[:3]) or f"0 {('s', '秒')[n]}"
