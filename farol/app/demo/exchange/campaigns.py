"""What is worked out by rule: who gets a campaign's reward, and how a liquidation came about."""

from decimal import Decimal
from typing import Any

from .answers import Refused
from .api.people import kyc_of
from .cases.products import CAMPAIGN
from .scenarios import ACCOUNTS, PEOPLE
from .world import World

NEEDED_VOLUME = Decimal(50_000)
_VOLUME = {"VIP 1": "482000", "VIP 3": "9100000"}
CAMPAIGNS = (CAMPAIGN, "REFERRAL")


def eligibility(world: World, campaign: str, uid: str) -> dict[str, Any]:
    """Each rule with what was needed and what is. Why an abuser was left out is never told. Raises ``Refused``."""
    if campaign not in CAMPAIGNS:
        raise Refused("not_found")
    level = kyc_of(world, uid)["level"]
    volume = Decimal(ACCOUNTS[uid].tier_more.get("vol_30d") or _VOLUME.get(PEOPLE[uid].tier, "21500"))
    rules = [
        {"key": "kyc_level", "passed": level >= "2", "value": level, "required": "2"},
        {"key": "joined_before_start", "passed": True},
        {"key": "volume_usdt", "passed": volume >= NEEDED_VOLUME, "value": str(volume), "required": str(NEEDED_VOLUME)},
    ]  # fmt: skip
    eligible = all(rule["passed"] for rule in rules) and world.status(uid) == "active"
    return {"campaign_id": campaign, "eligible": eligible, "rules": rules, "disclosable": world.status(uid) == "active"}


def liquidation_lines(thing: dict[str, Any]) -> list[dict[str, str]]:
    """The arithmetic of an isolated long or short, as formula, numbers and result; prices in the quote coin."""
    if "entry_price" not in thing:
        return []
    entry, size, leverage = Decimal(thing["entry_price"]), Decimal(thing["size"]), Decimal(thing["leverage"])
    rate, way = Decimal(thing["maintenance_margin_rate"]), 1 if thing["side"] == "long" else -1
    share = 1 / leverage
    lines = [
        ("value", "entry_price * size", f"{entry} * {size}", entry * size),
        ("margin", "value / leverage", f"{entry * size} / {leverage}", entry * size * share),
        ("maintenance_margin", "value * maintenance_margin_rate", f"{entry * size} * {rate}", entry * size * rate),
        ("liquidation_price", f"entry_price * (1 {'-' if way > 0 else '+'} 1/leverage {'+' if way > 0 else '-'} maintenance_margin_rate)",
         f"{entry} * (1 {'-' if way > 0 else '+'} {share} {'+' if way > 0 else '-'} {rate})", entry * (1 - way * (share - rate))),
        ("bankruptcy_price", f"entry_price * (1 {'-' if way > 0 else '+'} 1/leverage)",
         f"{entry} * (1 {'-' if way > 0 else '+'} {share})", entry * (1 - way * share)),
    ]  # fmt: skip
    return [{"name": name, "formula": formula, "numbers": numbers, "result": f"{result.normalize():f}"} for name, formula, numbers, result in lines]
