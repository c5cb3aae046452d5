"""What an operator's questions to the name system come back as."""

from farol.channels.email.proof.resolver import Names, Zone


async def test_hosts_come_by_preference_and_a_domain_may_say_that_it_takes_none() -> None:
    names = Names(Zone({"a.example": {"MX": ["20 second.example.", "5 first.example"], "TXT": ["v=spf1 mx -all"]}, "b.example": {"MX": ["0 "]}}))
    assert await names.hosts("a.example") == ["first.example", "second.example"]
    assert await names.hosts("b.example") == await names.hosts("c.example") == []
    assert await names.words("a.example") == ["v=spf1 mx -all"]
