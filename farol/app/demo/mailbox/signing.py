"""Signs what the demo's people write, as their mail services would, with a key that stands in the zone Farol reads instead of DNS."""

import base64
import json
from pathlib import Path

import dkim  # type: ignore[import-untyped]
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric import rsa

SELECTOR = "demo"
KEY, ZONE = "dkim.pem", "zone.json"
STRICT = "bank.example"
"""Its zone asks everybody to refuse what it did not sign."""
SIGNED = ("from", "to", "subject", "date", "message-id")


class Signer:
    """One key for every domain, kept in the mailbox's folder beside the zone that publishes it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / KEY
        if not path.exists():
            fresh = rsa.generate_private_key(65_537, 2_048)
            path.write_bytes(fresh.private_bytes(form.Encoding.PEM, form.PrivateFormat.TraditionalOpenSSL, form.NoEncryption()))
            path.chmod(0o600)
        self._pem = path.read_bytes()
        key = form.load_pem_private_key(self._pem, None).public_key()
        public = base64.b64encode(key.public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)).decode()
        records = {f"{SELECTOR}._domainkey.*": [f"v=DKIM1; k=rsa; p={public}"], f"_dmarc.{STRICT}": ["v=DMARC1; p=reject"]}
        (folder / ZONE).write_text(json.dumps({name: {"TXT": texts} for name, texts in records.items()}))

    def sign(self, raw: bytes, sender: str) -> bytes:
        """The mail with a signature of the sender's domain on top."""
        domain = sender.rpartition("@")[2].encode()
        signature: bytes = dkim.sign(
            raw, SELECTOR.encode(), domain, self._pem, canonicalize=(b"relaxed", b"relaxed"), include_headers=[name.encode() for name in SIGNED])
        return signature + raw
