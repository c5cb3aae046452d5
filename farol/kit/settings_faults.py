"""What is wrong with settings that each look right by themselves: files that are not there, networks that are none."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import colours, networks

LOGOS = {".svg": "image/svg+xml", ".png": "image/png"}
MOST_LOGO = 64 * 1024


def faults(values: Mapping[str, Any]) -> list[str]:
    """What is wrong with networks, with the exchange's colours, and with its logo and API file."""
    wrong = []
    colour, accent, logo = (values.get(name, "") for name in ("brand_colour", "brand_accent", "brand_logo"))
    if values.get("elsewhere") and not values.get("demo"):
        wrong.append("FAROL_ELSEWHERE: stand-ins take the place of platforms in the demo only (FAROL_DEMO)")
    if any(not re.fullmatch(r"[a-z]+=https?://[^\s,]+", pair) for pair in values.get("elsewhere", ())):
        wrong.append("FAROL_ELSEWHERE: is not like telegram=http://127.0.0.1:9999")
    if colour and (why := colours.fault(colour)):
        wrong.append(f"FAROL_BRAND_COLOUR: {why}")
    if accent and not colours.HEX.fullmatch(accent):
        wrong.append("FAROL_BRAND_ACCENT: is not a colour like #f0b90b")
    for network in values.get("outbound_allowed", ()):
        try:
            networks.allowed(network)
        except ValueError as error:
            wrong.append(f"FAROL_OUTBOUND_ALLOWED: {error}")
    docs = values.get("api_docs", "")
    if docs and not Path(docs).is_file():
        wrong.append("FAROL_API_DOCS: is not a file")
    if (terms := values.get("translation_glossary", "")) and not Path(terms).is_file():
        wrong.append("FAROL_TRANSLATION_GLOSSARY: is not a file")
    if logo:
        path = Path(logo)
        if path.suffix not in LOGOS or not path.is_file() or path.stat().st_size > MOST_LOGO:
            wrong.append("FAROL_BRAND_LOGO: is not an .svg or .png file of at most 64 KiB")
    return wrong
