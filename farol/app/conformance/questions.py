"""Every read of the description: how it is asked, and the model of Farol that its answer has to fit."""

from typing import Any, Literal

import msgspec

from farol.core.exchange.facts import Facts
from farol.core.exchange.model import (
    AddressClass,
    ApiKey,
    Balance,
    Capabilities,
    CoreEvent,
    CoreTrace,
    Deposit,
    Earning,
    Eligibility,
    Fiat,
    Fill,
    Funding,
    Incident,
    Kyc,
    Liquidation,
    NetworkInfo,
    Order,
    P2POrder,
    Page,
    Position,
    Resolved,
    Reward,
    Security,
    Session,
    Tier,
    Transfer,
    User,
    Withdrawal,
)


class Question(msgspec.Struct, frozen=True):
    """One read. path: with what goes in braces. ask: ``uid`` needs the account, ``sample`` something it has.

    pages: it is a list with ``limit`` and ``cursor``. at: the field that a list is ordered by.
    """

    name: str
    path: str
    kind: Any
    method: Literal["GET", "POST"] = "GET"
    ask: Literal["", "uid", "sample"] = "uid"
    pages: bool = False
    at: str = ""


_USER = "/v1/users/{uid}"
QUESTIONS = (
    Question("capabilities", "/v1/capabilities", Capabilities, ask=""),
    Question("user", _USER, User),
    Question("kyc", _USER + "/kyc", Kyc),
    Question("tier", _USER + "/tier", Tier),
    Question("security", _USER + "/security", Security),
    Question("sessions", _USER + "/sessions", Page[Session], pages=True, at="at"),
    Question("deposits", _USER + "/deposits", Page[Deposit], pages=True, at="created_at"),
    Question("withdrawals", _USER + "/withdrawals", Page[Withdrawal], pages=True, at="created_at"),
    Question("orders", _USER + "/orders", Page[Order], pages=True, at="created_at"),
    Question("liquidations", _USER + "/liquidations", Page[Liquidation], pages=True, at="at"),
    Question("p2pOrders", _USER + "/p2p-orders", Page[P2POrder], pages=True, at="created_at"),
    Question("apiKeys", _USER + "/api-keys", Page[ApiKey], pages=True),
    Question("fiat", _USER + "/fiat", Page[Fiat], pages=True, at="created_at"),
    Question("balances", _USER + "/balances", list[Balance]),
    Question("resolveUser", "/v1/users:resolve", Resolved, "POST"),
    Question("networks", "/v1/networks", Page[NetworkInfo], ask=""),
    Question("facts", "/v1/facts/{sample}", Facts, ask="sample"),
    Question("incidents", "/v1/incidents", Page[Incident], ask=""),
    Question("events", "/v1/events", Page[CoreEvent], ask=""),
    Question("traceDeposit", "/v1/deposits:trace", CoreTrace, "POST", "sample"),
    Question("classifyAddress", "/v1/addresses:classify", AddressClass, "POST", "sample"),
    Question("liquidationStatement", "/v1/liquidations/{sample}/statement", Liquidation, ask="sample"),
    Question("p2pOrder", "/v1/p2p-orders/{sample}", P2POrder, ask="sample"),
    Question("eligibility", "/v1/campaigns/{sample}/eligibility?uid={uid}", Eligibility, ask="sample"),
    Question("fills", _USER + "/fills", Page[Fill], pages=True, at="created_at"),
    Question("positions", _USER + "/positions", Page[Position], pages=True),
    Question("funding", _USER + "/funding", Page[Funding], pages=True, at="created_at"),
    Question("transfers", _USER + "/transfers", Page[Transfer], pages=True, at="created_at"),
    Question("rewards", _USER + "/rewards", Page[Reward], pages=True),
    Question("earn", _USER + "/earn", Page[Earning], pages=True),
)
"""In the order of their clauses' ids, which never change: a new one comes last.

Farol learns what there is from ``capabilities``; what is revealed or proven is no read and has clauses of its own.
"""
BY_NAME = {question.name: question for question in QUESTIONS}
