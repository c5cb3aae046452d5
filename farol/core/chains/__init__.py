"""Networks, addresses, transaction ids and the other facts of a transfer: what a string can be, and what words name."""

from .addresses import classify
from .clean import Cleaned, clean
from .coins import Coin, coin, coins, same_coin
from .contracts import Contract, contract, contracts
from .memos import memo_ok, memo_required, packed_memo
from .mentions import Mention, mentions
from .model import Network, Verdict, network, networks
from .recognise import Found, find
from .references import Forms
from .spelling import Alike, alike, one_spelling
from .times import Span, When, times
from .txids import candidates

__all__ = [
    "Alike",
    "Cleaned",
    "Coin",
    "Contract",
    "Forms",
    "Found",
    "Mention",
    "Network",
    "Span",
    "Verdict",
    "When",
    "alike",
    "candidates",
    "classify",
    "clean",
    "coin",
    "coins",
    "contract",
    "contracts",
    "find",
    "memo_ok",
    "memo_required",
    "mentions",
    "network",
    "networks",
    "one_spelling",
    "packed_memo",
    "same_coin",
    "times",
]
