"""The one cast: the people of the demo, the tests, the guides and the screenshots. No I/O."""

import msgspec


class StaffMember(msgspec.Struct, frozen=True):
    """Someone who answers. ``alias`` is what customers see; ``role`` decides what they may do."""

    key: str
    name: str
    alias: str
    email: str
    role: str
    language: str


class CastCustomer(msgspec.Struct, frozen=True):
    """An account at the demo exchange. ``time_zone`` is an IANA name, ``story`` what is going on with them."""

    key: str
    uid: str
    name: str
    email: str
    phone: str
    language: str
    tier: str
    time_zone: str
    country: str
    flags: tuple[str, ...]
    story: str
    story_zh: str


def _staff(key: str, name: str, role: str, language: str = "en") -> StaffMember:
    return StaffMember(key, name, key.title(), f"{key}@demo-exchange.example", role, language)


ANA = _staff("ana", "Ana Duarte", "agent", "zh")
TIM = _staff("tim", "Tim Okafor", "trainee")
SOL = _staff("sol", "Sol Navarro", "lead")
VERA = _staff("vera", "Vera Lindqvist", "compliance")
INES = _staff("ines", "Ines Moreau", "complaints")
KAI = _staff("kai", "Kai Nakamura", "knowledge")
DAN = _staff("dan", "Dan Whitfield", "duty")
SAM = _staff("sam", "Sam Haddad", "security")
ROY = _staff("roy", "Roy Bergman", "admin")
STAFF = (ANA, TIM, SOL, VERA, INES, KAI, DAN, SAM, ROY)

PLACES: dict[str, tuple[tuple[str, ...], tuple[tuple[str, int], ...]]] = {
    "ana": (("l1.zh", "l1", "wallet", "recovery", "p2p", "kyc", "api", "products", "trading"), (("zh", 3), ("en", 3))),
    "tim": (("l1", "products"), (("en", 1),)),
    "sol": (("l1.zh", "l1", "security", "identity", "risk", "trading", "api", "fiat"), (("zh", 3), ("en", 3), ("es", 3))),
    "vera": (("compliance", "risk"), (("en", 3),)),
    "ines": (("complaints",), (("en", 3),)),
    "dan": (("duty", "p2p"), (("en", 3),)),
    "sam": (("security", "identity"), (("en", 3),)),
}
"""The teams each works in, and the languages they answer in with their level (1 learning, 3 expert)."""

OTTO = "Otto"
"""The assistant's name."""

MEI = CastCustomer(
    "mei", "20778177", "Mei Lin", "mei.lin@example.com", "+8613800138077", "zh", "VIP 3", "Asia/Shanghai", "CN",
    ("vip",), "A withdrawal failed, another is in manual review, a USDT deposit is confirming.",
    "一笔提币没成功，一笔在人工审核，一笔 USDT 充值在等确认。",
)  # fmt: skip
IVAN = CastCustomer(
    "ivan", "83920041", "Ivan Petrov", "ivan.petrov@example.com", "+79161234541", "ru", "Regular", "Europe/Moscow", "RU",
    (), "A USDT deposit is confirming; a new device stopped withdrawals for 24 h.",
    "一笔 USDT 充值在等确认；换了新设备，24 小时不能提币。",
)  # fmt: skip
ROSA = CastCustomer(
    "rosa", "55210934", "Rosa Vega", "rosa.vega@example.com", "+34612345634", "es", "Regular", "Europe/Madrid", "ES",
    (), "An XRP deposit came without its tag; her password was changed today.",
    "一笔 XRP 充值忘了填标签；今天改过密码。",
)  # fmt: skip
MALLORY = CastCustomer(
    "mallory", "66601313", "Mallory Crane", "mallory.crane@example.com", "+447700900113", "en", "Regular", "UTC", "GB",
    (), "An impostor: the account is restricted and holds nothing.",
    "冒名者：账户受限，没有资产。",
)  # fmt: skip
CUSTOMERS = (MEI, IVAN, ROSA, MALLORY)
BY_UID = {customer.uid: customer for customer in CUSTOMERS}
