"""What happens to saved lists. Stream: ``view:ID``."""

from farol.kit.events import Event


class ViewSaved(Event, kind="view.saved", frozen=True):
    """A list was made or changed. scope: me, team or all."""

    scope: str
    version: int


class ViewRemoved(Event, kind="view.removed", frozen=True):
    """A list is gone for everybody it was for."""
