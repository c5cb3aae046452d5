"""Steps of the account: it is attacked, its identity check is sent back or passes, and everything begins again."""

from datetime import timedelta

from .. import made
from ..answers import Refused
from ..api.people import kyc_of
from ..deeds.deed import Bench
from ..deeds.identity import LIMITED, change
from ..deeds.protecting import start_hold
from .coins import ask_for, stopped
from .step import Stage, step

GROUP = "account"
AFTER_PASSWORD = timedelta(hours=24)


@step("account.attack", GROUP, "账户被人攻击", "Somebody attacks the account")
def attack(stage: Stage) -> None:
    """A sign-in on a new device, an API key, two withdrawals and a new password, with the limit that follows it. The
    mails about all of it carry the button that freezes. Where withdrawals are held the thief gets that far and no
    further; a frozen account lets nobody in."""
    world, uid = stage.world, stage.uid
    if world.status(uid) == "frozen":
        raise Refused("policy_denied", "nobody can sign in to a frozen account")
    name, now, place = world.name(uid), world.clock(), "NL"
    world.ledger.write("session", stage.new_id("SES"), uid, account=name, at=now, created_at=now, method="password_sms", result="ok",
                       device_label="Chrome on Linux", country=place, is_current=True)  # fmt: skip
    change(Bench(world, stage.post), uid, "new_device")
    stage.post.mail(uid, "new_device", device="Chrome on Linux", place=place)
    key = stage.new_id("API")
    world.ledger.write("api_key", key, uid, account=name, label="bot2", key_prefix="dx9Kq2", permissions=["read", "trade", "withdraw"],
                       ip_whitelist_count=0, created_at=now, last_used_at=now)  # fmt: skip
    stage.post.mail(uid, "api_key_created", label="bot2", rights="read, trade, withdraw")
    if not stopped(stage):
        ask_for(stage, "USDT", "310", made.tron("the thief's wallet"), "review", "auto")
        ask_for(stage, "BTC", "0.004", made.btc("the thief's wallet"))
    password(stage)


@step("account.password", GROUP, "改密码，24 小时禁提", "The password changes, 24 h without withdrawals")
def password(stage: Stage) -> None:
    """Nobody can lift the limit."""
    change(Bench(stage.world, stage.post), stage.uid, "password_change")
    start_hold(stage.world, stage.uid, stage.new_id("HOLD"), "security_change", LIMITED, "password_change", AFTER_PASSWORD)
    stage.post.mail(stage.uid, "password_change")


@step("kyc.retry", GROUP, "认证被退回重做", "Verification is sent back")
def retry(stage: Stage) -> None:
    """``code``: why, in the words of the identity provider."""
    codes = [stage.param("code", "UNSATISFACTORY_PHOTOS")]
    now = kyc_of(stage.world, stage.uid)
    left = max(0, (now.get("attempts_left") or 3) - 1)
    _kyc(stage, "kyc.retry", state="retry", reject_codes=codes, attempts_left=left, customer_message_key="kyc.retry")


@step("kyc.approve", GROUP, "认证通过", "Verification passes")
def approve(stage: Stage) -> None:
    """One level up."""
    level = str(min(3, int(kyc_of(stage.world, stage.uid)["level"]) + 1))
    _kyc(stage, "kyc.approved", state="approved", level=level, reject_codes=[])


def _kyc(stage: Stage, event: str, **fields: object) -> None:
    world, uid = stage.world, stage.uid
    world.ledger.write("account", world.name(uid), uid, kyc={**kyc_of(world, uid), **fields})
    world.ledger.write("kyc", world.name(uid), uid, event, dict(fields))


@step("account.start_over", GROUP, "这位客户从头再来", "This customer starts over")
def start_over(stage: Stage) -> None:
    """Everything is as on the first day, under new ids."""
    stage.world.tale.start_over(stage.uid, stage.world.clock())
