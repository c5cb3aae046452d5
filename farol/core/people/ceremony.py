"""The two passkey ceremonies (WebAuthn level 3), without I/O. Whatever does not verify is None."""

from typing import Any
from urllib.parse import urlsplit

import msgspec
import structlog
import webauthn
from webauthn.helpers import (
    base64url_to_bytes,
    options_to_json_dict,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

log = structlog.get_logger()


class Site(msgspec.Struct, frozen=True):
    """Whose keys these are. host: the relying party's id; browsers take a name here, not an IP address."""

    host: str
    origin: str
    brand: str


class NewKey(msgspec.Struct, frozen=True):
    """A verified registration."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


def site(public_url: str, brand: str) -> Site:
    """The site that people see in their address bar."""
    parts = urlsplit(public_url)
    return Site(parts.hostname or "", f"{parts.scheme}://{parts.netloc}", brand)


def handle(staff_id: int) -> bytes:
    """The user handle stored in the authenticator; it says nothing about the person."""
    return staff_id.to_bytes(8, "big")


def registration(at: Site, challenge: bytes, staff_id: int, email: str, name: str, known: list[bytes]) -> dict[str, Any]:
    """Options for ``navigator.credentials.create``: a discoverable key, user verification required."""
    return options_to_json_dict(webauthn.generate_registration_options(
        rp_id=at.host, rp_name=at.brand, user_id=handle(staff_id), user_name=email, user_display_name=name, challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=id_) for id_ in known],
    ))


def assertion(at: Site, challenge: bytes) -> dict[str, Any]:
    """Options for ``navigator.credentials.get``: any key of this site that the device holds."""
    return options_to_json_dict(webauthn.generate_authentication_options(
        rp_id=at.host, challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED))


def challenge_in(credential: dict[str, Any], *, new: bool) -> bytes | None:
    """The challenge that a credential answers, by its own word."""
    try:
        parse = parse_registration_credential_json if new else parse_authentication_credential_json
        return parse_client_data_json(parse(credential).response.client_data_json).challenge
    except Exception as error:
        _note(error)
        return None


def verify_new(at: Site, challenge: bytes, credential: dict[str, Any]) -> NewKey | None:
    """The key, if the answer is to this challenge, from this site, by a verified person."""
    try:
        done = webauthn.verify_registration_response(
            credential=credential, expected_challenge=challenge, expected_rp_id=at.host, expected_origin=at.origin,
            require_user_verification=True)
    except Exception as error:
        _note(error)
        return None
    return NewKey(done.credential_id, done.credential_public_key, done.sign_count)


def credential_id(credential: dict[str, Any]) -> bytes | None:
    """The id of the key that signed, by its own word."""
    try:
        return parse_authentication_credential_json(credential).raw_id
    except Exception as error:
        _note(error)
        return None


def verify_assertion(
    at: Site, challenge: bytes, credential: dict[str, Any], staff_id: int, public_key: bytes, sign_count: int
) -> int | None:
    """The new sign count, if this key signed this challenge for this site and names the same person.

    An authenticator that counts must have counted on: one that did not has been copied.
    """
    try:
        if parse_authentication_credential_json(credential).response.user_handle != handle(staff_id):
            return None
        return webauthn.verify_authentication_response(
            credential=credential, expected_challenge=challenge, expected_rp_id=at.host, expected_origin=at.origin,
            credential_public_key=public_key, credential_current_sign_count=sign_count, require_user_verification=True,
        ).new_sign_count
    except Exception as error:
        _note(error)
        return None


def id_bytes(text: str) -> bytes | None:
    """A credential id as it stands in an address."""
    try:
        return base64url_to_bytes(text)
    except ValueError:
        return None


def _note(error: Exception) -> None:
    """A stranger's bytes may break a parser anywhere; all of it means: not verified."""
    log.info("passkey.refused", error=type(error).__name__)
