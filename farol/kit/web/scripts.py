"""A page's one script: a file of ours, admitted by the digest of its bytes, so that nothing else runs there."""

import base64
import hashlib
from pathlib import Path
from typing import NamedTuple

from .answers import PAGE_POLICY


class Script(NamedTuple):
    """src: where it is served; integrity: what its element carries; policy: the page's, which admits these bytes alone
    and lets them ask our own server."""

    src: str
    integrity: str
    policy: str


def script(file: Path, src: str) -> Script:
    """The script in that file."""
    digest = "sha256-" + base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()
    return Script(src, digest, PAGE_POLICY.replace("script-src 'none'", f"script-src '{digest}'") + "; connect-src 'self'")
