"""Passkeys of the exchange's customers: registered on their account page, asked for by support, checked here."""

import base64
import json
import secrets
from typing import Any
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json_dict
from webauthn.helpers.structs import PublicKeyCredentialDescriptor, UserVerificationRequirement

from .scenarios import PEOPLE
from .world import World


class Passkeys:
    """``farol_url`` and ``own_url``: where a passkey may be used; both under one host name, which is the keys' site."""

    def __init__(self, world: World, farol_url: str, own_url: str, brand: str) -> None:
        self._world, self._brand = world, brand
        self._host = urlsplit(farol_url).hostname or ""
        self._origins = [farol_url, own_url]
        self._asked: dict[str, bytes] = {}

    def register(self, uid: str) -> dict[str, Any]:
        """Options for ``navigator.credentials.create``."""
        self._asked[f"new:{uid}"] = challenge = secrets.token_bytes(32)
        return options_to_json_dict(webauthn.generate_registration_options(
            rp_id=self._host, rp_name=self._brand, user_id=uid.encode(), user_name=PEOPLE[uid].email, challenge=challenge,
        ))  # fmt: skip

    def registered(self, uid: str, credential: dict[str, Any]) -> bool:
        """Keeps the key when the browser's answer is right."""
        challenge = self._asked.pop(f"new:{uid}", None)
        try:
            done = webauthn.verify_registration_response(
                credential=credential, expected_challenge=challenge or b"", expected_rp_id=self._host, expected_origin=self._origins
            )
        except Exception:  # a stranger's bytes may break a parser anywhere; all of it means: not verified
            return False
        self._world.ledger.write(
            "passkey", bytes_to_base64url(done.credential_id), uid, account=self._world.name(uid), created_at=self._world.clock(),
            public_key=base64.b64encode(done.credential_public_key).decode(), count=done.sign_count,
        )  # fmt: skip
        return True

    def ask(self, uid: str, id_: str) -> dict[str, Any]:
        """Options for ``navigator.credentials.get``."""
        self._asked[id_] = challenge = secrets.token_bytes(32)
        keys = [PublicKeyCredentialDescriptor(id=base64url_to_bytes(key["id"])) for key in self._world.things("passkey", uid)]
        return options_to_json_dict(webauthn.generate_authentication_options(
            rp_id=self._host, challenge=challenge, allow_credentials=keys, user_verification=UserVerificationRequirement.PREFERRED,
        ))  # fmt: skip

    def right(self, uid: str, id_: str, text: str) -> bool:
        """Whether one of the customer's keys signed this challenge."""
        try:
            credential = json.loads(text)
            key = next(key for key in self._world.things("passkey", uid) if key["id"] == credential["id"])
            done = webauthn.verify_authentication_response(
                credential=credential, expected_challenge=self._asked[id_], expected_rp_id=self._host, expected_origin=self._origins,
                credential_public_key=base64.b64decode(key["public_key"]), credential_current_sign_count=key["count"],
            )  # fmt: skip
        except Exception:  # as above
            return False
        self._world.ledger.write("passkey", key["id"], uid, count=done.new_sign_count)
        return True
