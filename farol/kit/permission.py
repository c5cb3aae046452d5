"""Who acts, and what they may do. Denied unless listed."""

from enum import StrEnum

import msgspec


class Can(StrEnum):
    """Every right there is, in alphabetical order. A route names exactly one."""

    ACTION_CHECK = "action.check"  # to approve or refuse what a colleague proposed, where one's role may
    ACTION_PROPOSE = "action.propose"  # to act on a customer's account: at once, or as a proposal
    ACTION_SEE = "action.see"  # what was proposed and done to a customer's account
    ANNOUNCEMENT_MANAGE = "announcement.manage"  # what everybody is told on the help pages
    ANYONE = "anyone"  # public: no session needed
    ARTICLE_PUBLISH = "article.publish"  # what readers see: publishing, topics, glossary, audiences
    ARTICLE_SEE = "article.see"  # every article with its drafts, also those for staff alone
    ARTICLE_WRITE = "article.write"  # drafts, for somebody else to publish
    BRIEF_SEE = "brief.see"  # own shift brief and hand-over
    BRIEF_WRITE = "brief.write"  # watch-outs for those on shift, and the duty log
    CALL_SEE = "call.see"  # the phone desk: who calls and waits, and the caller log of tickets one may see
    CALL_WORK = "call.work"  # to answer calls on one's own phone, hold, transfer, end, and type what a caller reads out
    CHANNEL_MANAGE = "channel.manage"  # connections: connect, change, price, remove
    CHANNEL_PAUSE = "channel.pause"  # to stop a connection, or all of them at once, and to let them run again
    CHANNEL_SEE = "channel.see"  # connections with their health, what they cost, and what could not be read
    CLAIM_DECIDE = "claim.decide"  # to be the second person of a batch of claims, and to answer appeals
    CLAIM_MANAGE = "claim.manage"  # to open claims for an incident, publish their sheet, make batches
    CLAIM_SEE = "claim.see"  # windows, sheets, and claims of tickets one may see
    CLAIM_WORK = "claim.work"  # to leave lines of a claim out by the sheet
    COMMUNITY_ANSWER = "community.answer"  # to reply in public, under the staff badge
    COMMUNITY_MANAGE = "community.manage"  # what becomes of ideas, categories, which links are allowed
    COMMUNITY_MODERATE = "community.moderate"  # to publish, hide, lock, move, and to silence for a time
    COMMUNITY_SEE = "community.see"  # topics as staff see them, and what waits for a decision
    CUSTOMER_BLOCK = "customer.block"  # to stop listening to a customer for a time, and to listen again
    CUSTOMER_SEE = "customer.see"  # a customer's masked panel and what the exchange knows
    EMERGENCY_MANAGE = "emergency.manage"  # who is rung in which order, and drills
    EMERGENCY_SEE = "emergency.see"  # emergencies of tickets one may see: clocks, steps, who was rung
    EMERGENCY_WORK = "emergency.work"  # to raise and take one, its sealed snapshot and its pack, and to end it
    ESCALATION_MANAGE = "escalation.manage"  # ladders, and every escalation
    ESCALATION_START = "escalation.start"  # to escalate, to raise a hand
    ESCALATION_WORK = "escalation.work"  # to be the owner of a step
    FIELD_MANAGE = "field.manage"  # custom fields, stages, and how long customers are waited for
    FIGURES_SEE = "figures.see"  # what the desk achieves, and the tickets behind it
    IDENTITY_ASK = "identity.ask"  # to ask a customer for proof of who they are, and to type what they read out
    IDENTITY_DECIDE = "identity.decide"  # to be the second person of an identity review
    IDENTITY_REVIEW = "identity.review"  # to put a case before a second person
    INBOX_SEE = "inbox.see"
    INCIDENT_MANAGE = "incident.manage"  # declare, describe, answer all, resolve
    INCIDENT_SEE = "incident.see"
    INCIDENT_WORK = "incident.work"  # to say that a ticket is a case of one, or is none
    LEARNING_MANAGE = "learning.manage"  # which model reads customers' words, and training anew
    LEARNING_SEE = "learning.see"  # what people corrected, and how models do
    MACRO_SHARE = "macro.share"  # macros for a team or for everybody
    MAIL_RAW = "mail.raw"  # the bytes of a mail as they came, with whatever secrets are in them
    MAIL_RELEASE = "mail.release"  # mail that was put aside: to see it, let it out, drop it
    OPINION_ANSWER = "opinion.answer"  # to write public words for a second person to let out, and to be that person
    OPINION_MANAGE = "opinion.manage"  # which feeds are asked, and whose posts are put aside
    OPINION_SEE = "opinion.see"  # what people say about us in public
    OWN_TICKETS = "own_tickets"  # a customer, for their own tickets only
    PARTNER_MANAGE = "partner.manage"  # keys of the exchange's own systems, and the webhooks they are told by
    PARTNER_READ = "partner.read"  # a system with a key: tickets and what was said in public
    PARTNER_WRITE = "partner.write"  # a system with a key: to bring tickets and words of customers
    QUEUE_MANAGE = "queue.manage"  # teams and skills
    QUEUE_SEE = "queue.see"  # who waits how long, who is where
    QUEUE_WORK = "queue.work"  # own state; to take tickets and give them back
    RECOVERY_RISK = "recovery.risk"  # to decide about wrong deposits that stand in somebody else's account
    RECOVERY_RULES = "recovery.rules"  # what can be recovered, at what price, with which evidence
    RECOVERY_SEE = "recovery.see"  # wrong deposits of tickets one may see, and the rules
    RECOVERY_WORK = "recovery.work"  # to check evidence, to propose and to refuse a recovery
    REPLY_ALLOW = "reply.allow"  # which numbers, addresses and hosts may stand in words to customers
    REPLY_RELEASE = "reply.release"  # to be the second person for words that lead elsewhere
    RULE_MANAGE = "rule.manage"  # rules, and what the desk says by itself
    SEARCH_TUNE = "search.tune"  # what means the same, which questions are offered, and what nothing answered
    SESSION_OWN = "session.own"  # any signed-in member of staff, for their own session and keys
    SLA_MANAGE = "sla.manage"  # calendars and policies of service levels, and their report
    SURGE_MANAGE = "surge.manage"  # surge mode, and how many conversations everybody carries
    SYSTEM_SEE = "system.see"  # dead letters, health in detail
    TAG_MANAGE = "tag.manage"  # a tag for all tickets: renamed, put together, retired
    THREAD_MAIL = "thread.mail"  # to write from a side thread to somebody outside, by mail
    THREAD_WORK = "thread.work"  # side threads; without a right to the ticket, those one was asked into
    TICKET_BULK = "ticket.bulk"  # several at once; each also needs the right that it needs alone
    TICKET_CHANGE = "ticket.change"  # status, owner, reason, severity
    TICKET_MERGE = "ticket.merge"  # join tickets of one customer, split one, and take both back
    TICKET_MERGE_MAILED = "ticket.merge_mailed"  # also with what came from the same person's proven mailbox
    TICKET_NOTE = "ticket.note"
    TICKET_REPLY = "ticket.reply"
    TICKET_SEE = "ticket.see"
    TICKET_SEE_ALL = "ticket.see_all"  # also those of teams that keep theirs to their members
    TICKET_TRANSFER = "ticket.transfer"  # to hand a ticket to somebody, and to accept one
    VIEW_SHARE = "view.share"  # saved lists for a team or for everybody
    WALL_SEE = "wall.see"  # the whole desk at a glance
    WHISPER = "whisper"  # a lead's words to an agent; to see raised hands


class Actor(msgspec.Struct, frozen=True):
    """Someone or something that acts.

    kind: ``staff``, ``customer``, ``partner``, ``system`` or ``anyone``. id: their row (0 for system and anyone).
    session: digest of the session token, for revocation while connected. alias: the name customers see.
    """

    kind: str
    id: int
    can: frozenset[Can]
    session: bytes = b""
    language: str = "en"
    name: str = ""
    alias: str = ""

    @property
    def ref(self) -> str:
        """How events name the actor, such as ``staff:3``."""
        return f"{self.kind}:{self.id}"

    def may(self, can: Can) -> bool:
        """Whether the actor holds the right. ``ANYONE`` is held by all."""
        return can is Can.ANYONE or can in self.can


ANYONE = Actor("anyone", 0, frozenset())
SYSTEM = Actor("system", 0, frozenset(Can))
