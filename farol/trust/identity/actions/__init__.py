"""Every verb about who somebody is, and what others ask before they act: ``level_of`` and ``require``."""

from .answering import answer, under_way
from .asking import ask, began, link
from .beginning import Origin, begin, begin_by_contact, offered
from .codes import deny_codes, make_pair, my_codes, type_code
from .reviewing import decide_review, open_review
from .revoking import revoke_account, revoke_ticket
from .standing import level_of, require, standing
from .vouching import bring, by_mail_link, proven_by

__all__ = [
    "Origin", "answer", "ask", "began", "begin", "begin_by_contact", "bring", "by_mail_link", "decide_review", "deny_codes", "level_of", "link",
    "make_pair", "my_codes", "offered", "open_review", "proven_by", "require", "revoke_account", "revoke_ticket", "standing", "type_code", "under_way",
]
