"""From members, topics and posts to what the templates draw, in the reader's language and zone. Badges are drawn here, from roles alone."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from farol.core.customers.model import Customer
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import HTML_LANG, LANGS, Lang
from farol.selfserve.help_centre.frame import Link, foot, frame, languages

from . import render
from .links import Official
from .model import EDIT_FOR, NAME_FOR
from .read_store import Viewer
from .shapes import Notice, Post, Topic
from .words import Words

_TONES = {"shipped": " good", "planned": " you", "declined": " risk"}


class Reader:
    """Who looks: their language and zone, the sentences in it, and the customer when signed in with an account."""

    def __init__(self, lang: Lang, customer: Customer | None, viewer: Viewer | None) -> None:
        self.lang, self.customer, self.viewer, self.words = lang, customer, viewer, Words(lang)
        self.zone = customer.time_zone if customer else "UTC"

    @property
    def id(self) -> int:
        """The customer's id; 0 for somebody not signed in, which is nobody's."""
        return self.customer.id if self.customer else 0

    def when(self, at: datetime) -> str:
        """The moment in the reader's zone, which it names."""
        return i18n.moment(at, clock.now(), self.lang, self.zone)


def page(kit: Kit, reader: Reader, path: str, *, indexed: bool = False, written_in: Lang | None = None) -> dict[str, Any]:
    """Values of the layout for a page of the community. path: what follows ``/community/xx``.

    indexed: search engines may keep it, in each language; written_in: in this language, whatever language it is read in.
    """
    words, lang, viewer = reader.words, reader.lang, reader.viewer
    home = f"/community/{lang}"
    place = i18n.place(reader.zone, lang)
    values: dict[str, Any] = frame(kit, lang, "") | languages(lang, lambda each: f"/community/{each}{path}", LANGS) | {
        "w": words, "header_name": f"{kit.settings.brand} {words.community}", "home_link": home, "base": home, "me": viewer,
        "signed_in": reader.customer is not None, "sign_in_at": f"/my?{urlencode({'to': f'{home}{path}'})}", "site": next(iter(kit.settings.widget_origins), ""),
        "zone_note": words.times_are if place == "UTC" else words.zone_of.format(place=place),
        "silenced": _silenced(reader) if viewer and viewer.silenced_until else None,
        "foot_links": [one for one in foot(kit, lang) if one.href not in (home, f"/help/{lang}")],
        "links": [
            Link(f"/help/{lang}", words.help_centre), Link("/my", words.my_tickets), Link(f"/help/{lang}/a/verify-official", words.is_it_us),
        ],
    }  # fmt: skip
    if viewer and viewer.name:
        values["who"] = viewer.name
    if indexed or written_in:
        values["canonical"] = f"{kit.settings.public_url}/community/{written_in or lang}{path}"
    return values


def author(one: Topic | Post, words: Words) -> dict[str, Any]:
    """Name and badge. A member's name never decides the badge."""
    if one.staff_id is not None:
        return {"name": one.alias or words.badge_staff, "badge": "staff", "label": words.badge_staff, "initials": (one.alias or "")[:1]}
    name = one.author or words.gone
    label = {"trusted": words.badge_trusted, "new": words.badge_new}.get(one.level or "", "")
    return {"name": name, "badge": one.level if label else "", "label": label, "initials": name[:1]}


def row(one: Topic, reader: Reader) -> dict[str, Any]:
    """A topic in a list."""
    words = reader.words
    said = words.no_answers if not one.replies else words.one_answer if one.replies == 1 else words.answers.format(n=one.replies)
    return {
        "id": one.id, "title": one.title, "kind": one.kind, "category": one.category, "by": author(one, words), "replies": said,
        "when": words.last.format(at=reader.when(one.last_at)), "iso": one.last_at.isoformat(), "lang": HTML_LANG["zh" if one.language == "zh" else "en"],
        "foreign": "" if one.language == reader.lang else words.language_zh if one.language == "zh" else words.language_en,
        "solved": one.accepted is not None, "pinned": one.pinned_at is not None, "locked": one.locked_at is not None, "state": one.state,
        "votes": one.votes, "votes_said": words.one_vote if one.votes == 1 else words.votes.format(n=one.votes),
        "status": getattr(words, f"s_{one.status}"), "tone": _TONES.get(one.status, ""), "why": one.status_why,
        "status_open": one.status in ("open", "review", "planned"),
    }  # fmt: skip


def post(one: Post, topic: Topic, reader: Reader, known: Official) -> dict[str, Any]:
    """A post on its topic's page."""
    words, own = reader.words, reader.id != 0 and one.customer_id == reader.id
    fresh = clock.now() - (one.removed_at or one.at) <= EDIT_FOR
    asker = reader.id != 0 and topic.customer_id == reader.id
    return {
        "id": one.id, "n": one.n, "by": author(one, words), "own": own, "state": one.state, "when": reader.when(one.at), "iso": one.at.isoformat(),
        "edited": words.edited.format(at=reader.when(one.edited_at)) if one.edited_at and one.state == "shown" else "",
        "html": render.rendered(one.body, known, words.far_link), "asker": one.customer_id is not None and one.customer_id == topic.customer_id and one.n > 1,
        "accepted": topic.accepted == one.n, "note": _note(one, words) if own else "",
        "may_edit": own and fresh and one.state in ("shown", "held") and not topic.locked_at, "may_undo": own and fresh and one.state == "removed",
        "may_delete": own and fresh and one.state in ("shown", "held"),
        "may_flag": reader.customer is not None and not own and one.state == "shown" and one.staff_id is None,
        "may_accept": asker and topic.kind == "question" and one.n > 1 and one.state == "shown",
    }  # fmt: skip


def masked(one: Post, words: Words) -> str:
    """What was masked in a post, as a sentence; empty for nothing."""
    kinds = [getattr(words, f"k_{kind}") for kind in one.masked]
    return words.was_masked.format(kinds=("、" if words.lang == "zh" else ", ").join(kinds)) if kinds else ""


def notice(one: Notice, reader: Reader) -> dict[str, Any]:
    """A notice with where it leads."""
    words = reader.words
    if one.kind == "status":
        text = words.told_status.format(title=one.title or "", status=getattr(words, f"s_{one.words}", one.words))
    else:
        text = str(getattr(words, f"told_{one.kind}")).format(title=one.title or "", who=words.somebody, words=one.words)
    path = f"/t/{one.topic_id}" + (f"#p{one.n}" if one.n else "") if one.topic_id else "/me"
    return {"text": text, "path": path, "when": reader.when(one.at), "iso": one.at.isoformat(), "unread": one.read_at is None}


def renamed_after(viewer: Viewer, reader: Reader) -> str:
    """From when on the name can be changed again, empty when it can be now."""
    at: datetime = viewer.named_at + NAME_FOR
    return reader.words.name_again.format(at=reader.when(at)) if at > clock.now() + timedelta(seconds=1) else ""


def _silenced(reader: Reader) -> dict[str, str]:
    viewer = reader.viewer
    assert viewer
    until = reader.when(viewer.silenced_until)
    return {"head": reader.words.silenced.format(until=until), "text": reader.words.silenced_text.format(why=viewer.silenced_why or "")}


def _note(one: Post, words: Words) -> str:
    """Why others do not see it, to its author."""
    if one.state == "held":
        return f"{words.held_own} {getattr(words, f'held_{one.why}', '')}".strip()
    if one.state == "hidden":
        return words.hidden_own.format(why=one.why)
    return words.deleted_own if one.state == "removed" else ""
