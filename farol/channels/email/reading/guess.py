"""Which charset bytes are in when their label is missing or lies: the reading that looks most like something people write."""

_CANDIDATES = ("gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "koi8-r", "cp1251", "cp1252")
LOOKED_AT = 2_000
_SEARCHED = 200_000
"""Bytes among which lines with anything but ASCII are looked for: HTML begins with pages of it."""
ENOUGH = 0.75
"""A reading this good is believed when a label says the same."""
_BETTER = 0.25
"""By how much another reading must be better than the one the label names."""
_HANS = frozenset("的是了我不在有人这到来个您你们请没好为什么账号充值提币还已经问题时间收谢发链地址网络转客服验证码登录密冻结手机邮箱查看需要可以能吗呢请尽快处理交易币金额付款已转入出")
_HANT = frozenset("的是了我不在有人這到來個您你們請沒好為什麼帳號充值提幣還已經問題時間收謝發鏈地址網路轉客服驗證碼登錄密凍結手機郵箱查看需要可以能嗎呢儘快處理交易幣金額付款匯入出貨信件檔案")

_HANGUL = frozenset("이가는은을를에의도로다고하지서니습합입사한세요어기시해수있없안아제자그리나라인만일정보금주오전출객계좌확신청송처감않못했됐되게으과와대때문번호받보내주았었겠좀저희거래소직까부터면할것")


def plausible(text: str, codec: str) -> float:
    """How much the text, read with this codec, looks like writing: about 1 for ordinary words, below 0 for rubbish.

    Only characters beyond ASCII count; 0 when there are none.
    """
    seen = [(at, char) for at, char in enumerate(text[:LOOKED_AT]) if char > "\x7f"]
    if not seen:
        return 0.0
    return sum(_weight(char, text[at - 1] if at else " ", codec) for at, char in seen) / len(seen)


def best(data: bytes, named: str = "") -> str:
    """The codec to read the bytes with; the named one unless another is clearly better."""
    sample = b"\n".join(line for line in data[:_SEARCHED].split(b"\n") if not line.isascii())[:LOOKED_AT]
    scores = {codec: plausible(sample.decode(codec, "replace"), codec) for codec in {*_CANDIDATES, *([named] if named else [])}}
    if named and scores[named] >= ENOUGH:
        return named
    # Candidates of equal worth: in the order of how often such mail is seen.
    found = max(_CANDIDATES, key=lambda codec: (round(scores[codec], 3), -_CANDIDATES.index(codec)))
    return named if named and scores[found] < scores[named] + _BETTER else found


def _weight(char: str, before: str, codec: str) -> float:
    code = ord(char)
    if char == "\ufffd" or 0xE000 <= code <= 0xF8FF or 0x80 <= code < 0xA0:
        return -2.0
    if 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF:
        return _han(char, codec)
    if 0xAC00 <= code <= 0xD7A3:
        return (1.1 if char in _HANGUL else 0.3) if codec == "cp949" and _lead(char, "euc_kr") else -0.2
    if 0x3040 <= code <= 0x30FF:
        return 1.1 if codec in ("cp932", "euc_jp") else 0.5
    if 0x3000 <= code <= 0x3020 or 0xFF01 <= code <= 0xFF5E:
        return 0.5
    if 0xFF61 <= code <= 0xFF9F:
        return -0.6
    if 0x400 <= code <= 0x45F:
        return _cyrillic(char, before, codec)
    if 0xC0 <= code <= 0x24F and char.isalpha():
        return 0.6 if before.isascii() and (before.isalpha() or before == " ") else -0.3
    return 0.1 if char in "«»–—“”‘’…©№°¿¡·€£\u00a0" else -0.4


def _han(char: str, codec: str) -> float:
    if codec == "gb18030":
        common = 1.0 if char in _HANS else 0.0
        return 0.55 + common if _leads(char, "gb2312", 0xB0, 0xD7) else -0.1
    if codec == "big5hkscs":
        common = 1.0 if char in _HANT else 0.0
        return 0.55 + common if _leads(char, "big5", 0xA4, 0xC6) else -0.1
    if codec in ("cp932", "euc_jp"):
        return 0.5 if _leads(char, "shift_jis", 0x88, 0x97) else -0.1
    return -0.2


def _cyrillic(char: str, before: str, codec: str) -> float:
    if codec not in ("koi8-r", "cp1251"):
        return -0.2
    if before.isascii() and before.isalpha():
        return -0.8
    if char.isupper():
        return 0.4 if not before.isalpha() or before.isupper() else -0.8
    return 0.9 if char in "оеаинтсрвлкмдпу" else 0.6


def _leads(char: str, codec: str, first: int, last: int) -> bool:
    return first <= _lead(char, codec) <= last


def _lead(char: str, codec: str) -> int:
    """The first of the two bytes of the character in the codec; 0 when it has none (Python writes rare Hangul with eight)."""
    try:
        data = char.encode(codec)
    except UnicodeEncodeError:
        return 0
    return data[0] if len(data) == 2 else 0
