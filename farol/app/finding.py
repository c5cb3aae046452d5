"""What a check of `farol doctor` found."""

from typing import Literal, NamedTuple


class Finding(NamedTuple):
    """``bad`` stops Farol from working, ``look`` deserves attention. ``do`` says what to do."""

    mark: Literal["ok", "look", "bad"]
    what: str
    do: str = ""


def short(error: BaseException) -> str:
    """Its first line."""
    return (str(error) or type(error).__name__).splitlines()[0]
