"""How a reply sounds: shouting, sarcasm and blame in the languages the finer hints are not written in. Pointed out, never stopped."""

import re
from collections.abc import Iterator

from .model import Finding, finding

_SHOUTING = re.compile(r"[!！]{2,}|[?？][!！?？]+|(?<![A-Z0-9])[A-Z]{4,}(?:[ ,]+[A-Z]{2,}){1,}(?![a-z0-9])")
_SARCASM = re.compile(
    r"\b(?:as if we|oh really|well done|congratulations on (?:losing|sending)|how surprising|good luck with that|shocking,? isn)"
    r"|呵呵|您(?:可)?真(?:行|厉害|聪明)|那您(?:可)?太(?:厉害|聪明)了|您开心就好|随便您|ну-ну|молодец,? сам|как удивительно|qué sorpresa|enhorabuena por perder|parabéns por perder"
    r"|bravo, vous avez|giỏi thật đấy|aferin|잘하셨네요\s?진짜|大したものですね", re.IGNORECASE)
_BLAME = re.compile(
    r"сам[иа]? виноват\w*|это ваша (?:вина|ошибка)|вы должны были|es (?:su|tu) culpa|debería haber|(?:é|foi) culpa sua|você deveria ter|c['’]est (?:de )?votre faute|vous auriez dû"
    r"|(?:là )?lỗi của (?:bạn|anh|chị)|lẽ ra (?:bạn|anh|chị)|sizin (?:hatanız|suçunuz)|고객님 (?:잘못|실수)|당신 잘못|あなたの(?:ミス|せい|責任)|お客様の(?:ミス|せい)|هذا خطؤك|كان يجب عليك"
    r"|是您的(?:錯|問題|責任)|您自己(?:填錯|選錯|弄錯)", re.IGNORECASE)


def tone(text: str) -> Iterator[Finding]:
    """Words to think about."""
    for code, rule in (("tone.shouting", _SHOUTING), ("tone.sarcasm", _SARCASM), ("blame.customer", _BLAME)):
        for found in rule.finditer(text):
            yield finding(code, text, found.start(), found.end())
