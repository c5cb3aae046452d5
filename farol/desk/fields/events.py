"""What happens to fields and stages. Streams: the ticket's; definitions on ``field_set:1`` and ``stage_set:1``."""

from typing import Any

from farol.kit.events import Event


class FieldsSet(Event, kind="ticket.fields_set", frozen=True):
    """Values were set, null for emptied. apart: keys of fields that only some roles see; their values are not told."""

    fields: dict[str, Any]
    apart: list[str]


class FieldSaved(Event, kind="field.saved", frozen=True):
    """A field was made or changed. takes: its kind of value."""

    key: str
    takes: str
    required: bool
    reasons: list[str]
    roles: list[str]


class FieldRetired(Event, kind="field.retired", frozen=True):
    """A field is no longer asked for; its values stay."""

    key: str


class StageSaved(Event, kind="stage.saved", frozen=True):
    """A stage was made or changed."""

    key: str
    category: str


class StageRetired(Event, kind="stage.retired", frozen=True):
    """A stage can no longer be chosen; tickets in it stay until they move."""

    key: str
