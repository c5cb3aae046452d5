"""The content security policy of help pages: one script of ours, named by the digest of its bytes, and nothing else that runs."""

import base64
import hashlib
from pathlib import Path

from farol.kit.web.answers import PAGE_POLICY, ROOT

SCRIPT = ROOT / "app/static/pages/help.js"


def _digest(path: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()


INTEGRITY = _digest(SCRIPT)
"""What the script's element carries: a browser runs it only with exactly these bytes."""
POLICY = PAGE_POLICY.replace("script-src 'none'", f"script-src '{INTEGRITY}'") + "; connect-src 'self'"
"""The page is whole without the script. Data blocks (JSON-LD) are not run and need no admission."""
