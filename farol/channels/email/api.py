"""Routes of the e-mail channel."""

from . import originals_api as originals
from .letters import api as letters
from .quarantine import api as quarantine
from .readers import api as readers

routes = [*letters.routes, *originals.routes, *quarantine.routes, *readers.routes]
for_customer = [*letters.for_customer, *readers.for_customer]
