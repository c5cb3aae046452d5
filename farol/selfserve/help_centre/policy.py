"""The one script of help pages: it offers lines while somebody types, and the page is whole without it.

Its element and the page's policy name the digest of its bytes, so nothing else runs. Data blocks (JSON-LD) are not run and
need no admission.
"""

from farol.kit.web.answers import ROOT
from farol.kit.web.scripts import script

SCRIPT = script(ROOT / "app/static/pages/help.js", "/static/help.js")
INTEGRITY, POLICY = SCRIPT.integrity, SCRIPT.policy
