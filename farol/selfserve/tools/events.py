"""What customers do with their tools, on the stream ``customer:ID``."""

from farol.kit.events import Event


class CertificateIssued(Event, kind="withdrawal_certificate.issued", frozen=True):
    """A completed withdrawal was certified. The code stands in no event: who has it sees amount and time."""

    withdrawal_id: str
