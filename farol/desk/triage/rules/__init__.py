"""The rules, a file for each part of the exchange."""

from . import account, deposits, people, products, security, trading, withdrawals
from .rule import POINTED, RULES, Rule

__all__ = ["POINTED", "RULES", "Rule", "account", "deposits", "people", "products", "security", "trading", "withdrawals"]
