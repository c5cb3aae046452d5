"""Joins the pages' style sheets into one file and lowers what older phone browsers do not know.

``python web/pages/build.py`` writes farol/app/static/pages/pages.css and writes the scripts beside it; a test keeps them equal.
light-dark() becomes a dark media query for screens (paper stays light), oklch() becomes hex, and only icons that a template uses are kept.
"""

import math
import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OUT = ROOT / "farol/app/static/pages/pages.css"
SOURCES = (HERE.parent / "tokens/tokens.css", HERE / "base.css", HERE / "pages.css", HERE / "community.css", HERE / "portal.css", HERE / "own.css", HERE / "ways.css", HERE / "emergency.css", HERE / "languages.css")
SCRIPTS = sorted(HERE.glob("*.js"))
WASHING = HERE.parent / "washing/wash.mjs"
ICONS = HERE.parent / "tokens/icons.css"

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_OKLCH = re.compile(r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: / ([\d.]+)%)?\)|oklch\(1 0 0\)")
_USED = re.compile(r"\bi-[a-z0-9-]+")
_RULE = re.compile(r"^\s*\.(i-[a-z0-9]+) \{.*$", re.M)
_BLOCK = re.compile(r"(:root) \{([^{}]*light-dark[^{}]*)\}")


def build() -> str:
    """The whole style sheet."""
    css = "\n".join([*(path.read_text() for path in SOURCES), icons()])
    css = _BLOCK.sub(_themes, _COMMENT.sub("", css))
    css = _OKLCH.sub(lambda match: to_hex(*match.groups()), css)
    return re.sub(r"\n\s*\n+", "\n", css).strip() + "\n"


def scripted(script: Path) -> str:
    """A script as pages load it. The portal's carries what washes files (web/washing), since a page admits one script by its digest."""
    text = script.read_text()
    if script.name != "portal.js":
        return text
    washing = re.sub(r"^export ", "", WASHING.read_text(), flags=re.M)
    return f"const washing = (() => {{\n{washing}\nreturn {{ wash }};\n}})();\n{text}"


def icons() -> str:
    """The icon sheet without the icons no template names."""
    templates = "".join(path.read_text() for path in ROOT.glob("farol/*/*/templates/*.html"))
    used = set(_USED.findall(templates)) | {"i-s", "i-l", "i-xl"}
    return _RULE.sub(lambda match: match[0] if match[1] in used else "", ICONS.read_text())


def _themes(match: re.Match[str]) -> str:
    """One block with light-dark() values as a light block and a dark one."""
    light, dark = [], []
    for line in match[2].split(";"):
        name, _, value = line.partition(":")
        if "light-dark(" not in value:
            light.append(line)
            continue
        day, night = _split(value.strip()[len("light-dark(") : -1])
        light.append(f"{name}: {day}")
        dark.append(f"{name.strip()}: {night}")
    return (
        f":root {{{';'.join(light)}}}\n"
        f"  @media screen and (prefers-color-scheme: dark) {{ :root {{ {'; '.join(dark)}; }} }}"
    )


def _split(pair: str) -> tuple[str, str]:
    """Two values at the comma outside brackets."""
    depth = 0
    for place, letter in enumerate(pair):
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            return pair[:place].strip(), pair[place + 1 :].strip()
    raise ValueError(pair)


def to_hex(light: str | None, chroma: str | None, hue: str | None, alpha: str | None = None) -> str:
    """An oklch colour as #rrggbb or #rrggbbaa, clipped to sRGB (Björn Ottosson's published matrices)."""
    l, c, h = float(light or 1), float(chroma or 0), math.radians(float(hue or 0))  # noqa: E741
    a, b = c * math.cos(h), c * math.sin(h)
    x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
    y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
    z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
    linear = (
        4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
        -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
        -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
    )
    parts = [round(255 * min(1, max(0, _gamma(value)))) for value in linear]
    if alpha:
        parts.append(round(255 * float(alpha) / 100))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * max(value, 0) ** (1 / 2.4) - 0.055


if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(build())
    for script in SCRIPTS:
        OUT.with_name(script.name).write_text(scripted(script))
    print(f"{OUT.relative_to(ROOT)}: {OUT.stat().st_size} bytes")
