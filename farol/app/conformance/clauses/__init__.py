"""The clauses by subject, imported in the order in which they are checked: what reads, then dry runs, then what acts."""

from . import standing  # isort: skip
from . import signatures  # isort: skip
from . import reasons  # isort: skip
from . import reads  # isort: skip
from . import shapes  # isort: skip
from . import masks  # isort: skip
from . import lists  # isort: skip
from . import coins  # isort: skip
from . import refusals  # isort: skip
from . import challenges  # isort: skip
from . import events  # isort: skip
from . import dry  # isort: skip
from . import policy  # isort: skip
from . import reveals  # isort: skip
from . import acting  # isort: skip
from . import hooks  # isort: skip
from . import closing  # isort: skip

__all__ = [
    "acting", "challenges", "closing", "coins", "dry", "events", "hooks", "lists", "masks", "policy", "reads", "reasons",
    "refusals", "reveals", "shapes", "signatures", "standing",
]  # fmt: skip
