"""Colours an exchange may choose, judged by WCAG contrast: what could not be read is refused, the dark theme's tone is found."""

import re

HEX = re.compile(r"#[0-9a-f]{6}")
TEXT = 4.5
"""Contrast that WCAG 2.2 AA (1.4.3) asks of text."""
PAPER = {"canvas": "#f6f4f0", "surface": "#fefdfb", "sunken": "#eeece7", "sea-wash": "#daf0f5", "sla-risk-wash": "#fbecc7"}
NIGHT = {"canvas": "#0a1218", "surface": "#101a21", "hover": "#162129", "sea-wash": "#102d38", "sla-risk-wash": "#38280c"}
"""Grounds of pages on which links stand, by the names of their tokens; a test keeps them equal to the style sheet."""
INK, WHITE = "#13222c", "#ffffff"


def contrast(one: str, other: str) -> float:
    """WCAG contrast of two #rrggbb colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def fault(colour: str) -> str | None:
    """Why links and buttons may not have this colour by day; None when they may."""
    if not HEX.fullmatch(colour):
        return "is not a colour like #005a70"
    worst = min(contrast(colour, ground) for ground in PAPER.values())
    return f"has a contrast of {worst:.2f} on paper; text needs {TEXT}" if worst < TEXT else None


def by_night(colour: str) -> str:
    """The same hue, mixed with white until it can be read on every dark ground."""
    for share in range(0, 101, 2):
        made = mix(colour, WHITE, share / 100)
        if min(contrast(made, ground) for ground in NIGHT.values()) >= TEXT + 1:
            return made
    return WHITE


def deeper(colour: str) -> str:
    """The colour of a button under the pointer, by day."""
    return mix(colour, "#000000", 0.18)


def on(colour: str) -> str:
    """White or ink, whichever can be read on it."""
    return WHITE if contrast(colour, WHITE) >= contrast(colour, INK) else INK


def mix(one: str, other: str, share: float) -> str:
    """So much of the other, channel by channel."""
    parts = (round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
