"""Who may be played out there: some of the cast, with a name at every platform, somebody without an account, and an impostor."""

import msgspec

from farol.app.demo import cast


class Person(msgspec.Struct, frozen=True):
    """number: their id at platforms that number people; phone: as dialled."""

    key: str
    name: str
    username: str
    number: int
    phone: str
    language: str


def _known(who: cast.CastCustomer, number: int) -> Person:
    return Person(who.key, who.name, who.email.partition("@")[0].replace(".", "_"), number, who.phone, who.language)


PEOPLE = (
    _known(cast.MEI, 5_207_781_770),
    _known(cast.IVAN, 5_839_200_410),
    _known(cast.ROSA, 5_552_109_340),
    Person("noor", "Noor", "noor_writes", 5_400_100_200, "+447400654321", "en"),
    Person("fake", "Demo Exchange Support", "demo_exchange_help", 5_666_000_111, "+447400999888", "en"),
)
BY_KEY = {person.key: person for person in PEOPLE}
BY_NUMBER = {person.number: person for person in PEOPLE}
