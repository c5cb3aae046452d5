"""The portal's script: checks while one types, drafts by themselves, how far an upload is. Every page is whole without it."""

from farol.kit.web.answers import ROOT
from farol.kit.web.scripts import script

PORTAL = script(ROOT / "app/static/pages/portal.js", "/static/portal.js")
POLICY = {"content-security-policy": PORTAL.policy}
