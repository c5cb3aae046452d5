"""What posts in groups give away: secrets, imitations of our address, coins asked for or promised, invitations to somewhere private."""

import re

import msgspec

from farol.core import chains
from farol.core.shield import KINDS, scrub
from farol.core.shield.model import MASK, NAMES
from farol.selfserve.community import links, masking
from farol.selfserve.community.links import Official

from .model import Finding

MANY = 6
"""People called in one post."""
_SPREAD = re.compile(r"\s{0,3}(?:\[\.\]|\(\.\)|\[dot\]|\(dot\))\s{0,3}", re.IGNORECASE)
"""Dots that are hidden from filters."""
_HANDLE = re.compile(r"(?<![\w@./])@([a-z][a-z0-9_]{3,31})", re.IGNORECASE)
_ASSURED = re.compile(r"\b(?:not?|isn'?t|never)(?:\s+an?)?\s+(?:scams?|fake|fraud)\b|\b100\s?% (?:legit|real)\b|不是骗子|绝对真实", re.IGNORECASE)
_WARY = re.compile(
    r"\b(?:scam\w*|fake|never|beware|careful|report(?:ed|ing)?|fraud\w*|phish\w*|pretend\w*|impersonat\w*|don'?t|do not|avoid)\b|骗|假|小心|别信|不要|举报|冒充|谨防|别加|诈",
    re.IGNORECASE)
"""Who warns names what they warn of."""
_COIN = r"(?:btc|eth|usdt|usdc|bnb|sol|trx|ton|doge|xrp|tokens?|coins?|crypto|u\b|bitcoin|ether)"
_GIVES = re.compile(
    rf"\b(?:send|deposit|transfer|pay)s?\b[^.?!\n]{{0,50}}(?:\d|any amount)[^?!\n]{{0,60}}\b(?:get|gets|receive|receives|double|back|return(?:s|ed)?)\b"
    rf"|\b(?:double|triple|2x|10x)\s+(?:your|ur|any)\s+{_COIN}|\bgiving away\s+[\d$]|\bconnect(?:ing)?\s+(?:your\s+|ur\s+)?wallet\b[^\n]{{0,60}}(?:claim|airdrop|https?:|\w\.\w)"
    rf"|\b(?:claim|free)\b[^\n]{{0,40}}(?:airdrop|\d+\s?{_COIN})[^\n]{{0,80}}(?:connect|wallet|https?:|\w\.[a-z]{{2,}}|dm\b|now\b)"
    rf"|\b(?:airdrop|giveaway)\b[^\n]{{0,60}}(?:https?:|connect|verify your wallet|claim|deposits?\s+\d|first \d|sends?\s+\d)"
    r"|(?:双倍|两倍|翻倍|十倍)\s?返|(?:转|充|存|打)\s?(?:入|账)?\s?[\d.]+\s?\w{0,5}[，, ]{0,2}(?:返|送|得)(?:还)?\s?[\d.]+|(?:充|存)[\w\s]{0,10}送\s?\d[^\n]{0,30}(?:名额|内部|联系|经理)"
    r"|(?:领取|领)\s?(?:免费)?(?:空投|奖金|奖励|红包)[^\n]{0,20}(?:链接|连接钱包|联系|https?:|\w\.\w)|(?:中奖|获奖)[^\n]{0,30}(?:联系|领取)|空投[^\n]{0,20}(?:连接钱包|点击链接)",
    re.IGNORECASE)
_INVITES = re.compile(
    r"\b(?:dm|pm|inbox)\s+(?:me|us|him|her|admin|the\b|your|our|my|@\w)|\b(?:message|text|write|contact|msg)\s+(?:to\s+)?(?:me|us)\b[^.?!\n]{0,30}(?:privat\w*|pm|dm|whatsapp|telegram|\+\d|@\w)"
    r"|\bsend me (?:a )?(?:private message|pm|dm|message)|\b(?:whatsapp|telegram|signal)\s+me\b|\b(?:contact|write|reach(?: out)?|text|message|talk|dm|inbox)\s+(?:to\s+)?(?:the\s+|our\s+|an?\s+|this\s+)?"
    r"(?:@\w{4,}|(?:recovery|refund)\s+\w+|agent\b[^.\n]{0,20}(?:t\.me|@|\+\d))|\b(?:dm|inbox)\b[^.\n]{0,30}\b(?:admin|support|agent)\b|\b(?:kindly|please)\s+(?:dm|inbox|pm)\b"
    r"|\b(?:recover(?:ed|s)?|got|refund(?:ed)?)\b[^\n]{0,60}(?:back|funds|usdt|btc|money)?[^\n]{0,40}(?:contact|thanks to|through|@\w{4,}|t\.me/)[^\n]{0,20}(?:@\w{4,}|him|her|t\.me/\w)"
    r"|\bjoin\b[^\n]{0,40}\b(?:vip|signals?)\b[^\n]{0,60}(?:t\.me|profit|@\w{4,})|\b(?:win rate|guaranteed (?:daily )?(?:profit|return)s?)\b"
    r"|(?:agent|assist\w*|support|help)[^\n]{0,40}\bvia t\.me/"
    r"|\bhit (?:me|us) up\b|\b(?:check|see|link in)\s+my\s+(?:bio|profile)\b|\bdm\s+for\b|\b(?:message|write|talk|speak)\s+to\s+(?:our|the|an?)\s+(?:\w+\s+)?agent\b[^\n]{0,60}@\w{4,}"
    r"|(?<![a-z])(?:v|vx|wx|qq|微信|电报)\s?[:：]\s?[a-z0-9_-]{5,}|(?:认识|有)内部(?:人员|关系|渠道)"
    r"|私(?:聊|信|我)(?:我|他|她)|私我|(?:需要|有问题|可以)[^\n]{0,12}(?:的)?(?:私聊|私信|滴滴)|加\s?(?:我|老师|导师|助理|经理)?\s?(?:微信|薇信|威信|v信|vx|wx|v|q{1,2}|电报|飞机|telegram|tg|whatsapp)\s?(?:[:：号群 ]\s?){0,3}@?[a-z0-9_+-]{4,}"
    r"|(?:联系|找|加)\s?@\w{4,}|(?:跟单|带单|带你赚|稳赚)[^\n]{0,20}(?:加|联系|@|群|q{1,2}|微信)",
    re.IGNORECASE)
_OFFERS = re.compile(
    r"\b(?:write|talk|speak|contact|message|hit up|ask)\b[^.?!\n]{0,40}\bon\s+(?:whatsapp|telegram|insta(?:gram)?|signal)\b|\bask\s+@\w{4,}\s+how\b|\bp(?:ls|lease)\s+(?:dm|pm|inbox)\b"
    r"|\b(?:selling|sell|buy(?:ing)?)\b[^.?!\n]{0,30}\baccounts?\b[^\n]{0,60}\b(?:message|dm|pm|write|contact)\b|\b(?:must|have to|need to)\s+(?:first\s+)?pay\b[^.?!\n]{0,40}\bfee\b[^\n]{0,40}\bto\s+th(?:is|e)\b"
    r"|加(?:我|你)?(?:微信|薇信|威信|飞机|电报|[vV聊]{1,2}(?![a-zA-Z]))(?!的)|(?:戳|点|看)我?头像|有意(?:者)?(?:私|联系)|(?:交|付|打)[^？?\n]{0,8}保证金[^？?\n]{0,20}(?:解冻|解锁)[^？?\n]{0,12}联系"
    r"|(?:转|充|打)\s?\d+\s?\w{0,4}[^，,\n]{0,8}[，,]\s?返\s?\d|(?:代办|代过)[^？?\n]{0,12}(?:包过|认证)|(?:找他|联系他|加他)\s?(?:q{1,2}|v|微信)\s?\d{5,}",
    re.IGNORECASE)
"""Wordings that were missed when 84 posts were judged at first sight."""
_MYSELF = re.compile(r"\bI(?:'ll| will| have| can|'m going to)?\s+(?:dm|pm|inbox|message|write|text|contact)\w*\b|\b(?:can|should|may|do|shall) (?:i|we)\b", re.IGNORECASE)
_ASKS_COINS = re.compile(
    r"(?<!\bi )(?<!\bmy )(?<!\bwe )(?<!\bcan )(?<!\bdid )(?<!\bto )\b(?:send|transfer|deposit|pay|remit)\b[^?\n]{0,120}"
    r"(?:unlock|unfreez|releas|verif|activat|gas|tax|fee|refund|double|insurance|here\b|to this)"
    r"|(?:验证|解冻|解锁|激活|认证)[^？?\n]{0,20}(?:转|打|充值?|付|汇)[^？?\n]{0,20}(?:到|给|至)"
    r"|(?:转|打|充|付|汇)(?!账?了|过)[^？?\n]{0,60}(?:验证|解冻|解锁|退回|激活|手续费|税|保证金|认证)|(?:往|向|到)(?:这个|此|以下|下面)\s?地址[^\n]{0,10}(?:转|打|充|付|汇)",
    re.IGNORECASE)


class About(msgspec.Struct, frozen=True):
    """What a post holds of its author. personal: kinds of personal data; ids: whether an address or a transfer's id; shown: the words with all of it masked."""

    personal: tuple[str, ...]
    ids: bool
    shown: str


def look(text: str, known: Official) -> list[Finding]:
    """Every rule that a post breaks, the worst not first."""
    found: list[Finding] = []
    text = _SPREAD.sub(".", text)
    if secrets := secrets_in(text):
        found.append(Finding("secret", ", ".join(secrets)))
    judged = list(links.find(text, known))
    found += [Finding("link", one.host) for one in judged if one.standing == "imitation"][:1]
    handles = {one.lower() for one in _HANDLE.findall(text)}
    if len(handles) >= MANY:
        found.append(Finding("mentions", str(len(handles))))
    plain = _ASSURED.sub(" ", text)
    wary = bool(_WARY.search(plain))
    strangers = [one for one in judged if one.standing == "stranger"]
    if (hit := _ASKS_COINS.search(plain)) and _address(plain) and not wary:
        found.append(Finding("wallet", hit.group()[:120]))
    if (hit := _GIVES.search(plain)) and (not wary or strangers):
        found.append(Finding("giveaway", hit.group()[:120]))
    if not wary and not _MYSELF.search(plain) and (hit := _INVITES.search(plain) or _OFFERS.search(plain)):
        found.append(Finding("bait", hit.group()[:120]))
    elif not wary and not _MYSELF.search(plain) and links.invites_away(plain) and not plain.rstrip().endswith(("?", "？", "吗")):
        found.append(Finding("bait", plain[:120]))
    return found


def secrets_in(text: str) -> list[str]:
    """Kinds of secrets, also of words whose secrets were masked before they came here."""
    masked = [kind for kind in KINDS for one in MASK.findall(text) if one in (f"〔{NAMES[kind][0]}已删除〕", f"[{NAMES[kind][1]} removed]")]
    return list(dict.fromkeys([*scrub(text).removed, *masked]))


def about(text: str) -> About:
    """What of a post says who wrote it."""
    masked = masking.mask(scrub(text).text, None)
    return About(tuple(kind for kind in masked.kinds if kind != "chain_id"), "chain_id" in masked.kinds, masked.text)


def _address(text: str) -> bool:
    return any(one.kind == "address" for one in chains.find(text))
