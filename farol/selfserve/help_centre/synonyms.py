"""Words that mean the same to people who look for help: within a language, across languages, and in both scripts."""

from farol.kit import text

GROUPS: tuple[tuple[str, ...], ...] = (
    ("充值", "充币", "儲值", "入金", "转入", "存币", "deposit", "top up", "fund"),
    ("提币", "提现", "提領", "转出", "出金", "出币", "withdraw", "withdrawal", "payout", "cash out"),
    ("到账", "入账", "收到", "credited", "arrived", "received"),
    ("没到账", "未到账", "没收到", "丢了", "missing", "lost", "not credited", "not arrived"),
    ("确认数", "确认中", "区块确认", "confirmation", "confirmations", "confirming", "pending"),
    ("哈希", "交易号", "流水号", "交易id", "txid", "hash", "transaction id", "txhash"),
    ("memo", "标签", "備註", "备注", "tag", "comment", "destination tag", "附言"),
    ("网络", "链", "主网", "公链", "network", "chain"),
    ("充错", "转错", "填错", "选错", "搞错", "wrong", "mistake"),
    ("被盗", "盗号", "被黑", "盗币", "黑客", "stolen", "hacked", "compromised", "takeover", "unauthorised"),
    ("冻结", "冻住", "锁定", "锁住", "freeze", "frozen", "lock", "locked"),
    ("限制", "禁提", "不能提", "解除", "hold", "restriction", "limit", "blocked"),
    ("官方", "真的", "假的", "冒充", "仿冒", "骗子", "诈骗", "official", "fake", "scam", "impostor", "phishing"),
    ("助记词", "私钥", "密钥", "seed", "seed phrase", "private key", "recovery phrase", "mnemonic"),
    ("验证码", "谷歌验证", "动态码", "code", "otp", "2fa", "authenticator"),
    ("密码", "口令", "password", "passcode"),
    ("审核", "风控", "review", "risk check"),
    ("失败", "报错", "错误码", "错误代码", "退回", "error", "failed", "error code", "rejected", "returned"),
    ("客服", "人工", "人工客服", "support", "agent", "human", "customer service"),
    ("投诉", "申诉", "complaint", "complain", "appeal"),
    ("手续费", "费用", "矿工费", "fee", "fees", "gas"),
    ("多久", "时间", "什么时候", "时效", "how long", "time", "eta", "when"),
    ("波场", "tron", "trx", "trc20"),
    ("以太坊", "ethereum", "eth", "erc20"),
    ("币安智能链", "bsc", "bep20", "bnb chain"),
    ("比特币", "bitcoin", "btc"),
    ("瑞波", "ripple", "xrp"),
    ("u", "usdt", "泰达", "tether"),
)


def _is_han(word: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in word)


HOLLOW = frozenset({"not", "top", "up", "out", "how"})
"""Words that mean something only beside another one."""
_FOLDED = tuple(tuple(text.fold(word) for word in group) for group in GROUPS)


def also(question: str) -> set[str]:
    """Tokens of everything that means the same as something in the question; not the tokens typed themselves."""
    folded = text.fold(question)
    spaced = f" {' '.join(text.words(question))} "
    found: set[str] = set()
    for group in _FOLDED:
        if any(word in folded if _is_han(word) else f" {word} " in spaced for word in group):
            for word in group:
                found.update(token for token in text.tokens(word) if len(token) > 1 and token not in HOLLOW)
    return found
