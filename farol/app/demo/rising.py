"""A topic that rises while the demo starts: nine visitors with one problem, answered a first time, and nobody has declared it."""

from farol.core.tickets.model import Change

from .story import Line, Story

_WORDS = (
    ("zh", "TRC20 充了 300 USDT 一个多小时没到账"), ("en", "USDT over TRC20 not credited, 450 USDT, sent an hour ago"),
    ("zh", "波场 TRC20 充值 1,200 USDT 还没到"), ("en", "my TRC20 deposit of 80 USDT is missing"),
    ("zh", "TRC20 充币 500 USDT 显示成功但没入账"), ("en", "TRON deposit stuck, 2,000 USDT over TRC20"),
    ("zh", "从别的平台提了 260 USDT 走 TRC20 没收到"), ("en", "TRC20: 150 USDT sent, explorer says success, nothing here"),
    ("zh", "TRC20 充值 90 USDT 还在等"),
)
_ANSWER = {"zh": "收到，我们在查这笔 TRC20 充值。请把交易哈希发过来。", "en": "Thank you, we are looking at it. Please send the transaction hash."}
_LONG_AGO = 31 * 24 * 60

RISING = (
    Story(
        subject="How do I read my fee statement?", language="en", name="A. Novak", minutes_ago=_LONG_AGO,
        lines=(Line("customer", "How do I read my fee statement?"), Line("ana", "Each line is one fill; the fee stands in the last column.")),
        change=Change(reason="fee.vip", severity="P4", status="resolved"),
    ),
    *(
        Story(
            subject=words, language=language, name=f"Visitor {number}", minutes_ago=12 - number,
            lines=(Line("customer", words), Line("ana", _ANSWER[language])), change=Change(severity="P3", status="pending", owner_id=None),
        )
        for number, (language, words) in enumerate(_WORDS, 1)
    ),
)
"""With one ticket of a month ago, so that there is a usual to rise above."""
