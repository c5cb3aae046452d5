"""Nouns of what is said in public, and what words alone tell about it. No I/O."""

import re
from datetime import datetime
from typing import Literal

import msgspec

from farol.kit.text import fold

Mood = Literal["negative", "neutral", "positive"]
Sort = Literal["question", "complaint", "praise", "other"]
State = Literal["open", "settled", "muted", "removed"]
SOURCES = ("messenger", "instagram", "x", "discord", "telegram", "reddit", "app_store", "google_play", "review", "blog", "other")
LONGEST = 8_000
ANSWER = 1_000
SPIKE_LEAST = 5
SPIKE_TIMES = 3.0

_BAD = {
    "en": "scam scammer scammers fraud fraudulent stolen steal stole theft thief hacked lost missing stuck frozen freeze locked delayed pending slow worst "
          "terrible awful horrible bad useless broken bug crash crashed error fails failed failing never ignored ignore angry disappointed refuse "
          "refused liar liars lied rekt ponzi avoid unacceptable ridiculous rude disgusting shame joke waste robbed",
    "zh": "骗子 诈骗 骗局 被骗 跑路 盗 被盗 黑客 丢失 不见了 没到账 未到账 不到账 卡住 冻结 锁定 太慢 慢死 垃圾 差劲 最差 糟糕 恶心 失望 生气 气死 崩溃 闪退 报错 失败 没人理 不理 不回复 不给 拒绝 坑人 太坑 割韭菜 投诉 维权 避雷 无语 离谱 爆仓",
}  # fmt: skip
_GOOD = {
    "en": "thanks thank great good love loved excellent amazing awesome best fast quick quickly helpful solved resolved recommend perfect smooth reliable "
          "professional kind friendly happy satisfied impressed",
    "zh": "谢谢 感谢 很好 真好 不错 喜欢 优秀 最好 很快 解决了 已解决 推荐 完美 靠谱 专业 满意 给力 点赞 好评 贴心",
}  # fmt: skip
_NOT = re.compile(r"\b(not|no|never|isn'?t|wasn'?t|aren'?t|don'?t|doesn'?t|didn'?t|can'?t|won'?t|without)\s+(?:\w+\s+)?$")
_NOT_ZH = re.compile(r"(不|没|没有|不是|不太|毫不)$")
_ASKS = re.compile(r"[?？]|(?:^|\s)(how|why|when|where|what|can i|is there|does|do you)\b|怎么|为什么|何时|什么时候|多久|哪里|能否|可以.{0,8}吗|吗$")
_MINE = re.compile(r"\b(my|mine|i|i'm|i've|me|our)\b|我|咱")
_CASE = re.compile(
    r"\b(withdraw\w*|deposit\w*|account|funds?|money|coins?|usdt|usdc|btc|eth|transfer\w*|transaction|order|balance|kyc|verif\w*|2fa|login|log in|ticket|card|refund\w*)\b"
    r"|提现|提币|充值|充币|到账|账户|账号|资产|资金|钱|币|转账|订单|余额|认证|审核|验证码|登录|工单|退款")  # fmt: skip
_STRESSES = re.compile(r"!{2,}|！{2,}|\?{3,}")


class Read(msgspec.Struct, frozen=True):
    """What words alone tell. words: those that decided the mood. own_case: about the author's own account or money."""

    mood: Mood
    words: tuple[str, ...]
    kind: Sort
    own_case: bool


class Item(msgspec.Struct, frozen=True):
    """Something said in public, as it came. reach: people who follow, or points; rating: 1 to 5 stars, 0 for none."""

    source: str
    external_id: str
    body: str
    said_at: datetime
    author: str = ""
    author_id: str = ""
    link: str = ""
    rating: int = 0
    reach: int = 0


def read(text: str, rating: int = 0) -> Read:
    """Counts words of both lists, without those a negation stands before. Stars, where there are some, weigh as two words each way."""
    plain = fold(text)
    bad, good = _found(plain, _BAD), _found(plain, _GOOD)
    turned = [word for word, no in good if no]
    bad_words = [word for word, no in bad if not no] + turned
    good_words = [word for word, no in good if not no]
    stars = 0 if not rating else 2 if rating >= 4 else -2 if rating <= 2 else 0
    sum_ = len(good_words) - len(bad_words) + stars - (1 if bad_words and _STRESSES.search(text) else 0)
    mood: Mood = "negative" if sum_ < 0 else "positive" if sum_ > 0 else "neutral"
    own = bool(_MINE.search(plain) and _CASE.search(plain)) or bool(bad_words and _CASE.search(plain) and not re.search(r"[a-z]", plain))
    asks = bool(_ASKS.search(plain))
    kind: Sort = "complaint" if mood == "negative" else "question" if asks else "praise" if mood == "positive" else "other"
    return Read(mood, tuple(dict.fromkeys(bad_words if mood == "negative" else good_words))[:10], kind, own)


def _found(plain: str, lists: dict[str, str]) -> list[tuple[str, bool]]:
    """The list's words in the text, each with whether a negation stands before it."""
    out = []
    for word in lists["en"].split():
        for hit in re.finditer(rf"\b{word}\b", plain):
            out.append((word, bool(_NOT.search(plain[: hit.start()]))))
    for word in lists["zh"].split():
        at = plain.find(word)
        if at >= 0:
            out.append((word, bool(_NOT_ZH.search(plain[:at]))))
    return out


def spikes(now: int, before: float) -> bool:
    """Whether an hour's complaints about one matter are many: at least five, and three times the hourly mean of the week before."""
    return now >= SPIKE_LEAST and now >= SPIKE_TIMES * max(before, 1.0)
