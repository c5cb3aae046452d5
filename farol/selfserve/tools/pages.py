"""Every page of the tools."""

from . import withdrawals

routes = [*withdrawals.routes]
