"""Routes of the e-mail channel."""

from . import originals_api as originals
from .quarantine import api as quarantine
from .readers import api as readers

routes = [*originals.routes, *quarantine.routes, *readers.routes]
for_customer = readers.for_customer
