"""What is found, as screens show it."""

from datetime import datetime

import msgspec

from farol.desk.inbox.model import InboxRow


class Snippet(msgspec.Struct, frozen=True):
    """Part of a text. marks: from where to where the words looked for stand in it, in characters."""

    text: str
    marks: list[tuple[int, int]]


class MessageHit(msgspec.Struct, frozen=True):
    """A message. author: empty when the reader may not know whose words they are."""

    ticket: int
    number: str
    subject: str
    status: str
    seq: int
    author_kind: str
    author: str
    internal: bool
    at: datetime
    snippet: Snippet


class CustomerHit(msgspec.Struct, frozen=True):
    """A customer, masked. known: signed in at the exchange once."""

    id: int
    name: str
    uid_masked: str
    email_masked: str
    phone_masked: str
    tier: str
    known: bool


class ArticleHit(msgspec.Struct, frozen=True):
    """An article of the help centre in the reader's language, where it has that. audience: who may read it, so that nobody sends
    a customer what is for staff alone."""

    slug: str
    language: str
    title: str
    snippet: Snippet
    audience: str = "public"


class Found(msgspec.Struct, frozen=True):
    """tickets_after, messages_after: what to ask for more of each with, None when that is all. wrong: filters not understood."""

    tickets: list[InboxRow]
    messages: list[MessageHit]
    customers: list[CustomerHit]
    articles: list[ArticleHit]
    tickets_after: str | None = None
    messages_after: str | None = None
    wrong: list[str] = []
