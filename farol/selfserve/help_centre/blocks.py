"""From an article's parts and the exchange's board to what the templates draw."""

import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from farol.core import chains
from farol.core.exchange.model import NetworkInfo
from farol.desk.incidents.model import Notice
from farol.kit import clock, i18n
from farol.kit.i18n import Lang
from farol.selfserve.knowledge.markdown import Part, Prose

from .live import Board
from .words import Words

_STANDARD = re.compile(r"\(([A-Z]{3}-?\d*)\)")


class Row(msgspec.Struct, frozen=True):
    """A line of a live table: the network by the name people use, and what the exchange says of it."""

    name: str
    now: NetworkInfo


class Block(msgspec.Struct, frozen=True):
    """One part of an article. rows and show: of live tables; html: of prose, already cleaned."""

    kind: str
    html: str = ""
    rows: tuple[Row, ...] = ()
    show: str = "confirmations"


class Seen(msgspec.Struct, frozen=True):
    """The state of the board in words. at: when it was read, with its zone; empty when it never was."""

    ok: bool
    at: str


class Pause(msgspec.Struct, frozen=True):
    """Something that is not as usual now, such as a coin that cannot be withdrawn."""

    title: str
    text: str


def network_name(code: str, lang: Lang) -> str:
    """``Ethereum (ERC-20)``, ``以太坊（ERC-20）``; the code itself when we do not know the network."""
    known = chains.network(code)
    if known is None or lang == "en":
        return known.name if known else code
    standard = _STANDARD.search(known.name)
    return known.name_zh + (f"（{standard[1]}）" if standard else "")


def fill(part: Part, board: Board, lang: Lang) -> Block:
    """The part with what the exchange says now."""
    if isinstance(part, Prose):
        return Block("prose", html=part.html)
    rows = board.paused() if part.kind == "core:paused" else board.chosen(part)
    named = tuple(Row(f"{row.coin} · {network_name(row.network, lang)}", row) for row in rows)
    return Block(part.kind, rows=named, show=part.filters.get("show", "confirmations"))


def seen(board: Board, lang: Lang) -> Seen:
    """Whether the board is fresh, and when it was read."""
    return Seen(board.ok, i18n.moment(board.seen_at, clock.now(), lang) if board.seen_at else "")


def pauses(rows: Iterable[NetworkInfo], words: Words) -> list[Pause]:
    """One entry for each coin and kind of pause, naming its networks."""
    together: dict[tuple[str, bool, bool], list[NetworkInfo]] = defaultdict(list)
    for row in rows:
        together[row.coin, row.deposit_enabled, row.withdraw_enabled].append(row)
    found = []
    for (coin, deposits, withdrawals), paused in together.items():
        title = words.both_paused if not (deposits or withdrawals) else words.withdraw_paused if deposits else words.deposit_paused
        networks = ("、" if words.lang == "zh" else ", ").join(network_name(row.network, words.lang) for row in paused)
        text = [words.on_network.format(network=networks) + ("。" if words.lang == "zh" else ".")]
        back = [row.deposit_resume_at for row in paused if row.deposit_resume_at and not row.deposit_enabled]
        if back:
            text.append(words.resumes.format(at=i18n.moment(max(back), clock.now(), words.lang)))
        if not deposits:
            text.append(words.not_lost)
        found.append(Pause(title.format(coin=coin), ("" if words.lang == "zh" else " ").join(text)))
    return found


def told(notice: Notice, words: Words) -> Pause:
    """An incident as it stands beside what is paused: its title, what is known, and when there is more."""
    zh = words.lang == "zh"
    text = notice.words_zh if zh else notice.words_en
    if notice.next_update_by:
        at = i18n.moment(notice.next_update_by, clock.now(), words.lang)
        text = f"{text}{'' if zh else ' '}{words.next_news.format(at=at)}"
    return Pause(notice.zh if zh else notice.en, text)
