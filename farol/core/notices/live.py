"""Frames to the consoles of whoever is told. Hints: a console that was away asks for its list."""

from farol.core.live.model import frame

from .model import Notice


def given(notice: Notice, unseen: int) -> bytes:
    """``{"t": "notice", "notice", "unseen"}``: something new."""
    return frame("notice", notice=notice, unseen=unseen)


def seen(ids: list[int], unseen: int) -> bytes:
    """``{"t": "notices_seen", "ids", "unseen"}``: the person's other consoles follow."""
    return frame("notices_seen", ids=ids, unseen=unseen)
