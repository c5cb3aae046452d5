"""The LMTP listener (RFC 2033): for a mail server of the operator's own in front, which gets an answer for each recipient."""

from aiosmtpd.lmtp import LMTP

from .recipients import ours
from .smtp_in import LOST, Door, Keeper, log


class LmtpDoor(Door, LMTP):
    """As the SMTP door, with LHLO, and one answer for each recipient after the mail."""

    async def answers(self) -> list[str]:
        """Each recipient's own: one may be kept while another is to be tried again."""
        assert self.envelope
        assert self.session
        if self.envelope.content is None:
            return ["552 5.3.4 Too much mail data"] * len(self.envelope.rcpt_tos)
        keeper: Keeper = self.event_handler
        said = []
        for to in self.envelope.rcpt_tos:
            try:
                found = await ours(keeper._kit, to)
                said.append(await keeper.keep(self.session, self.envelope, found) if found else "550 5.1.1 No such mailbox here")
            except Exception:
                log.exception("mail.recipient_unchecked")
                said.append(LOST)
        return said
