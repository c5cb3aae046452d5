"""The core link's vocabularies: where a deposit, a withdrawal or a transaction stands, and what each word means.

A word this version does not know reads as ``unknown``, so that one new word cannot hide a whole list.
"""

from enum import StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """A vocabulary the core may extend: words from the future read as ``unknown``."""

    @classmethod
    def _missing_(cls, value: object) -> Self:
        return cls("unknown")


class DepositState(OpenEnum):
    """Where an incoming transfer stands (DOMAIN section 3.2)."""

    DETECTED = "detected"  # seen on the chain, nothing counted yet
    CONFIRMING = "confirming"  # blocks are being counted, not in the balance
    CREDITED_LOCKED = "credited_locked"  # in the balance and tradable, not withdrawable yet
    AVAILABLE = "available"  # withdrawable
    HELD = "held"  # arrived, kept back for a reason
    UNATTRIBUTED = "unattributed"  # arrived at our address, owner not known: memo missing or wrong
    REJECTED = "rejected"  # arrived, will not be credited: below the minimum, unlisted coin
    ORPHANED = "orphaned"  # its block was replaced
    RETURNED = "returned"  # sent back to where it came from
    UNKNOWN = "unknown"


class WithdrawalState(OpenEnum):
    """Where an outgoing transfer stands (DOMAIN section 3.2)."""

    AWAITING_USER = "awaiting_user"  # the customer has to confirm: e-mail, face, questions
    PENDING = "pending"
    REVIEW = "review"  # somebody or something checks it
    APPROVED = "approved"
    BROADCASTING = "broadcasting"
    ONCHAIN = "onchain"  # has a txid, not final
    COMPLETED = "completed"
    CANCELING = "canceling"
    CANCELLED = "cancelled"
    REJECTED = "rejected"  # refused by a check
    FAILED = "failed"  # could not be sent
    UNKNOWN = "unknown"


class FoundAs(OpenEnum):
    """Whose a transaction is."""

    OURS = "ours"  # a deposit of the customer named in the question
    OTHER_USER = "other_user"  # a deposit of somebody else, never told whose
    NOT_OURS = "not_ours"  # on the chain, pays no address of the exchange
    UNATTRIBUTED = "unattributed"
    UNSUPPORTED = "unsupported"  # pays our address with a coin that is not listed
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"


class TxStatus(OpenEnum):
    UNSEEN = "unseen"
    MEMPOOL = "mempool"
    CONFIRMED = "confirmed"
    FAILED = "failed"
    UNKNOWN = "unknown"


class OwnerClass(OpenEnum):
    """Whose an address is, never naming the owner."""

    MINE_CURRENT = "mine_current"
    MINE_EXPIRED = "mine_expired"
    INTERNAL_OTHER = "internal_other"
    PLATFORM_HOT = "platform_hot"
    EXTERNAL = "external"
    INVALID = "invalid"
    UNKNOWN = "unknown"
