"""What happens in groups. Stream: ``group:ID``."""

from farol.kit.events import Event


class GroupFound(Event, frozen=True, kind="group.found"):
    """Somebody made our bot a member of a group."""

    channel: str
    title: str


class GroupLeft(Event, frozen=True, kind="group.left"):
    """Our bot was taken out, or is back."""

    here: bool


class GroupModerated(Event, frozen=True, kind="group.moderated"):
    """A post or a name broke a rule. did: noted, removed, warned, muted or banished."""

    deed_id: int
    rule: str
    did: str
    strikes: int


class GroupDeedUndone(Event, frozen=True, kind="group.deed_undone"):
    """Staff took something back."""

    deed_id: int
    rule: str
    did: str
    restored: bool
    why: str


class GroupRuleHeld(Event, frozen=True, kind="group.rule_held"):
    """A rule was wrong too often here and only notes from now on."""

    rule: str
    done: int
    undone: int


class GroupChanged(Event, frozen=True, kind="group.changed"):
    """How a group is kept."""

    settings: dict[str, object]


class GroupAnswered(Event, frozen=True, kind="group.answered"):
    """A question was answered in public, or its asker was asked to go on alone. how: ``fact``, ``stolen`` or ``private``."""

    how: str
    article: str = ""


class GroupContinued(Event, frozen=True, kind="group.continued"):
    """Who asked in the group goes on in private, in a ticket."""

    ticket_id: int


class ScamRepeated(Event, frozen=True, kind="group.scam_repeated"):
    """The same words were dealt with in several groups within a day."""

    rule: str
    groups: int
