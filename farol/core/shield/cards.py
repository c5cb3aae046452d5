"""Payment card numbers: issuer ranges, lengths and the Luhn digit; order numbers and account ids stay."""

import re
from collections.abc import Iterator

from .model import Hit

_BEFORE, _AFTER = r"(?<![0-9A-Za-z_./+#-])(?<!\d[ ,:])", r"(?![0-9A-Za-z_])(?![.,]\d)"
_NUMBER = re.compile(
    rf"{_BEFORE}(?:(?P<groups>\d{{4}}(?P<gap>[ -])\d{{4}}(?P=gap)\d{{4}}(?P=gap)\d{{1,4}}(?:(?P=gap)\d{{1,3}})?"
    r"|\d{4}[ -]\d{6}[ -]\d{4,5}|\d{6}[ -]\d{10,13})"
    rf"|\d{{13,19}}){_AFTER}"
)
_CODE = re.compile(r"(?<![a-z])(?:cvv2?|cvc2?|cvn|安全码|卡背面\w{0,6})[\s:=是为#]{0,5}(\d{3,4})(?!\d)")
_RANGES = (
    # (first and last of the leading digits, lengths): Visa, Mastercard, American Express, Discover, JCB,
    # Diners Club, UnionPay, Maestro, Mir, RuPay, Troy
    ("4", "4", (13, 16, 19)),
    ("51", "55", (16,)),
    ("2221", "2720", (16,)),
    ("34", "34", (15,)),
    ("37", "37", (15,)),
    ("6011", "6011", (16, 19)),
    ("644", "659", (16, 19)),
    ("3528", "3589", (16, 19)),
    ("300", "305", (14, 16)),
    ("36", "36", (14, 16)),
    ("38", "39", (14, 16)),
    ("62", "62", (16, 17, 18, 19)),
    ("81", "82", (16, 19)),
    ("50", "50", (16, 18, 19)),
    ("56", "58", (16, 18, 19)),
    ("60", "60", (16,)),
    ("67", "67", (16, 18, 19)),
    ("2200", "2204", (16, 19)),
    ("9792", "9792", (16,)),
)
_LOOK_BACK = 24
OTHER_NUMBER = re.compile(
    r"order|dep[oó]sit|withdraw|retiro|saque|trad[ei]|hash|addr|endere|direcci|işlem|giao dịch|거래|주문|取引|注文|عنوان|طلب|معاملة|заказ|ордер|транзакц|хеш|адрес|哈希|地址|交易|訂單|單號|提现|提币|充值"
    r"|uid|\bid\b|user|txid|ticket|ref|tracking|phone|tel|mobile|订单|单号|编号|流水|工单|手机|电话|时间|帐户id|账户id"
)
_CARD = re.compile(r"card|visa|master|amex|pan\b|卡|карт|tarjeta|cart[ãa]o|carte|karte|kart")


def find(text: str, lower: str) -> Iterator[Hit]:
    """Card numbers and their security codes; ``lower`` is the same text in lower case."""
    for number in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", number.group())
        if not _issued(digits) or not _luhn(digits):
            continue
        before = lower[max(0, number.start() - _LOOK_BACK) : number.start()]
        said = bool(_CARD.search(before))
        # One plain number in ten passes Luhn: one called something else stays, and so does a short one.
        if said or number["groups"] or (_by_itself(digits) and not OTHER_NUMBER.search(before)):
            yield Hit(*number.span(), "card_number")
    for code in _CODE.finditer(lower):
        yield Hit(*code.span(1), "card_number")


def _by_itself(digits: str) -> bool:
    """Whether bare digits are likely a card: order numbers have 17 to 19 digits far more often, but for UnionPay's 62."""
    return 14 <= len(digits) <= 16 or (len(digits) == 19 and digits.startswith("62"))


def _issued(digits: str) -> bool:
    return any(
        len(digits) in lengths and first <= digits[: len(first)] <= last for first, last, lengths in _RANGES
    )


def _luhn(digits: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0 and len(set(digits)) > 1
