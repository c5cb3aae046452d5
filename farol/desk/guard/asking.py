"""The same in twelve languages, by plain patterns of words: what asks for a secret, for remote access or for money first, and what promises money.

Traditional Chinese is read as Simplified. A sentence is let go where its own clause denies it, where it warns, and where it tells what
others ask. Patterns stand in ``tongues.toml``.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

GAP = r"[^\n]{0,70}?"
_TOOL = re.compile(r"\b(?:any ?desk|team ?viewer|rust ?desk|ultra ?viewer|to ?desk(?!@[\w.-]+\.[a-z]{2})|quick ?support)|向日葵|팀뷰어|애니데스크", re.IGNORECASE)
_REMOVE = re.compile(
    r"uninstall|remove|delete|卸载|删除|删掉|移除|удалите|desinstale|elimine|désinstall|supprim|gỡ|xóa|kaldır|sil(?:in|iniz)|삭제|제거|アンインストール|削除|احذف|أزل", re.IGNORECASE)
_TURN = re.compile(r"[,，、:：;—،]|\bbut\b|\bmais\b|\bpero\b|\bmas\b")
_PAST = 12
"""How far behind a match a word may stand that turns it round, where verbs come last."""
_HANT = str.maketrans(
    "麻煩請將給發傳唸嗎碼驗證號資訊鑰記詞單個數機郵簡實補備兩後這裡說讓幫圖開啟連線遠協螢繳稅轉帳戶錢幣費凍結鎖歸還賠償週點復應該誰們為從沒無須會對錯誤頁讀顯難於與須內達時間額擔憑輸騙稱詐複覆廳傢態試測啟動盜竊獲損處決購買賣簽約報單賬筆總儲備蓋據貼臺灣遞繫聯絡號麼訴銀釋員審樣當權領擇檔訂個裝過進運還選遲",
    "麻烦请将给发传念吗码验证号资讯钥记词单个数机邮简实补备两后这里说让帮图开启连线远协萤缴税转帐户钱币费冻结锁归还赔偿周点复应该谁们为从没无须会对错误页读显难于与须内达时间额担凭输骗称诈复复厅家态试测启动盗窃获损处决购买卖签约报单账笔总储备盖据贴台湾递系联络号么诉银释员审样当权领择档订个装过进运还选迟")


class Tongue(msgspec.Struct, frozen=True):
    """The compiled patterns of one language."""

    secret: re.Pattern[str]
    remote: re.Pattern[str]
    coins: re.Pattern[str]
    purpose: re.Pattern[str]
    refund: re.Pattern[str]
    bound: re.Pattern[str]
    deny: re.Pattern[str]
    never: re.Pattern[str]
    told: re.Pattern[str]
    safe: re.Pattern[str]


def _compiled(raw: dict[str, str]) -> Tongue:
    def pattern(text: str) -> re.Pattern[str]:
        return re.compile(text, re.IGNORECASE)

    asks = [f"(?:{raw['ask']}){GAP}(?:{raw['secret']})"] if "ask" in raw else []
    asks += [f"(?:{raw['secret']}){raw.get('gap', GAP)}(?:{raw['then']})"] if "then" in raw else []
    paid = f"(?:{raw['pay']}){GAP}(?:{raw['money']})" if "money" in raw else f"(?:{raw['before']}){GAP}(?:{raw['pay']})"
    if "money" in raw and "ask" not in raw:  # verbs stand last
        paid = f"(?:{raw['money']}){GAP}(?:{raw['pay']})"
    return Tongue(
        pattern("|".join(asks)), pattern(raw["remote"]), pattern(paid), pattern(raw["purpose"]), pattern(raw["refund"]),
        pattern(f"{raw['when']}|{raw['sure']}"), pattern(raw["deny"]), pattern(raw["never"]), pattern(raw["told"]), pattern(raw["safe"]))


@cache
def tongues() -> dict[str, Tongue]:
    """By language; ``zh`` reads both scripts."""
    raw = tomllib.loads(files(__package__ or "").joinpath("tongues.toml").read_text("utf-8"))
    return {name: _compiled(one) for name, one in raw.items()}


def simplified(text: str) -> str:
    """Traditional characters of the rules as Simplified ones, each in its place."""
    return text.translate(_HANT)


def found(said: str) -> Iterator[tuple[str, int, int]]:
    """Code and place of what one sentence must not say, each code once."""
    plain = simplified(said)
    codes: set[str] = set()
    for name, tongue in tongues().items():
        for code, start, end in _in(tongue, plain if name == "zh" else said):
            if code not in codes:
                codes.add(code)
                yield code, start, end
    tool = None if "never.remote" in codes or _REMOVE.search(said) else _TOOL.search(said)
    if tool and not any(one.never.search(said) or _fine(one, said, tool) for one in tongues().values()):
        yield "never.remote", tool.start(), tool.end()


def _in(tongue: Tongue, said: str) -> Iterator[tuple[str, int, int]]:
    if tongue.never.search(said):
        return
    for code, rule in (("never.secret", tongue.secret), ("never.remote", tongue.remote), ("never.coins", tongue.coins), ("promise.money", tongue.refund)):
        match = next((one for one in rule.finditer(said) if not _fine(tongue, said, one)), None)
        if match is None:
            continue
        if code == "never.secret" and tongue.safe.search(said):
            continue
        if code == "never.coins" and not tongue.purpose.search(said):
            continue
        if code == "promise.money" and not tongue.bound.search(said):
            continue
        yield code, match.start(), match.end()


def _fine(tongue: Tongue, said: str, match: re.Match[str]) -> bool:
    if tongue.told.search(said[: match.end()]):
        return True
    clause = _TURN.split(said[: match.start()])[-1] + match[0] + said[match.end(): match.end() + _PAST]
    return bool(tongue.deny.search(clause))
