"""The exchange's colours as tokens: the one it set by day, the same hue by night, and what can be read on each."""

import hashlib

from farol.kit import colours
from farol.kit.settings import Settings


def sheet(settings: Settings) -> str:
    """A style sheet that sets tokens, empty when nothing was set. The red of emergencies is nobody's to change."""
    day, night = [], []
    if settings.brand_colour:
        dark = colours.by_night(settings.brand_colour)
        day += _tokens(settings.brand_colour, colours.deeper(settings.brand_colour))
        night += _tokens(dark, colours.mix(dark, colours.WHITE, 0.25))
    if settings.brand_accent:
        day += [f"--lamp: {settings.brand_accent}", f"--on-lamp: {colours.on(settings.brand_accent)}"]
        night += day[-2:]
    if not day:
        return ""
    return f":root {{ {'; '.join(day)}; }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {'; '.join(night)}; }} }}\n"


def address(settings: Settings) -> str:
    """Where the sheet is, or nothing; another address for other colours, so that it may be kept."""
    made = sheet(settings)
    return f"/help/brand.css?v={hashlib.sha256(made.encode()).hexdigest()[:12]}" if made else ""


def _tokens(colour: str, deeper: str) -> list[str]:
    return [f"--sea: {colour}", f"--sea-2: {deeper}", f"--on-sea: {colours.on(colour)}", f"--focus: {colour}"]
