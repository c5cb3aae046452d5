"""What the proof of a mail comes to, in a sentence for the staff."""

from farol.kit.i18n import Say, Texts

from .model import Proof


class Why(Texts):
    """One sentence for each outcome. domain: of the address in From."""

    aligned = Say("邮件确实来自 {domain}。", "The mail does come from {domain}.")
    relay = Say("为我们收信的邮件服务器确认邮件来自 {domain}。", "The server that takes mail for us found that it comes from {domain}.")
    arc = Say("邮件经过转发，可信的转发方确认它来自 {domain}。", "The mail was forwarded; a relay that we trust found that it comes from {domain}.")
    unaligned = Say("{domain} 公布了验证方式，这封邮件没有通过，发件人可能是冒充的。",
                    "{domain} says how its mail is known, and this mail is not. The sender may be somebody else.")
    spoofed = Say("{domain} 要求拒收没有通过验证的邮件，这封没有通过，发件人很可能是冒充的。",
                  "{domain} asks others to refuse mail like this: it did not pass its checks. The sender is most likely somebody else.")
    unproven = Say("{domain} 没有公布任何验证方式，无法确认发件人，请先通过别的途径核实。",
                   "{domain} publishes nothing its mail could be known by, so nobody can tell who wrote it. Check in another way first.")
    undecided = Say("{domain} 的验证记录暂时查不到，发件人还没有确认。", "The records of {domain} could not be read, so the sender is not confirmed.")
    no_author = Say("邮件没有写明唯一的发件人。", "The mail does not name one sender.")
    imitates = Say("发件人看起来像 {name}，但地址不是它的。请当作冒充处理。", "The sender looks like {name}, and the address is not theirs. Treat it as an imitation.")


def sentence(proof: Proof) -> dict[str, str]:
    """By language, ``zh`` and ``en``."""
    return {lang: getattr(Why(lang), proof.why).format(domain=proof.author) for lang in ("zh", "en")}


def warning(proof: Proof) -> dict[str, str] | None:
    """The banner against somebody who looks like us or like another exchange; None when nobody does."""
    if not proof.imitates:
        return None
    return {lang: Why(lang).imitates.format(name=proof.imitates) for lang in ("zh", "en")}
