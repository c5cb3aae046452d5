"""A page of the exchange that is not the widget: it uses the SDK alone, or a form on it."""

from typing import Any
from uuid import uuid4

from playwright.async_api import Page, expect

from farol.app.demo.cast import MEI
from tests.journeys.ears import Ears
from tests.journeys.stage import Stage
from tests.journeys.test_accessibility import violations

BEGIN = """async ([farol, id]) => {
  const { createFarol, FarolError } = await import(farol + "/sdk.js");
  const heard = window.heard = [], links = window.links = [];
  const sdk = window.sdk = createFarol({
    base: farol, person: "journey", language: "en", log: true,
    identity: async () => (await (await fetch("/farol-identity")).json()).identity,
  });
  window.FarolError = FarolError;
  sdk.on("message", ({ message }) => { if (message.author.kind === "staff") heard.push(message.body); });
  sdk.on("link", ({ state }) => links.push(state));
  await sdk.connect();
  const sent = await sdk.open({ body: "My API key answers 401 since this morning", id });
  window.ticket = sent.ticket;
  return [sent.opened.number, sent.outcome];
}"""
CUT = """() => {
  window.sockets ??= [];
  const Real = window.WebSocket;
  window.WebSocket = class extends Real { constructor(...given) { super(...given); window.sockets.push(this); } };
}"""


async def test_a_page_of_the_exchange_uses_the_sdk_alone(stage: Stage) -> None:
    ana = await stage.agent()
    page, ears = await _bare(stage)
    client_id = str(uuid4())
    number, outcome = await page.evaluate(BEGIN, [stage.farol, client_id])
    assert number.startswith("FRL-")
    assert outcome == "new"
    await page.wait_for_function("() => links.includes('live')")
    assert all("identity" not in url.partition("?")[2] and "token=" not in url for url in ears.asked)

    # Sent again after a crash of the page's own: one ticket, and the same one.
    again = await page.evaluate("async (id) => (await sdk.open({ body: 'My API key answers 401 since this morning', id })).opened.number", client_id)
    assert again == number

    await ana.open("My API key answers 401")
    await ana.say("Which address does it call from?")
    await page.wait_for_function("() => heard.length === 1 && sdk.unread() >= 1")

    # The socket is cut while the network is gone; what was said meanwhile is there once, in order, and what was written goes out once.
    await page.context.set_offline(True)
    await page.evaluate("() => { for (const one of sockets) one.close(); window.kept = sdk.send(ticket, { body: 'From 203.0.113.7', id: crypto.randomUUID() }); }")
    for words in ("And since when exactly?", "I look at it meanwhile."):
        await ana.say(words)
        await ana.conversation()  # the time to undo is over
    assert await page.evaluate("() => sdk.waiting().length") == 1
    await page.context.set_offline(False)
    assert await page.evaluate("async () => (await kept).outcome") == "new"
    await page.wait_for_function("() => heard.length === 3")
    assert await page.evaluate("() => heard") == ["Which address does it call from?", "And since when exactly?", "I look at it meanwhile."]
    await ana.hears("From 203.0.113.7")

    # Files with progress, what is unread, what is refused.
    shares = await page.evaluate("""async () => {
      const shares = [], file = await sdk.upload(new File(["time,code\\n1,401\\n"], "calls.csv", { type: "text/csv" }), { progress: (share) => shares.push(share) });
      await sdk.send(ticket, { body: "The calls", files: [file.id] });
      const { messages, seq } = await sdk.read(ticket);
      await sdk.markRead(ticket, seq);
      return [shares.at(-1), messages.at(-1).files[0].name, sdk.unread()];
    }""")
    assert shares == [1, "calls.csv", 0]
    refused = await page.evaluate("() => sdk.read(987654321).catch((why) => [why instanceof FarolError, why.code, why.status, why.detail.length > 0])")
    assert refused == [True, "not_found", 404, True]

    # A report of the page's errors: shown first, sent only with a yes, without what lets somebody in.
    secret = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI4MyJ9.c2lnbmF0dXJlLW9mLWl0"
    text = await page.evaluate("""async (secret) => {
      dispatchEvent(new ErrorEvent("error", { message: "401 for Bearer " + secret, filename: "https://exchange.example/app.js?v=1", lineno: 7 }));
      window.report = await sdk.report({ app: "4.2.0" });
      return report.text;
    }""", secret)
    assert secret not in text
    assert "401 for Bearer [removed]" in text
    await page.evaluate("() => report.send(ticket, { consent: true, body: 'The report' })")
    await ana.hears("The report")
    await expect(ana.message("The report")).to_contain_text("report.json")
    await page.evaluate("() => sdk.signOut()")


async def test_a_form_on_the_exchanges_page_becomes_a_ticket(stage: Stage) -> None:
    ana = await stage.agent()
    page, _ = await _bare(stage, signed_in=False, locale="en-US", viewport={"width": 390, "height": 844})
    await page.evaluate("""async (farol) => {
      document.body.innerHTML = '<farol-form data-form="trd.api" data-lang="en"></farol-form>';
      addEventListener("farol-sent", (event) => { window.number = event.detail.number; });
      const script = document.createElement("script");
      script.src = farol + "/form.js";
      document.head.append(script);
    }""", stage.farol)
    form = page.locator("farol-form")
    await form.locator("#email").fill("omar@")
    await form.locator("#words").fill("Every order answers invalid signature")
    await form.locator("button[type=submit]").click()
    await expect(form.locator(".bad")).to_contain_text("e-mail")
    assert await violations(page, "farol-form") == []
    await form.locator("#email").fill("omar.haddad@example.net")
    await form.locator("button[type=submit]").click()
    await expect(form.locator("h2")).to_contain_text("FRL-")
    assert (await page.evaluate("() => window.number")).startswith("FRL-")
    assert await page.evaluate("() => [document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    await ana.open("Every order answers invalid signature")


async def test_the_conversation_in_a_web_view_asks_the_app_who_is_here(stage: Stage) -> None:
    """The app around the page is played by the test: it answers by message, and no token ever stands in an address."""
    customer = await stage.customer(MEI)
    page, ears = await stage.window(viewport={"width": 390, "height": 844})
    told: list[dict[str, object]] = []

    async def post(message: dict[str, object]) -> None:
        told.append(message)
        if message["type"] == "identity":
            fresh = await customer.page.evaluate("async () => (await (await fetch('/farol-identity')).json()).identity")
            await page.evaluate("(said) => farolApp.receive(said)", {"type": "identity", "id": message["id"], "token": fresh})

    await page.expose_function("native", post)
    await page.add_init_script("window.webkit = { messageHandlers: { farolHost: { postMessage: (said) => { native(said); } } } };")
    await page.goto(f"{stage.farol}/app/chat?lang=en")
    panel = page.locator("farol-widget").get_by_role("dialog")
    await panel.locator("textarea").wait_for()
    box = await panel.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    await expect(page.locator("farol-widget button.pill")).to_be_hidden()
    await panel.locator("textarea").fill("Hello from the app")
    await panel.locator("textarea").press("Enter")
    await expect(panel.locator(".standing .number")).to_contain_text("FRL-")
    await page.evaluate("() => farolApp.receive({ type: 'back' })")
    await expect(panel.locator("button.item").first).to_be_visible()
    assert "close" not in [said["type"] for said in told]
    await panel.locator("a.sos").click()
    await page.evaluate("() => farolApp.receive('{\"type\": \"back\"}')")
    await page.wait_for_function("() => true")
    kinds = [said["type"] for said in told]
    assert kinds[-1] == "close"
    assert {"ready", "identity", "unread", "open"} <= set(kinds)
    assert next(said for said in told if said["type"] == "open")["url"] == f"{stage.farol}/stolen"
    assert len(page.context.pages) == 1, "nothing opened inside"
    assert all("eyJ" not in url for url in ears.asked)


async def _bare(stage: Stage, *, signed_in: bool = True, **options: Any) -> tuple[Page, Ears]:
    """A page of the exchange without the widget, under the policy that all its pages have."""
    page, ears = await stage.window(**options)
    await page.goto(stage.exchange)
    if signed_in:
        await page.locator("form", has=page.locator(f"input[value='{MEI.uid}']")).get_by_role("button").click()
        await page.locator("h1.who").wait_for()
    await page.add_init_script(f"({CUT})()")
    await page.goto(f"{stage.exchange}/nothing-here")
    await page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    return page, ears
