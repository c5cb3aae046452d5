"""What is looked at by itself. The jobs of an action stand beside its verbs, which queue them."""

from farol.kit.core import Kit
from farol.kit.jobs import every_s

from . import actions


@every_s(10, "proposals.run_out")
async def run_out(kit: Kit) -> None:
    """Ends what nobody approved in time, and goes on with what waited for the customer's proof."""
    await actions.run_out(kit)
