"""What is not as usual now, in the reader's language: paused networks, incidents, maintenance."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from farol.core.exchange.model import NetworkInfo
from farol.desk.incidents.model import Notice
from farol.desk.incidents.notices import board as incidents
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.selfserve.announcements.board import board as announcements
from farol.selfserve.announcements.model import Announcement

from .blocks import network_name
from .words import Words

MOST_BARS = 3


class Pause(msgspec.Struct, frozen=True):
    """Something that is not as usual now, such as a coin that cannot be withdrawn. href: where more is said."""

    title: str
    text: str
    href: str = ""


def pauses(rows: Iterable[NetworkInfo], words: Words) -> list[Pause]:
    """One entry for each coin and kind of pause, naming its networks."""
    together: dict[tuple[str, bool, bool], list[NetworkInfo]] = defaultdict(list)
    for row in rows:
        together[row.coin, row.deposit_enabled, row.withdraw_enabled].append(row)
    found = []
    for (coin, deposits, withdrawals), paused in together.items():
        title = words.both_paused if not (deposits or withdrawals) else words.withdraw_paused if deposits else words.deposit_paused
        networks = words.comma.join(network_name(row.network, words.lang) for row in paused)
        text = [words.on_network.format(network=networks) + words.full_stop]
        back = [row.deposit_resume_at for row in paused if row.deposit_resume_at and not row.deposit_enabled]
        if back:
            text.append(words.resumes.format(at=i18n.moment(max(back), clock.now(), words.lang)))
        if not deposits:
            text.append(words.not_lost)
        found.append(Pause(title.format(coin=coin), words.gap.join(text)))
    return found


def told(notice: Notice, words: Words) -> Pause:
    """An incident as it stands beside what is paused: its title, what is known, and when there is more."""
    zh = words.chinese
    text = notice.words_zh if zh else notice.words_en
    if notice.next_update_by:
        at = i18n.moment(notice.next_update_by, clock.now(), words.lang)
        text = f"{text}{words.gap}{words.next_news.format(at=at)}"
    return Pause(notice.zh if zh else notice.en, text)


def announced(one: Announcement, words: Words) -> Pause:
    """A maintenance under way or near, with its times."""
    assert one.begins_at
    assert one.ends_at
    now = clock.now()
    begins, ends = (i18n.moment(at, now, words.lang) for at in (one.begins_at, one.ends_at))
    text = (words.goes_on_until if one.under_way(now) else words.begins_then).format(begins=begins, ends=ends)
    return Pause(one.title(words.lang), text, f"/help/{words.lang}/announcements/{one.id}")


async def bars(kit: Kit, words: Words, *, home: bool = False) -> list[Pause]:
    """What stands across the top of a page: maintenance under way and, where they stand nowhere else, open incidents."""
    now = clock.now()
    found = [announced(one, words) for one in await announcements(kit) if one.under_way(now)]
    if not home:
        found += [told(one, words) for one in await incidents(kit)]
    return found[:MOST_BARS]


async def coming(kit: Kit, words: Words) -> list[Pause]:
    """Maintenance that begins within a day, the nearest first."""
    now = clock.now()
    near: Sequence[Announcement] = [one for one in await announcements(kit) if one.near(now)]
    return [announced(one, words) for one in sorted(near, key=lambda one: one.begins_at or now)]
