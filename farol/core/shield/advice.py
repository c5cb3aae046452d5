"""What to do now: one short text for the person whose message held a secret."""

from collections.abc import Iterable

from .model import KINDS, NAMES, Kind

_STEPS: dict[Kind, tuple[str, str]] = {
    "seed_phrase": ("请马上把币转到新钱包", "Move your coins to a new wallet now"),
    "private_key": ("请马上把币转到新钱包", "Move your coins to a new wallet now"),
    "api_secret": ("请马上删除这个 API 密钥，再建新的", "Delete this API key now, then make a new one"),
    "password": (
        "请马上改密码，用在别处的也要改",
        "Change this password now, here and anywhere else you use it",
    ),
    "one_time_code": (
        "验证码只给您自己用，我们不会问。不是您本人在操作，请马上冻结账户",
        "Codes are for you alone and we never ask for one. If you did not request it, freeze your account",
    ),
    "card_number": (
        "我们不需要完整卡号。如果还发给过别人，请联系发卡银行",
        "We never need the whole card number. If you sent it to anyone else, call your bank",
    ),
    "identity_number": (
        "请不要在聊天里发证件号码，需要时我们会让您在应用里上传",
        "Please keep document numbers out of chats. Where one is needed, you upload it in the app",
    ),
}


def advice(kinds: Iterable[str], language: str) -> str:
    """What was removed and what to do: Chinese for any zh language, English otherwise, "" for no kinds."""
    found = [kind for kind in KINDS if kind in set(kinds)]
    if not found:
        return ""
    chinese = language.lower().startswith("zh")
    names = [NAMES[kind][0 if chinese else 1] for kind in found]
    steps = list(dict.fromkeys(_STEPS[kind][0 if chinese else 1] for kind in found))
    if chinese:
        return f"刚才那句里有{'、'.join(names)}，我们已删掉，没有保存。" + "。".join(steps)
    listed = " and ".join(", ".join(_article(name) for name in names).rsplit(", ", 1))
    it = "it" if len(found) == 1 else "them"
    return f"Your message held {listed}. We removed {it} and kept nothing. " + ". ".join(steps)


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOU' else 'a'} {name}"
