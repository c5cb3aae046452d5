"""Links from one article to another, which in the source are just its short name, as addresses that work from any page."""

import re

from farol.kit.i18n import Tongue

_SLUG = re.compile(r'href="([a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9-]+)?)"')


def whole(html: str, lang: Tongue) -> str:
    """Cleaned HTML with ``href="memo-tag#steps"`` as ``href="/help/zh/a/memo-tag#steps"``."""
    return _SLUG.sub(rf'href="/help/{lang}/a/\1"', html)
