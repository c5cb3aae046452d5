"""What the link to a form already says: which deposit or withdrawal it is about, or which transaction. Only what is checked is filled in."""

import re
from urllib.parse import urlencode

import msgspec

from .checks import Given, check
from .model import Answers, Form
from .reading import Seen, key_of

LONGEST_TXID = 200
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")


class Told(msgspec.Struct, frozen=True):
    """Each is empty where the link says nothing that could be one."""

    txid: str = ""
    deposit_id: str = ""
    withdrawal_id: str = ""

    @property
    def query(self) -> str:
        """The same for another link; with its leading ``&``."""
        given = {name: value for name, value in msgspec.structs.asdict(self).items() if value}
        return f"&{urlencode(given)}" if given else ""

    def about(self, form: Form) -> str:
        """How the form would name it; empty where it asks for nothing of this kind."""
        id_ = {"deposit": self.deposit_id, "withdrawal": self.withdrawal_id}.get(form.pick, "")
        return f"{form.pick}:{id_}" if id_ else ""


NOTHING = Told()


def told(txid: str, deposit_id: str, withdrawal_id: str) -> Told:
    """What a link says, as far as it can be right by its form."""
    plain = txid.strip() if len(txid) <= LONGEST_TXID and txid.isascii() and txid.isprintable() else ""
    deposit, withdrawal = (one if _ID.fullmatch(one) else "" for one in (deposit_id, withdrawal_id))
    return Told(plain, deposit, withdrawal)


def filled(form: Form, said: Told, seen: Seen, answers: Answers, given: Given) -> Answers:
    """The answers with what the link says. Only one's own is chosen, by its id or its transaction; of any other transaction the hash is
    filled in when it is one, and its network when it can be on no other."""
    about = said.about(form)
    if seen.chosen(about) is not None:
        return msgspec.structs.replace(answers, about=about)
    slot = form.slot("txid")
    found = check(slot, said.txid, given) if slot and said.txid else None
    if found is None or found.state == "wrong":
        return answers
    own = next((item for item in seen.items if item.txid and item.txid.lower() == found.value.lower()), None)
    if own:
        return msgspec.structs.replace(answers, about=key_of(own))
    slots = {**answers.slots, "txid": found.value}
    if len(found.networks) == 1 and form.slot("network") and not slots.get("network"):
        slots["network"] = found.networks[0]
    return msgspec.structs.replace(answers, slots=slots)
