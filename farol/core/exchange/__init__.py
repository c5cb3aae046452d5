"""What happened at the exchange: the core link (one adapter API), and what it says in words for staff and customers."""

from .client import CoreLink, connect
from .problems import ExchangeDown, ExchangeRefused, NotOffered, OutcomeUnknown
from .view import customer_items, exchange_view

__all__ = [
    "CoreLink",
    "ExchangeDown",
    "ExchangeRefused",
    "NotOffered",
    "OutcomeUnknown",
    "connect",
    "customer_items",
    "exchange_view",
]

needs = ("chains",)
