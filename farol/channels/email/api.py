"""Routes of the e-mail channel."""

from .quarantine import api as quarantine
from .readers import api as readers

routes = [*quarantine.routes, *readers.routes]
for_customer = readers.for_customer
