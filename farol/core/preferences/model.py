"""What somebody may choose about their own console. No I/O."""

from typing import Annotated, Literal

import msgspec

Signature = Annotated[str, msgspec.Meta(max_length=500)]
Zone = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class Signatures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Put under a mailed answer, by the customer's language."""

    zh: Signature = ""
    en: Signature = ""


Undo = Annotated[int, msgspec.Meta(ge=0, le=30)]
After = Literal["stay", "next", "list"]
Density = Literal["compact", "regular", "relaxed"]


Code = Annotated[str, msgspec.Meta(max_length=12, pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?$")]
Codes = Annotated[list[Code], msgspec.Meta(max_length=20)]


class Preferences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """undo_send_s: seconds in which a reply can be taken back before it goes. after_send: where the console goes next.
    time_zone: IANA name, for quiet hours and times on screen. reads: languages whose words need no translation, the one to write in
    first; empty for the language of the screens."""

    undo_send_s: Undo = 10
    after_send: After = "stay"
    signature: Signatures = msgspec.field(default_factory=Signatures)
    density: Density = "regular"
    time_zone: Zone = "UTC"
    reads: Codes = msgspec.field(default_factory=list)
