"""What an emergency says to staff and to the customer in their ticket: the offer to freeze comes in the four languages that are heard most."""

import re

from .model import Case, words_of

OFFER = {
    "zh": "如果不是您本人操作，请马上冻结账户：{url}\n不用登录，证明一次是您本人就行。冻结会停掉登录、提币和 API，不会动您的资产和持仓。安全专员已经在赶来。",
    "en": "If this was not you, freeze your account now: {url}\nNo sign-in needed, one proof that it is you. It stops sign-ins, withdrawals and API keys; your assets and positions stay untouched. "
          "Somebody of the security desk is being called.",
    "ru": "Если это были не вы, заморозьте аккаунт сейчас: {url}\nВход не нужен, около 10 секунд. Остановятся входы, выводы и API-ключи; активы и позиции не изменятся. "
          "Сотрудник службы безопасности уже вызван.",
    "es": "Si no fue usted, congele su cuenta ahora: {url}\nSin iniciar sesión, unos 10 segundos. Detiene accesos, retiros y claves API; sus activos y posiciones no se tocan. "
          "Ya avisamos a una persona de seguridad.",
}
_BY = {
    "mail_link": ("安全邮件里的链接", "the link in a security mail"), "email_code": ("邮箱验证码", "a code by e-mail"),
    "sms_code": ("短信验证码", "a code by text message"), "session": ("登录状态", "a live session"),
}


_SPANISH = re.compile(r"\b(?:cuenta|robar?on|robado|robada|hackea\w*|fui yo|sin mi|retiro|autoriz\w+)\b", re.IGNORECASE)


def speaks(body: str, language: str) -> str:
    """The language of an outcry: its letters and words say more than the ticket, which knows only the languages of our screens."""
    if re.search(r"[\u4e00-\u9fff]", body):
        return "zh"
    if re.search(r"[\u0400-\u04ff]", body):
        return "ru"
    return "es" if _SPANISH.search(body) else language


def offer(language: str, url: str) -> str:
    """Freeze now, in the customer's language."""
    return words_of(OFFER, language).format(url=url)


def subject(lang: str) -> str:
    """What the ticket of a freeze is called."""
    return "账户被盗，已申请冻结" if lang == "zh" else "Account stolen, freeze asked for"


def asked(proof: str, lang: str) -> str:
    """The customer's words in the ticket, when they press the button."""
    zh, en = _BY[proof]
    return f"我在紧急页面要求冻结账户（证明方式：{zh}）。" if lang == "zh" else f"I asked on the emergency page to freeze my account (proof: {en})."


def ring(case: Case) -> dict[str, str]:
    """Title of the notice that rings people."""
    if case.kind == "risk":
        zh, en = f"{case.number} 有人可能有危险，请立即接手", f"{case.number}: a person may be in danger. Take it now"
    else:
        zh, en = f"{case.number} 账户正在被盗，请立即接手", f"{case.number}: an account is being robbed. Take it now"
    return _marked(case, zh, en)


def overdue(case: Case) -> dict[str, str]:
    """Title of the notice that a customer did not hear from a person in time."""
    return _marked(case, f"{case.number} 到时间还没有人联系客户", f"{case.number}: the customer has not heard from a person in time")


def _marked(case: Case, zh: str, en: str) -> dict[str, str]:
    return {"zh": f"【演练】{zh}", "en": f"[DRILL] {en}"} if case.drill else {"zh": zh, "en": en}
