"""Every verb of the recovery desk."""

from .agreeing import agree, agreed, take_back
from .asking import Sent, ask, look
from .checking import check, refuse
from .following import follow
from .pricing import price_again, price_waiting
from .ruling import set_rules
from .showing import show

__all__ = [
    "Sent", "agree", "agreed", "ask", "check", "follow", "look", "price_again", "price_waiting", "refuse", "set_rules", "show", "take_back",
]
