"""The scenario customers by contact reason, and everybody who has an account here."""

from farol.app.demo.cast import CUSTOMERS, CastCustomer

from .cases import account, deposits, others, peers, products, safety, trading, withdrawals
from .cases.case import Scenario
from .planned import Account
from .plans import ACCOUNTS as CAST_ACCOUNTS

_EVERY = [
    *deposits.CASES, *withdrawals.CASES, *safety.CASES, *account.CASES, *trading.CASES, *peers.CASES, *products.CASES,
    *others.CASES,
]  # fmt: skip

SCENARIOS: dict[str, Scenario] = {one.reason: one for one in _EVERY}
"""Contact reason to the customer for whom exactly that is true."""
_ALL = [*_EVERY, *peers.OTHER_SIDE]
ACCOUNTS: dict[str, Account] = {**CAST_ACCOUNTS, **{one.uid: one.account for one in _ALL}}
PEOPLE: dict[str, CastCustomer] = {one.uid: one for one in (*CUSTOMERS, *(one.person for one in _ALL))}
"""Everybody by uid, the cast first."""
