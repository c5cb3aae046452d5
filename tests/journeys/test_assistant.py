"""The assistant from a customer's seat, in four languages: it quotes with the source, answers with their own data, hands over and is silent."""

import re
from collections.abc import AsyncIterator

import httpx2
import msgspec
import pytest
from playwright.async_api import Locator, Page, Request, expect

from farol.app.demo.cast import IVAN, MEI, CastCustomer
from tests.journeys.agent import Agent
from tests.journeys.conftest import Demo
from tests.journeys.customer import Customer
from tests.journeys.stage import Stage

SEED = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


class Spoken(msgspec.Struct, frozen=True):
    """What a customer says and sees in one language. choice: the article among three; passage: some of its words; heading: of its page."""

    code: str
    name: str
    who: CastCustomer
    complain: str
    choice: str
    heading: str
    passage: str
    version: str
    deposit: str
    confirms: str
    on: str
    person: str
    waits: str
    robbed: str
    seed: str
    removed: str
    phone: bool = False


EN_CHOICE, EN_PASSAGE, EN_CONFIRMS, EN_ON = "How to complain, and how long it takes", "A complaint does not touch your account.", "of 12 confirmations", "Next step"
ZH = Spoken(
    "zh", "简体中文", MEI, "怎么提交投诉", "如何投诉及处理时限", "如何投诉及处理时限", "投诉不影响您的账户", "第 1 版", "我充的 4,000 USDT 还没到账，链上早就成功了", "/12 确认", "下一步",
    "人工", "等客服回复", "我的账号被盗了，有人正在提我的币", "钱包打不开了，助记词是 {seed}", "请马上把币转到新钱包")
EN = Spoken(
    "en", "English", MEI, "How do I make a complaint?", EN_CHOICE, EN_CHOICE, EN_PASSAGE, "version 1", "My 4,000 USDT deposit has not arrived", EN_CONFIRMS, EN_ON,
    "human", "Waiting for our reply", "My account was hacked, somebody is withdrawing my coins", "My wallet does not open, the seed phrase is {seed}", "Move your coins to a new wallet now")
RU = Spoken(
    "ru", "Русский", IVAN, "Как подать жалобу?", EN_CHOICE, EN_CHOICE, EN_PASSAGE, "версия 1", "Мой депозит USDT не пришёл", EN_CONFIRMS, EN_ON,
    "оператор", "Ждёт нашего ответа", "Мой аккаунт взломали, кто-то выводит деньги", "Кошелёк не открывается, моя сид-фраза: {seed}", "переведите монеты на новый кошелёк")
AR = Spoken(
    "ar", "العربية", MEI, "كيف أقدم شكوى؟", EN_CHOICE, EN_CHOICE, EN_PASSAGE, "الإصدار 1", "لم يصل إيداعي 4,000 USDT", EN_CONFIRMS, EN_ON,
    "موظف", "بانتظار ردنا", "سُرق حسابي وأحدهم يسحب أموالي الآن", "لا تفتح محفظتي، عبارة الاسترداد: {seed}", "انقل عملاتك الآن إلى محفظة جديدة", phone=True)


@pytest.fixture
async def otto(demo: Demo) -> AsyncIterator[list[Request]]:
    """The assistant is on for as long as a journey of it. Languages that were chosen meanwhile are taken back."""
    demo.assistant(on=True)
    choices = list[Request]()
    yield choices
    demo.assistant(on=False)
    async with httpx2.AsyncClient(timeout=20, trust_env=False) as client:
        for choice in choices:
            headers = {name: value for name, value in choice.headers.items() if name in ("authorization", "origin")}
            (await client.put(choice.url, headers=headers, json={"language": ""})).raise_for_status()


async def speak(customer: Customer, spoken: Spoken, choices: list[Request]) -> None:
    """Opens the widget and chooses the language there."""
    await customer.open()
    await customer.panel.locator("header button[aria-expanded]").click()
    async with customer.page.expect_request(lambda one: one.method == "PUT" and one.url.endswith("/api/customer/language")) as choosing:
        await customer.panel.locator(".tongues").get_by_role("button", name=spoken.name).click()
    choices.append(await choosing.value)
    await expect(customer.panel.locator(".tongues")).to_have_count(0)


def answers(customer: Customer) -> Locator:
    """What the assistant said."""
    return customer.panel.locator(".said.assistant")


async def asks(customer: Customer, words: str, *, press: str = "") -> Locator:
    """Writes, or presses the button with that label, and waits for the answer, drawn."""
    before = await answers(customer).count()
    if press:
        await answers(customer).last.get_by_role("button", name=press).click()
    else:
        await customer.say(words)
    await expect(answers(customer)).to_have_count(before + 1)
    newest = answers(customer).nth(before)
    await expect(newest.locator(".drawn")).to_have_count(1)
    return newest


async def opens(customer: Customer, link: Locator) -> Page:
    """The page a link of the panel opens beside it."""
    async with customer.page.context.expect_page() as opened:
        await link.click()
    page = await opened.value
    await page.wait_for_load_state()
    return page


@pytest.mark.parametrize("spoken", [ZH, EN, RU, AR], ids=lambda spoken: spoken.code)
async def test_asked_quoted_shown_their_own_and_handed_over(stage: Stage, otto: list[Request], spoken: Spoken) -> None:
    customer = await stage.customer(spoken.who, viewport=PHONE if spoken.phone else DESK)
    await speak(customer, spoken, otto)
    if spoken.code == "ar":
        await expect(customer.panel).to_have_css("direction", "rtl")

    # Three articles could be the answer: one is chosen and quoted word for word, with where it stands.
    choices = await asks(customer, spoken.complain)
    await expect(choices.locator(".choices .btn").first).to_be_visible()
    quoted = await asks(customer, "", press=spoken.choice)
    await expect(quoted.locator(".words")).to_contain_text(spoken.passage)
    source = quoted.locator(".sources li")
    await expect(source).to_contain_text(spoken.version)
    await expect(source).to_contain_text(re.compile(r"\d"))
    article = await opens(customer, source.get_by_role("link"))
    await expect(article.get_by_role("heading", level=1)).to_have_text(spoken.heading)
    await expect(article.get_by_text(spoken.passage)).to_be_visible()
    await article.close()
    await expect(choices.get_by_role("button")).to_have_count(0)

    # Where the deposit is: what the exchange says now, step by step, on the buttons.
    step = await asks(customer, spoken.deposit)
    await expect(step.locator(".words")).to_contain_text("4,000 USDT")
    await expect(step.locator(".words")).to_contain_text(spoken.confirms)
    await expect(step.locator(".place")).to_contain_text("1")
    step = await asks(customer, "", press=spoken.on)
    await expect(step.locator(".place")).to_contain_text("2")

    # One word, and a person has it; nothing more of the assistant, whatever is written.
    handed = await asks(customer, spoken.person)
    await expect(handed.get_by_role("button")).to_have_count(0)
    await expect(customer.status).to_have_text(spoken.waits)
    await expect(customer.panel.locator(".wait b")).to_be_visible()
    await goes_on(stage, customer, await customer.number.inner_text(), spoken)


async def goes_on(stage: Stage, customer: Customer, number: str, spoken: Spoken) -> None:
    """An agent finds the note, asks why it said what it said, and answers. The assistant keeps out."""
    ana = await stage.agent()
    await ana.find(number)
    note = ana.page.locator(".msg.note").first
    await expect(note).to_contain_text("客户要求人工")
    await expect(note).to_contain_text(spoken.heading)
    await why(ana)
    before = await answers(customer).count()
    await customer.say(spoken.deposit)
    await expect(ana.message(spoken.deposit)).to_have_count(2)
    await ana.say("我来接着看，还在等确认。")
    await customer.hears("我来接着看，还在等确认。")
    await expect(answers(customer)).to_have_count(before)


async def why(ana: Agent) -> None:
    """The stages that led to the assistant's words."""
    await ana.page.locator(".msg:not(.note)").get_by_role("button", name="它为什么这样说").last.click()
    dialog = ana.page.get_by_role("dialog")
    await expect(dialog.locator("li.stage").nth(3)).to_be_visible()
    await expect(dialog.locator("li.stage", has_text="要找真人").first).to_be_visible()
    await ana.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


@pytest.mark.parametrize("spoken", [ZH, EN, RU, AR], ids=lambda spoken: spoken.code)
async def test_a_seed_phrase_and_a_theft_are_met_at_once(stage: Stage, otto: list[Request], spoken: Spoken) -> None:
    customer = await stage.customer(spoken.who, viewport=PHONE if spoken.phone else DESK)
    await speak(customer, spoken, otto)

    # The phrase is gone before anybody has it; what to do now is said at once, and quoted.
    quoted = await asks(customer, spoken.seed.format(seed=SEED))
    await expect(customer.notice).to_be_visible()
    await expect(customer.said.first).not_to_contain_text("abandon")
    assert SEED[:15] not in await customer.ears.told()
    await expect(customer.notice).to_have_count(1)
    await expect(customer.notice).to_contain_text(spoken.removed)
    await expect(customer.panel.locator("p.system")).to_have_count(0)
    await expect(quoted.locator(".words")).not_to_contain_text("abandon")

    # A robbed account: the address that freezes comes before everything else, and a person after it.
    await customer.panel.locator("header button").first.click()
    handed = await asks(customer, spoken.robbed)
    await expect(customer.status).to_have_text(spoken.waits)
    page = await opens(customer, handed.locator(".words a").first)
    await expect(page).to_have_url(re.compile(rf"^{re.escape(stage.farol)}/stolen"))
    await expect(page.locator("form button").first).to_be_visible()
