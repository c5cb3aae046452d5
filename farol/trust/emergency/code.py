"""The code by which a customer knows that the person who comes is ours. It follows from our key and is kept nowhere."""

from farol.kit.core import Kit
from farol.kit.secretbox import sign

ALPHABET = "23456789ABCDEFGHJKMNPQRTUVWXYZ"
"""Nothing that sounds or looks like something else on a phone."""


def code(kit: Kit, emergency_id: int, staff_id: int) -> str:
    """``7K4 29P``: of this person in this case."""
    number = int(sign(kit.settings.secret_key, "emergency code", f"{emergency_id}:{staff_id}"), 16)
    letters = []
    for _ in range(6):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return f"{''.join(letters[:3])} {''.join(letters[3:])}"
