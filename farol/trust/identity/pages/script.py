"""The pages' one script: a passkey can be asked only by a browser that runs one. Every other way is whole without it."""

from pathlib import Path

from farol.kit.web.answers import ROOT
from farol.kit.web.scripts import script

SCRIPT = script(Path(ROOT) / "app/static/pages/verify-me.js", "/static/verify-me.js")
POLICY = {"content-security-policy": SCRIPT.policy}
