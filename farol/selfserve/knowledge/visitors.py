"""Who a visitor without a name is today: enough to count them once, and nothing that is left of them tomorrow."""

import hashlib
import hmac

import msgspec

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.secretbox import derive


def visitor(kit: Kit, purpose: str, ip: str, agent: str) -> bytes:
    """16 bytes: a keyed digest of day, address and browser. Two purposes have two digests of the same visitor."""
    about = msgspec.json.encode([clock.now().date(), ip, agent])
    return hmac.new(derive(kit.settings.secret_key, purpose), about, hashlib.sha256).digest()[:16]
