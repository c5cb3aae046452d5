"""Live answers: what the exchange says of the customer's own things, in the words it is told in everywhere, a file for each part."""

from . import account, deposits, payments, trading, withdrawals
from .told import LIVE, Look, Told

__all__ = ["LIVE", "Look", "Told", "account", "deposits", "payments", "trading", "withdrawals"]
