"""What happens to staff accounts. Stream: ``staff:ID``; failed tries on unknown addresses: ``staff:0``."""

from farol.kit.events import Event


class StaffCreated(Event, kind="staff.created", frozen=True):
    """Somebody can sign in from here on, once they have a password with a code, or a passkey."""

    role: str


class StaffChanged(Event, kind="staff.changed", frozen=True):
    """what: ``role``, ``password``, ``totp`` or ``disabled``; value: the new role, otherwise empty."""

    what: str
    value: str = ""


class StaffSignedIn(Event, kind="staff.signed_in", frozen=True):
    """A session began. method: ``password``, ``passkey``, ``demo`` or ``tool``. session: first digits of its id."""

    method: str
    session: str
    ip: str
    agent: str


class StaffSignInFailed(Event, kind="staff.sign_in_failed", frozen=True):
    """A try was wrong. method: ``password`` or ``passkey``. The address that was typed is not kept: it may be a password."""

    method: str
    ip: str
    agent: str


class StaffSessionEnded(Event, kind="staff.session_ended", frozen=True):
    """why: ``signed_out``, ``ended``, ``replaced``, ``password``, ``role``, ``disabled``. sessions: first digits of each."""

    why: str
    sessions: list[str]


class PasskeyAdded(Event, kind="staff.passkey_added", frozen=True):
    """label: as the owner calls the device."""

    label: str


class PasskeyRemoved(Event, kind="staff.passkey_removed", frozen=True):
    """label: as the owner called the device."""

    label: str
