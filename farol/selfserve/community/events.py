"""What happens in the community. Streams: ``forum:ID`` for a topic's, ``forum_member:ID`` for a member's, ``forum_policy:1``."""

from farol.kit.events import Event


class MemberNamed(Event, frozen=True, kind="forum.member_named"):
    """A customer goes by this name from now on."""

    name: str


class LevelChanged(Event, frozen=True, kind="forum.level_changed"):
    """What a member did brought them another level."""

    was: str
    level: str


class TopicOpened(Event, frozen=True, kind="forum.topic_opened"):
    """A topic was written; ``held`` says why somebody reads it first, empty when it is shown."""

    topic_kind: str
    category: str
    held: str


class PostWritten(Event, frozen=True, kind="forum.post_written"):
    """A reply was written; ``held`` as above."""

    n: int
    held: str


class PostShown(Event, frozen=True, kind="forum.post_shown"):
    """A post stands where everybody reads it, for the first time. by_staff: its author is."""

    n: int
    by_staff: bool


class PostEdited(Event, frozen=True, kind="forum.post_edited"):
    """Its author changed it; what it said before is kept."""

    n: int
    held: str


class PostRemoved(Event, frozen=True, kind="forum.post_removed"):
    """Its author took it away."""

    n: int


class PostReturned(Event, frozen=True, kind="forum.post_returned"):
    """Its author brought it back."""

    n: int


class AnswerAccepted(Event, frozen=True, kind="forum.answer_accepted"):
    """The post that answers the topic; 0: none does any more."""

    n: int


class PostFlagged(Event, frozen=True, kind="forum.post_flagged"):
    """Somebody says it is not right. hid: it is hidden until staff have looked."""

    n: int
    why: str
    hid: bool


class PostRuled(Event, frozen=True, kind="forum.post_ruled"):
    """Staff decided: publish, refuse, hide, restore, keep (flags settled, nothing wrong)."""

    n: int
    verb: str
    why: str


class TopicRuled(Event, frozen=True, kind="forum.topic_ruled"):
    """Staff decided: lock, unlock, pin, unpin, move (to), private (its author is asked to go on in a ticket)."""

    verb: str
    why: str
    to: str = ""


class TopicContinued(Event, frozen=True, kind="forum.topic_continued"):
    """It goes on in private, in a ticket of its author."""

    ticket_id: int


class IdeaVoted(Event, frozen=True, kind="forum.idea_voted"):
    """A customer gave their one vote, or took it back."""

    given: bool


class IdeaMoved(Event, frozen=True, kind="forum.idea_moved"):
    """What will become of an idea: open, review, planned, shipped, declined."""

    was: str
    status: str
    why: str


class TopicFollowed(Event, frozen=True, kind="forum.topic_followed"):
    """A customer wants to hear of replies, or no longer."""

    on: bool


class MemberSilenced(Event, frozen=True, kind="forum.member_silenced"):
    """A member may not write until then; they see both."""

    sanction_id: int
    why: str
    until: str


class SanctionLifted(Event, frozen=True, kind="forum.sanction_lifted"):
    """It ended early."""

    sanction_id: int


class PolicyChanged(Event, frozen=True, kind="forum.policy_changed"):
    """Which hosts may be linked, and how ids are published."""

    official: list[str]
    allowed: list[str]
    ids: str


class CategoryChanged(Event, frozen=True, kind="forum.category_changed"):
    """A place was made, renamed, moved or closed."""

    code: str
    zh: str
    en: str
    place: int
    closed: bool
