"""A customer calls from the widget and an agent answers: directly, and through a TURN server alone. Both hear a real sound."""

import os
import re
from collections.abc import AsyncIterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from farol.app.demo.cast import MEI, ROSA
from tests.journeys.conftest import CHROMIUM, TURN_SECRET, Demo
from tests.journeys.stage import Stage
from tests.stand_ins.turn import coturn

FAKE = [
    *CHROMIUM, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--allow-loopback-in-peer-connection",
    "--disable-features=WebRtcHideLocalIpsWithMdns", "--autoplay-policy=no-user-gesture-required",
]
"""The fake microphone beeps once a second."""
RELAY_ONLY = """
const Real = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Real {
  constructor(config) { super({...config, iceTransportPolicy: "relay"}); }
};"""
WATCH = """
const Watched = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Watched {
  constructor(config) { super(config); window.calls = [...(window.calls ?? []), this]; }
};"""
HEARD = """async () => {
  const report = await window.calls.at(-1).getStats();
  for (const one of report.values())
    if (one.type === "inbound-rtp" && one.kind === "audio") return one.totalAudioEnergy > 0 && one.packetsReceived > 20;
  return false;
}"""
KIND = """async () => {
  const report = await window.calls.at(-1).getStats();
  const all = [...report.values()];
  const pair = all.find((one) => one.type === "candidate-pair" && one.nominated && one.state === "succeeded");
  return all.find((one) => one.id === pair?.localCandidateId)?.candidateType;
}"""


@pytest.fixture
async def talking(demo: Demo) -> AsyncIterator[Stage]:
    """A stage whose browsers have a microphone, a camera and a screen."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=FAKE)
        stage = Stage(chromium, demo.address)
        yield stage
        await stage.close()
        await chromium.close()
        assert stage.complaints == []


async def hears(page: Page) -> None:
    """Sound arrives at this browser."""
    await page.wait_for_function(HEARD)


@pytest.mark.parametrize("way", ["direct", "relay"])
async def test_they_hear_each_other(talking: Stage, demo: Demo, tmp_path: Path, way: str) -> None:
    turn = coturn(demo.turn_port, TURN_SECRET, tmp_path) if way == "relay" else nullcontext()
    with turn:
        await _call(talking, way)


async def _call(stage: Stage, way: str) -> None:
    await stage.free_desk()
    who, words = (MEI, "想和客服通话") if way == "direct" else (ROSA, "I would like to talk to somebody")
    ana = await stage.agent()
    await ana.call("PUT", "/me/state", {"state": "available"})
    customer = await stage.customer(who, locale="zh-CN" if way == "direct" else "en-GB")
    for page in (ana.page, customer.page):
        for script in (WATCH, *([RELAY_ONLY] if way == "relay" else [])):
            await page.context.add_init_script(script)
        await page.reload()
    await customer.ask(words)

    # The customer asks; whoever has the ticket open takes it.
    await customer.panel.get_by_role("button", name=re.compile("^(语音通话|Call)$")).click()
    await ana.open(words)
    bar = ana.page.locator(".talk .bar", has_text=re.compile("通话|call"))
    await ana.page.get_by_role("button", name=re.compile("^(接听|Take the call)$")).click()
    await expect(customer.panel.locator(".speaking [role=timer]")).to_be_visible()
    await hears(customer.page)
    await hears(ana.page)
    for page in (customer.page, ana.page):
        assert await page.evaluate(KIND) == ("host" if way == "direct" else "relay"), way

    # Nothing is recorded before the customer agrees; then both see that it is.
    await expect(ana.page.locator(".call-bar .tape")).to_have_count(0)
    await customer.panel.get_by_role("button", name=re.compile("^(同意录音|Yes, record it)$")).click()
    await expect(ana.page.locator(".call-bar .tape")).to_be_visible()
    await expect(customer.panel.locator(".speaking .dot")).to_be_visible()

    if shots := os.environ.get("SHOTS"):
        for name, page in (("c", customer.page), ("a", ana.page)):
            await page.screenshot(path=f"{shots}/call-{way}-{name}.png")
    # A screen is shown without another negotiation.
    await customer.panel.get_by_role("button", name=re.compile("^(共享屏幕|Show my screen)$")).click()
    await expect(ana.page.locator(".call-bar .shown")).to_be_visible()
    await ana.page.wait_for_function("() => document.querySelector('.call-bar video').videoWidth > 0")

    # Either hangs up; the ticket says how long it was, and holds the recording for staff alone.
    await ana.page.locator(".call-bar").get_by_role("button", name=re.compile("^(挂断|Hang up)$")).click()
    await expect(customer.panel.locator(".speaking")).to_have_count(0)
    ended = re.compile(r"(通话结束，时长|The call is over. It took) \d+:\d\d")
    await expect(customer.panel.locator(".system").filter(has_text=ended)).to_have_count(1)
    await expect(ana.page.locator(".msg.note audio")).to_have_count(1)
    assert await customer.panel.locator(".file").count() == 0
    assert await bar.count() == 0


async def test_a_spoken_message(talking: Stage) -> None:
    await talking.free_desk()
    customer = await talking.customer(MEI)
    number = await customer.ask("用语音说明")
    await customer.panel.get_by_role("button", name="语音留言").click()
    await expect(customer.panel.locator(".recording .num")).to_have_text(re.compile("0:0[2-9]"))
    await customer.panel.locator(".recording").get_by_role("button", name="发送").click()
    ana = await talking.agent()
    await ana.find(number)
    sound = ana.page.locator("#log .msg audio")
    await expect(sound).to_have_count(1)
    await sound.evaluate("(audio) => new Promise((done, fail) => { audio.onloadedmetadata = done; audio.onerror = fail; audio.load(); audio.preload = 'metadata'; })")
