"""Networks, addresses and transaction ids: what a string can be, and on which networks."""

from .addresses import classify
from .clean import Cleaned, clean
from .memos import memo_ok, memo_required, packed_memo
from .mentions import Mention, mentions
from .model import Network, Verdict, network, networks
from .recognise import Found, find
from .txids import candidates

__all__ = [
    "Cleaned",
    "Found",
    "Mention",
    "Network",
    "Verdict",
    "candidates",
    "classify",
    "clean",
    "find",
    "memo_ok",
    "memo_required",
    "mentions",
    "network",
    "networks",
    "packed_memo",
]
