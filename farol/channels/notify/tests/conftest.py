"""A browser with keys of its own, and a push service on this machine that hands on what it is sent."""

import asyncio
import base64
import struct

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def b64(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class Browser:
    """A receiving user agent of RFC 8291, written from the browser's side."""

    def __init__(self, endpoint):
        self.endpoint, self.auth = endpoint, b"0123456789abcdef"
        self._own = ec.generate_private_key(ec.SECP256R1())
        self.p256dh = self._own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def subscription(self, **changed):
        return {"endpoint": self.endpoint, "p256dh": b64(self.p256dh), "auth": b64(self.auth), "label": "Firefox", **changed}

    def open(self, body):
        salt, (size, length) = body[:16], struct.unpack(">IB", body[16:21])
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        assert size == 4096
        shared = self._own.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
        secret = HKDF(SHA256(), 32, self.auth, b"WebPush: info\0" + self.p256dh + theirs).derive(shared)
        key = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(secret)
        nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(secret)
        plain = AESGCM(key).decrypt(nonce, sealed, None)
        assert plain[-1:] == b"\x02"
        return plain[:-1]


class Service:
    """Answers each push with ``status`` and keeps it."""

    def __init__(self):
        self.status, self.pushes, self.address = 201, [], ""

    async def start(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _serve(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:]) if name}
        body = await reader.readexactly(int(headers["content-length"]))
        self.pushes.append((head[0].split()[1], headers, body))
        writer.write(f"HTTP/1.1 {self.status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async def stop(self):
        self._server.close()


@pytest.fixture
async def service(world, monkeypatch):
    """The push service, which pushes may go to."""
    service = Service()
    await service.start()
    monkeypatch.setattr(world.kit, "settings", msgspec.structs.replace(world.kit.settings, push_hosts=(service.address, "push.example", "*.wide.example")))
    yield service
    await service.stop()
