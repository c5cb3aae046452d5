"""Meta's three kinds of account, registered."""

from farol.channels.connections import kinds
from farol.channels.messengers import adapter

from .model import INSTAGRAM, MESSENGER, WHATSAPP
from .page import Page, begin, end, tester
from .whatsapp import WhatsApp, probe

for _kind, _account in ((MESSENGER, "page_id"), (INSTAGRAM, "account_id")):
    kinds.register(_kind, tester(_account), begin=begin, end=end)
    adapter.register(Page(_kind, _account))
kinds.register(WHATSAPP, probe)
adapter.register(WhatsApp())
