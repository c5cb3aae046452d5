"""Whether a reply must not go out: it asks for what support never asks for, or has blanks. Sentences that warn of it, deny it or tell of it are fine.

A sentence counts when a verb that asks for something is followed by one of the secrets (or, in Chinese, the other way round),
unless it is denied ("we never ask…", “请勿提供…”) or tells what others do ("anyone who asks you to send…", “有人让您提供…”).
"""

import re
from collections.abc import Iterator

from . import asking
from .model import Finding, finding

_SENTENCE = re.compile(r"[^。！？!?؟\n；;]+?(?:[。！？!?؟\n；;]|\.(?=\s|$)|$)")

_EN_SECRET = (
    r"(?:(?:[\w-]+ )?pass(?:word|code|phrase)s?|log-?in details|pin(?: code| number)?|2fa(?: codes?)?|two[- ]factor codes?|authenticator codes?"
    r"|google codes?|otps?|one[- ]time (?:codes?|passwords?)|(?:verification|sms|text|e-?mail|mail|security|confirmation|six[- ]digit|6[- ]digit) codes?"
    r"|seeds?(?: phrases?| words)?|recovery (?:phrases?|words|seeds?)|mnemonics?(?: phrases?)?|secret (?:phrases?|recovery phrases?|words)"
    r"|(?:12|24|twelve|twenty-four)[- ]words?(?: phrase)?|private keys?|keystores?|api secrets?|secret keys?|cvv|cvc|(?:full )?(?:credit |debit )?card numbers?)"
    r"(?!\s+(?:errors?|pages?|reset|screens?|prompts?|fields?|forms?|issues?|problems?|changes?|managers?|fails?|settings?|expired|is wrong|was)\b)"
)
_EN_GAP = r"(?:\s+(?!(?:when|after|before|while|if|that|which|about|where|how|why|until|errors?|screenshots?|pictures?|without|whether)\b)[\w'’/,-]+){0,7}?\s+"
_EN_ASK = re.compile(
    r"\b(?:(?:send|give|tell|show|forward|provide|share|supply|disclose|reveal|paste|post|dm|text|repeat|dictate)(?:\s+(?:us|me))?"
    r"|(?:reply|respond|answer|get back to (?:us|me)) with"
    r"|(?:i|we)(?:['’]ll|['’]d| will| would| do| shall)?(?: also| still| just| only| first| now)? (?:need|require|must have)"
    r"|(?:let (?:me|us) (?:have|know))|(?:may|can|could) (?:i|we) (?:have|get|see)"
    r"|what(?:['’]s| is| are| was| were))" + _EN_GAP + _EN_SECRET, re.IGNORECASE)
_EN_HERE = re.compile(
    r"\b(?:enter|type|write|confirm|submit|read|state|upload|say|put)" + _EN_GAP + _EN_SECRET
    + r"(?=[^.]*?\b(?:here|to (?:us|me)|in (?:this|the|our) (?:chat|conversation|ticket|reply|mail|e-?mail)|below|out to)\b)", re.IGNORECASE)
_EN_REMOTE = re.compile(
    r"\b(?:install|download|open|run|start|use|launch|join)\b[^.?!]{0,40}?\b(?:any ?desk|team ?viewer|rust ?desk|ultra ?viewer|to ?desk(?!@[\w.-]+\.[a-z]{2})|quick ?support"
    r"|remote (?:desktop|access|control|session|support))\b"
    r"|\b(?:share|show)\b(?: \w+){0,2} your (?:screen|desktop)\b(?!\s*(?:shots?|record))"
    r"|\b(?:let|allow|give|grant)\s+(?:me|us)\b[^.?!]{0,30}\b(?:remote|control|access (?:to|of) your (?:computer|phone|device|pc|account|wallet))", re.IGNORECASE)
_EN_COINS = re.compile(
    r"\b(?:send|transfer|pay|deposit|move)\b[^.?!]{0,50}\bto (?:this|the following|our|my|a (?:safe|secure|verification)|the (?:safe|secure) )\s*"
    r"(?:deposit |wallet |safe |secure |verification )*(?:address|wallet|account)\b"
    r"|\b(?:send|pay|make|transfer|deposit)\b[^.?!]{0,30}\b(?:test|unlock(?:ing)?|unfreez(?:e|ing)|activation|release|verification|security|insurance|tax|clearance)"
    r"\s+(?:payment|deposit|fee|transfer|transaction|amount)\b", re.IGNORECASE)
_EN_DENIED = re.compile(r"\b(?:never|no one|nobody|nor|not|cannot|can['’]?t|won['’]?t|don['’]?t|doesn['’]?t|isn['’]?t|without|stop|avoid|refuse|instead of|rather than)\b", re.IGNORECASE)
_EN_ALWAYS_DENIED = re.compile(r"\bnever\b|\bnobody\b|\bno one\b|\bbeware\b", re.IGNORECASE)
_EN_TOLD = re.compile(
    r"\b(?:any(?:one|body)|some(?:one|body)|people|scammers?|fraudsters?|they|whoever|who|impostors?|callers?|a stranger)\b[^.]{0,60}$"
    r"|\b(?:did|have|had|were|has) (?:you|they|anyone|someone)\b[^.]{0,40}$|\basks? you\b[^.]{0,20}$|\basked (?:you )?(?:to|for)\b[^.]{0,20}$", re.IGNORECASE)
_EN_TURN = re.compile(r"[:—]|,\s*(?=(?:just|please|but|so|simply|kindly|then|and|you can|send|give|tell|share)\b)|\b(?:but|just|please|kindly)\b", re.IGNORECASE)

_ZH_SECRET = (
    r"(?:(?:登录|资金|支付|交易|邮箱|账户|银行卡|提币)?密码|口令|验证码|校验码|动态码|谷歌码|2FA ?码?|两步验证码|助记词|恢复词|种子词|私钥|密钥|API ?Secret|Secret ?Key|CVV|安全码|完整卡号|信用卡号|卡背)"
    r"(?!错误|报错|页|重置|修改|提示|输入|失败|问题|登录|收不到|过期|找回|已|了|没|是否|管理|截图|相关|规则|强度|有误|不对|不正确|等敏感|之前|以后|之后|后|设置|保管|泄露|短信没)"
)
_ZH_ASK = re.compile(
    r"(?:提供|发送?给?(?:我们?|客服|这边)|发过来|发一下|发来|告诉(?:我们?|客服|一下)?|告知|给(?:我们?|客服)|回复|报一下|报给|报上|说一下|贴出|贴到|贴过来|上传|出示)"
    r"(?!的|了|过)(?:(?!是否|有没有|什么时候|任何人|别人|他人|对方|骗子|错误|截图)[^，,。]){0,14}?" + _ZH_SECRET, re.IGNORECASE)
_ZH_GIVE = re.compile(
    _ZH_SECRET + r"[^，,。]{0,8}?(?:(?:发|给|告诉|提供|报|说|贴)(?:送)?(?:给)?(?:我们?|客服|过来|一下|到?这里|这边|来)|是(?:多少|什么|哪))", re.IGNORECASE)
_ZH_HERE = re.compile(r"(?:输入|填写?|写)(?:(?!的|了)[^，,。]){0,10}?" + _ZH_SECRET + r"[^，,。]{0,6}(?:到|在)(?:这里|对话|聊天|工单|下面|下方)", re.IGNORECASE)
_ZH_REMOTE = re.compile(
    r"(?:下载|安装|打开|使用|启动|用)[^，,。]{0,12}?(?:Any ?Desk|Team ?Viewer|向日葵|To ?Desk(?!@[\w.-]+\.[a-z]{2})|Rust ?Desk|远程(?:控制|协助|桌面)|屏幕共享)"
    r"|共享(?:一下)?(?:您的)?屏幕|远程(?:操作|控制|协助|帮)您|(?:给|让)(?:我们?|客服)[^，,。]{0,6}远程", re.IGNORECASE)
_ZH_COINS = re.compile(
    r"(?:转|打|充值?|付|汇|支付|发送?|缴纳?)(?!的|过)[^，,。]{0,16}?(?:测试|解冻|解锁|激活|验证|保证|认证|安全|清算|税)(?:费|金|款|币)"
    r"|(?:转|打|充值?|汇|发送?)(?!的|过)[^，,。]{0,16}?[到至](?!了)(?:这个|以下|下面的?|下方的?|指定的?|安全的?|我们?的|客服的?)(?:测试|验证|安全)?(?:地址|钱包|账户)", re.IGNORECASE)
_ZH_DENIED = re.compile(r"不要|请勿|切勿|勿|别(?!人|的)|不会|绝不|从不|从来不|不得|不能|不可|无需|不用|不需|不必|没有|不应|严禁|千万|拒绝|不提供|不索|不再")
_ZH_ALWAYS_DENIED = re.compile(r"绝不|从不|从来不|永远不|不会(?:要|向|以|让|索|主动|通过)|切勿|请勿|严禁|千万不|千万别|任何人")
_ZH_TOLD = re.compile(r"有人|对方|骗子|冒充|自称|凡是|凡要|如果.{0,6}(?:要|让|叫)您|是否|有没有|曾经|谎称|陌生人|假客服")
_ZH_TURN = re.compile(r"[，,：:]")

_BLANK = re.compile(r"\{\{\s*(?:fill:[^{}]{1,40}|[a-z]{2,20}\.[a-z_]{1,30})\s*\}\}")
Rule = tuple[str, re.Pattern[str]]
_EN: tuple[Rule, ...] = (("never.secret", _EN_ASK), ("never.secret", _EN_HERE), ("never.remote", _EN_REMOTE), ("never.coins", _EN_COINS))
_ZH: tuple[Rule, ...] = (
    ("never.secret", _ZH_ASK), ("never.secret", _ZH_GIVE), ("never.secret", _ZH_HERE), ("never.remote", _ZH_REMOTE), ("never.coins", _ZH_COINS))


def blanks(text: str) -> Iterator[Finding]:
    """Variables of a macro that nobody filled."""
    for found in _BLANK.finditer(text):
        yield finding("blank.left", text, found.start(), found.end())


def never(text: str) -> Iterator[Finding]:
    """What asks for something that support never asks for, or promises money that nobody has decided on."""
    for sentence in _SENTENCE.finditer(text):
        said, offset = sentence[0], sentence.start()
        told: set[str] = set()
        for rules, excused, read in ((_EN, _fine_en, said), (_ZH, _fine_zh, asking.simplified(said))):
            for code, rule in rules:
                found = next((m for m in rule.finditer(read) if not excused(read, m)), None)
                if found:
                    told.add(code)
                    yield finding(code, text, offset + found.start(), offset + found.end())
                    break
        for code, start, end in asking.found(said):
            if code not in told:
                yield finding(code, text, offset + start, offset + end)


def _fine_en(said: str, found: re.Match[str]) -> bool:
    before = said[: found.start()]
    if _EN_ALWAYS_DENIED.search(said[: found.end()]) or _EN_TOLD.search(before):
        return True
    clause = _EN_TURN.split(before)[-1] + found[0]
    return bool(_EN_DENIED.search(clause))


def _fine_zh(said: str, found: re.Match[str]) -> bool:
    before = said[: found.start()]
    if _ZH_ALWAYS_DENIED.search(said[: found.end()]) or _ZH_TOLD.search(before):
        return True
    clause = _ZH_TURN.split(before)[-1] + found[0]
    return bool(_ZH_DENIED.search(clause))
