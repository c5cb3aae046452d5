"""What the staff read in a ticket about mail that came beside it; in the two languages it is written in."""

from farol.kit.i18n import Say, Texts


class IntakeWords(Texts):
    """Lines above somebody's words, and notes."""

    reader = Say("{sender} 旁听这张工单，来信说（不是客户本人的话）：", "{sender} reads along in this ticket and writes (these are not the customer's words):")
    released = Say("{sender} 来信，由同事放行（不是客户本人的话）：", "{sender} wrote this mail, and a colleague let it in (these are not the customer's words):")
