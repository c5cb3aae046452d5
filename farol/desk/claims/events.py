"""What happens to claims, on the ticket's stream; to a window and its batches, on ``claims:ID``."""

from farol.kit.events import Event


class ClaimWindowOpened(Event, kind="claim_window.opened", frozen=True):
    """Claims may be made for an incident."""

    window_id: int
    incident_id: int


class ClaimSheetPublished(Event, kind="claim_sheet.published", frozen=True):
    """How losses are worked out from here on."""

    window_id: int
    version: int


class ClaimMade(Event, kind="claim.made", frozen=True):
    """A customer asked for what an incident cost them; one for an account and incident."""

    claim_id: int
    window_id: int


class ClaimAssessed(Event, kind="claim.assessed", frozen=True):
    """Worked out from the logs. amount: decimal text."""

    claim_id: int
    version: int
    amount: str


class ClaimLineLeftOut(Event, kind="claim.line_left_out", frozen=True):
    """A line is left out by an exclusion of the sheet, or taken in again (None)."""

    claim_id: int
    line: str
    exclusion: int | None


class ClaimBatchMade(Event, kind="claim_batch.made", frozen=True):
    """Claims put before a second person together. n: claims; sum: decimal text, in the coin of the sheet."""

    batch_id: int
    n: int
    sum: str


class ClaimBatchDecided(Event, kind="claim_batch.decided", frozen=True):
    """The second person decided. outcome: agreed or refused."""

    batch_id: int
    outcome: str


class ClaimDecided(Event, kind="claim.decided", frozen=True):
    """outcome: paid, partly or refused."""

    claim_id: int
    outcome: str
    amount: str


class ClaimPaid(Event, kind="claim.paid", frozen=True):
    """The exchange did it. appeal: what an appeal brought."""

    claim_id: int
    proposal_id: int
    appeal: bool


class ClaimAppealed(Event, kind="claim.appealed", frozen=True):
    """The customer asked for another look, within the time the letter names."""

    claim_id: int


class ClaimAppealDecided(Event, kind="claim.appeal_decided", frozen=True):
    """Somebody who had no part in the claim decided. outcome: granted or upheld (the first answer stands); extra: decimal text on top of what was paid."""

    claim_id: int
    outcome: str
    extra: str
