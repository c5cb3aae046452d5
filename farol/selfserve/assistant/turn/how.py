"""Whether somebody asks how something is done or what it is, rather than telling of something that went wrong."""

import re

from farol.core.urgency.hear import fold

LONGEST = 120
_HOW = re.compile(
    r"^(?:hi|hello|hey|你好|您好|请问|請問|想问(?:一下)?|привет|здравствуйте|hola|olá|merhaba)?[\s,，.!。]*(?:"
    r"(?:how (?:do|can|to|does|long|much|many)|what (?:is|are|does|s)|whats|where (?:do|can|is)|which|is there a way|can i)\b"
    r"|怎么(?!还|没|不|回事|会|又|就|一直|突然|办)|如何|怎样|怎麼(?!還|沒|不|回事|會|又)|什么是|什麼是|在哪|哪里|是什么|多少"
    r"|как (?!так|долго)|что такое|где |можно ли|cómo |como |qué es|dónde |o que é|onde |làm sao|làm thế nào|cách |là gì|nasıl |nedir|nerede "
    r"|어떻게|무엇|どうやって|どうすれば|とは|كيف |ما هو |ما هي |أين )|(?:是什么|是什麼|在哪[里裡]?(?:看|查|找|填|改|领|领取|设置|設定|开通|下载)?|怎么设置|怎么开通|怎麼設定|nedir|이 뭐|하는 방법|방법|とは|là gì)[?？]?$")
_WRONG = re.compile(r"\b(?:not|n't|cannot|cant|can't|didnt|didn't|lost|stuck|missing|failed|wrong|rejected|still|never)\b|没|沒|不了|失败|失敗|丢|被|错|錯|还未|не |нет|no (?:me|puedo|ha|llega)|não|không|안 |못|ない|لم|لا ")
_MINE = re.compile(
    r"\bwhere(?:'s|s| is| are| did) (?:my|the \w+ i)\b|我.{0,8}(?:在哪|去哪|到哪)[里裡]?[了呢啊呀]?[?？]?$|где (?:же )?мо[йяеёи]\b|d[oó]nde (?:est[aá]n?|quedó) mis?\b"
    r"|onde est(?:á|a|ão|ao) (?:o |a |os |as )?(?:meus?|minhas?)\b|أين (?:إيداعي|سحبي|أموالي|نقودي|عملاتي)")
"""What has gone missing is asked for, not how to find a page."""


def asks_how(text: str) -> bool:
    """In short words only; a sentence that says what does not work asks for help."""
    said = fold(text)
    return len(said) <= LONGEST and _HOW.search(said) is not None and _WRONG.search(said) is None and _MINE.search(said) is None
