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


class FiatState(OpenEnum):
    """Where a bank or card payment stands."""

    PENDING = "pending"
    MATCHED = "matched"  # the exchange knows whose it is
    CREDITED = "credited"
    UNMATCHED = "unmatched"  # arrived, owner not known
    SENT = "sent"
    RETURNED = "returned"
    FAILED = "failed"
    CHARGEBACK = "chargeback"
    UNKNOWN = "unknown"


class OrderStatus(OpenEnum):
    NEW = "new"
    OPEN = "open"
    PARTIALLY_FILLED = "partially_filled"
    FILLED = "filled"
    CANCELING = "canceling"
    CANCELED = "canceled"
    REJECTED = "rejected"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class P2PState(OpenEnum):
    """Where a trade between two customers stands."""

    CREATED = "created"
    PAID = "paid"  # the buyer says so
    APPEALING = "appealing"
    RELEASED = "released"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNKNOWN = "unknown"


class Escrow(OpenEnum):
    """Where the coins of a trade between two customers are."""

    LOCKED = "locked"
    RELEASED = "released"
    RETURNED = "returned"
    UNKNOWN = "unknown"


class ActionState(OpenEnum):
    """What the core made of an action. ``unknown`` is a question to be asked again, never a result."""

    ACCEPTED = "accepted"  # will be done
    NEEDS_APPROVAL = "needs_approval"  # waits for a person at the core or for more approvals
    REJECTED = "rejected"
    EXECUTED = "executed"
    FAILED = "failed"
    EXPIRED = "expired"  # its time ran out before it was done
    UNKNOWN = "unknown"


class PolicyClass(OpenEnum):
    """How much it takes to do something (DOMAIN section 3.4)."""

    A = "A"  # reads and papers
    B = "B"  # protective, at once
    C = "C"  # changes who somebody is: two people
    D = "D"  # moves value: limits, finance queue
    E = "E"  # law and arbitration
    UNKNOWN = "unknown"


class ProofResult(OpenEnum):
    PROVEN = "proven"
    WRONG = "wrong"
    PENDING = "pending"  # nobody tapped in the app yet
    EXPIRED = "expired"
    LOCKED = "locked"  # too many wrong answers
    UNKNOWN = "unknown"
