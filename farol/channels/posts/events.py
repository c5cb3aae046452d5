"""What happens to announcements that go out. Stream: ``post:ID``."""

from farol.kit.events import Event


class PostProposed(Event, kind="post.proposed", frozen=True):
    """Words for everybody wait for a second person. corrects: the post whose words they replace."""

    corrects: int | None
    places: int


class PostRuled(Event, kind="post.ruled", frozen=True):
    """The second person decided."""

    approved: bool
    why: str


class PostWithdrawn(Event, kind="post.withdrawn", frozen=True):
    """Its author took it back before anybody decided."""


class PostRecalled(Event, kind="post.recalled", frozen=True):
    """It is taken off wherever that can be done."""

    why: str


class PostLooked(Event, kind="post.checked", frozen=True):
    """Somebody looked whether words stand at a place of which nobody knew; where they do not, they go again."""

    place_id: int
    stands: bool


class PostFollowed(Event, kind="post.followed", frozen=True):
    """What became of a correction or a recall at one place: ``reworded``, ``recalled`` or ``cannot``, and why not."""

    place_id: int
    became: str
    error: str
