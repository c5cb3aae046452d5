"""What is looked at by itself. The jobs of a claim stand beside its verbs, which queue them."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(60, "claims.read_waiting")
async def read_waiting(kit: Kit) -> None:
    """Reads the logs of claims that were made while the exchange was down."""
    await actions.read_waiting(kit)


@every_s(300, "claims.pay_waiting")
async def pay_waiting(kit: Kit) -> None:
    """Goes on with payments that stand still."""
    await actions.pay_waiting(kit)
