"""Every verb about staff: accounts, signing in, sessions, passkeys."""

from .accounts import change_role, create_staff, disable, set_password, set_totp
from .entry import demo_roles, sign_in, sign_in_demo
from .passkey import add_passkey, challenge, drop_passkey, passkeys, sign_in_with_passkey
from .session import (
    COOKIE,
    acting,
    authenticate,
    begin_session,
    end_others,
    end_session,
    of_session,
    sessions,
)

__all__ = [
    "COOKIE", "acting", "add_passkey", "authenticate", "begin_session", "challenge", "change_role", "create_staff", "demo_roles",
    "disable", "drop_passkey", "end_others", "end_session", "of_session", "passkeys", "sessions", "set_password", "set_totp",
    "sign_in", "sign_in_demo", "sign_in_with_passkey",
]
