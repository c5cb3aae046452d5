"""One rich message in the form of each channel: parsed once, escaped by the channel's rules, cut at its limits."""

from farol.channels.connections.model import Limits

from .cutting import cut, measure
from .marks import Span, escaped, parse, visible
from .writing import write

__all__ = ["Span", "escaped", "measure", "parse", "pieces", "rendered", "visible", "write"]


def rendered(markdown: str, limits: Limits) -> list[str]:
    """The small Markdown as the texts to send, in order: each in the channel's markup and within ``limits.text``, none cut inside
    an entity, an address or a character, unless that alone is longer than the limit. Empty for no words."""
    return [write(spans, limits.markup) for spans in cut(parse(markdown), limits.text, limits.units, limits.markup)]


def pieces(markdown: str, limits: Limits) -> list[str]:
    """The same pieces, in the small Markdown: ``rendered`` makes one text of each."""
    return [write(spans, "markdown") for spans in cut(parse(markdown), limits.text, limits.units, limits.markup)]
