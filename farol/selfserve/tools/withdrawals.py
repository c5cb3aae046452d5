"""``/my/withdrawals``: the list, one withdrawal, and its cancellation."""

from urllib.parse import quote

from farol.core.customers.model import Customer
from farol.core.exchange import CoreLink, ExchangeDown
from farol.core.exchange.model import Withdrawal
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import Problem
from farol.kit.ratelimit import limit
from farol.kit.web import Page, Response, get, post, redirect
from farol.kit.web.credentials import read as credentials
from farol.selfserve.portal.entrance import AnyRequest
from farol.selfserve.portal.replying import form_id
from farol.selfserve.portal.view import Reader
from farol.trust.identity.actions import level_of
from farol.trust.identity.model import Level
from farol.trust.identity.problems import IdentityTooLow
from farol.trust.proposals import actions as proposals
from farol.trust.proposals import store as proposal_store
from farol.trust.proposals.nouns import Asked, Proposal

from . import store
from .asking import Answer, ask, why
from .certificate import facts
from .certificate_view import panel
from .certificate_words import Words as CertificateWords
from .frame import came, page
from .withdrawing import LOOK_BACK, outcome, row, whole
from .words import Words

HOME = "/my/withdrawals"
CANCEL = "withdrawal.cancel"


@get("/my/withdrawals", can=Can.ANYONE)
async def home(kit: Kit, actor: Actor, request: AnyRequest, lang: str = "") -> Page | Response[None]:
    who = await came(kit, actor, request, HOME, lang)
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    answer = await _read(kit, actor, customer)
    rows = [row(one, reader) for one in answer.value or []]
    return Page("tools/withdrawals.html", {**page(kit, reader, customer, HOME, answer.state), "rows": rows})


@get("/my/withdrawals/{withdrawal_id:str}", can=Can.ANYONE)
async def one(kit: Kit, actor: Actor, request: AnyRequest, withdrawal_id: str, lang: str = "", asked: int = 0) -> Page | Response[None]:
    who = await came(kit, actor, request, path_of(withdrawal_id), lang)
    return await show(kit, actor, *who, withdrawal_id, asked=asked) if isinstance(who, tuple) else who


@post("/my/withdrawals/{withdrawal_id:str}/cancellation", can=Can.OWN_TICKETS)
async def cancel(kit: Kit, actor: Actor, request: AnyRequest, withdrawal_id: str) -> Page | Response[None]:
    """Asks the exchange to cancel it. Only one's own: the exchange looks for it in the customer's account alone."""
    limit("withdrawal_cancel", actor.ref, rate_per_s=0.2, burst=10)
    who = await came(kit, actor, request, HOME, "")
    if not isinstance(who, tuple):
        return who
    reader, customer = who
    form = await request.form()
    wanted = Asked(CANCEL, customer.uid or "", {"withdrawal_id": withdrawal_id}, "customer_request", client_id=form_id(form.get("form_id")))
    try:
        made = await proposals.propose(kit, actor, wanted, ip=credentials(request.scope).ip)
    except Problem as problem:
        return await show(kit, actor, reader, customer, withdrawal_id, problem=problem)
    return redirect(f"{path_of(withdrawal_id)}?asked={made.id}")


async def show(
    kit: Kit, actor: Actor, reader: Reader, customer: Customer, withdrawal_id: str, *, asked: int = 0, problem: Problem | None = None,
) -> Page:  # fmt: skip
    """The page of one. asked: the request to cancel it that was just made; problem: why the last press did nothing."""
    answer, words = await _read(kit, actor, customer), Words(reader.lang)
    found = next((item for item in answer.value or [] if item.withdrawal_id == withdrawal_id), None)
    values = page(kit, reader, customer, path_of(withdrawal_id), answer.state)
    if found is None:
        return Page("tools/nothing.html", values, status=404 if answer.state == "ok" else 200)
    made = await _cancellation(kit, actor, asked, found)
    offers = found.cancellable and await kit.get(CoreLink).expects(CANCEL)
    level = await level_of(kit, kit.db, actor.id, None) if offers else Level.ANONYMOUS
    certified = await store.last(kit.db, customer.id, withdrawal_id) if facts(found) else None
    bad = "" if problem is None else words.wd_prove if isinstance(problem, IdentityTooLow) else problem.text(reader.lang)
    if isinstance(problem, ExchangeDown):
        bad = words.to_down
    return Page("tools/withdrawal.html", {
        **values, **whole(found, reader), "w": CertificateWords(reader.lang), "certificate": panel(certified, reader) if facts(found) else None, "offers": offers, "proven": level >= Level.STEP_UP, "bad": bad, "form_id": form_id(""),
        "did": outcome(made, reader) if made else "", "waits": made is not None and made.settled_at is None,
    }, status=problem.status if problem else 200)  # fmt: skip


async def _cancellation(kit: Kit, actor: Actor, asked: int, found: Withdrawal) -> Proposal | None:
    """The customer's own request to cancel this withdrawal; of anything else nothing is told."""
    made = await proposal_store.proposal(kit.db, asked) if 0 < asked < 2**53 else None
    own = made and (made.type, made.by_kind, made.by_id, made.params.get("withdrawal_id")) == (CANCEL, "customer", actor.id, found.withdrawal_id)
    return made if own else None


async def _read(kit: Kit, actor: Actor, customer: Customer) -> Answer[list[Withdrawal]]:
    if not customer.uid:
        return Answer("ok", [])
    return await ask(kit.get(CoreLink).withdrawals(why(actor, "customer.withdrawals"), customer.uid, clock.now() - LOOK_BACK))


def path_of(withdrawal_id: str) -> str:
    """The address of its page."""
    return f"{HOME}/{quote(withdrawal_id[:64], safe='')}"


routes = [home, one, cancel]
