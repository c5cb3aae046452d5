"""W08: the widget believes a token that the exchange has just signed for this purpose, once, and nothing else."""

import base64
import hashlib
import hmac
import json
import time
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.core.customers.actions import verify
from farol.core.customers.problems import IdentityRefused
from tests.security.scene import Scene
from tests.world import identity

MEI = cast.MEI


def part(value: Any) -> str:
    """Base64url of JSON or bytes."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed(header: dict[str, Any], claims: Any, secret: bytes, digest: str = "sha256") -> str:
    """A compact token made by hand."""
    head = f"{part(header)}.{part(claims)}"
    return f"{head}.{part(hmac.digest(secret, head.encode(), digest))}"


def claims(**changed: Any) -> dict[str, Any]:
    """What the exchange would say of Mei; None leaves a claim out."""
    now = int(time.time())
    good = {"iss": "demo-exchange", "aud": "farol", "sub": MEI.uid, "name": MEI.name, "email": MEI.email, "lang": "zh", "iat": now, "exp": now + 300,
            "jti": uuid4().hex}
    return {k: v for k, v in {**good, **changed}.items() if v is not None}


def forged(secret: bytes) -> dict[str, str]:
    """Tokens that must not be believed."""
    now, good, hs = int(time.time()), claims(), {"alg": "HS256", "typ": "JWT"}
    valid = signed(hs, good, secret)
    head, body, mac = valid.split(".")
    other = part({**good, "sub": cast.MALLORY.uid})
    changed: dict[str, dict[str, Any]] = {
        "expired": {"iat": now - 900, "exp": now - 600}, "expired a minute ago": {"exp": now - 60}, "lives too long": {"exp": now + 3600},
        "lives one second too long": {"exp": now + 301}, "from the future": {"iat": now + 3600, "exp": now + 3900}, "not yet": {"nbf": now + 600},
        "another audience": {"aud": "other"}, "audience in a list of others": {"aud": ["a", "b"]}, "another issuer": {"iss": "evil"},
        "no audience": {"aud": None}, "no issuer": {"iss": None}, "no end": {"exp": None}, "no beginning": {"iat": None}, "no subject": {"sub": None},
        "no id": {"jti": None}, "empty subject": {"sub": ""}, "empty id": {"jti": ""}, "number as subject": {"sub": 20778177}, "list as subject": {"sub": [MEI.uid]},
        "null subject": {"sub": {}}, "NUL in the subject": {"sub": "2077\u00008177"}, "NUL in the name": {"name": "a\u0000"}, "huge name": {"name": "x" * 321},
        "huge id": {"jti": "x" * 1000}, "text as end": {"exp": str(now + 300)}, "true as end": {"exp": True}, "endless": {"exp": 1e400}, "not a number": {"exp": float("nan")},
        "beginning not a number": {"iat": float("nan")}, "minus endless": {"iat": -1e400, "exp": now + 300}, "before all time": {"iat": -(10**30), "exp": now + 300},
        "after all time": {"iat": 10**30, "exp": 10**30 + 1},
    }
    made = {name: signed(hs, claims(**fields), secret) for name, fields in changed.items()}
    made |= {
        "wrong key": signed(hs, good, b"x" * 40), "empty key": signed(hs, good, b""), "the key's name": signed(hs, good, b"widget_secret"),
        "none": f"{part({'alg': 'none'})}.{body}.", "None": f"{part({'alg': 'None'})}.{body}.", "NONE with the mac": f"{part({'alg': 'NONE'})}.{body}.{mac}",
        "no algorithm": signed({"typ": "JWT"}, good, secret), "RS256 with the secret": signed({"alg": "RS256"}, good, secret),
        "ES256": signed({"alg": "ES256"}, good, secret), "HS512": signed({"alg": "HS512"}, good, secret, "sha512"), "HS384": signed({"alg": "HS384"}, good, secret, "sha384"),
        "hs256 in small letters": signed({"alg": "hs256"}, good, secret), "a list of algorithms": signed({"alg": ["HS256", "none"]}, good, secret),
        "its own key": signed({"alg": "HS256", "jwk": {"kty": "oct", "k": part(b"x" * 40)}}, good, b"x" * 40),
        "a key elsewhere": signed({"alg": "HS256", "jku": "https://evil.example/keys", "kid": "../../dev/null"}, good, b""),
        "critical unknown": signed({"alg": "HS256", "crit": ["exp2"], "exp2": 1}, good, secret), "unencoded payload": signed({"alg": "HS256", "b64": False, "crit": ["b64"]}, good, secret),
        "another's claims, Mei's mac": f"{head}.{other}.{mac}", "no mac": f"{head}.{body}.", "half a mac": f"{head}.{body}.{mac[:20]}", "mac of another encoding": f"{head}.{body}.{mac}==",
        "two parts": f"{head}.{body}", "four parts": f"{valid}.x", "five parts": f"{head}..a.b.c", "empty": "", "dots": "..", "words": "not a token", "JSON": json.dumps(good),
        "list of claims": signed(hs, [good], secret), "text of claims": signed(hs, "x", secret), "bytes": signed(hs, b"\xff\xfe", secret), "deep": signed(hs, ("[" * 900 + "]" * 900).encode(), secret),
        "letters of other scripts": "ｅｙＪ.ｅｙＪ.ｘ", "too long": "a" * 4096,
    }
    return made


def test_w08_the_good_one_is_good(scene: Scene) -> None:
    """So that the forgeries are refused for what they are."""
    assert verify(signed({"alg": "HS256"}, claims(), b"w" * 40), "w" * 40, "demo-exchange")[0].sub == MEI.uid


async def test_w08_no_forgery_is_believed(scene: Scene) -> None:
    before, wrong = await scene.state(), []
    made = forged(scene.kit.settings.widget_secret.encode())
    for name, token in made.items():
        for path, options in (("/api/customer/session", {"json": {"identity": token}}), ("/my/session", {"data": {"identity": token}})):
            answer = await scene.send("POST", path, headers={"origin": "http://exchange.test"}, **options)
            if answer.status_code != 401 or "token" in answer.text.split('"detail"')[0] or "set-cookie" in answer.headers:
                wrong.append((name, path, answer.status_code, answer.text[:200]))
    assert not wrong, "\n".join(map(str, wrong))
    assert len(made) > 60
    assert await scene.state() == before


@pytest.mark.parametrize("secret", ["", " ", "changeme", "s" * 31])
def test_w08_without_a_secret_nobody_is_vouched_for(secret: str) -> None:
    """A Farol whose operator has set no secret must not believe tokens signed with nothing."""
    for key in (b"", secret.encode()):
        with pytest.raises(IdentityRefused):
            verify(signed({"alg": "HS256"}, claims(), key), secret, "demo-exchange")


async def test_w08_a_token_works_once(scene: Scene) -> None:
    token = identity(scene.kit, cast.ROSA)
    sent: dict[str, Any] = {"headers": {"origin": "http://exchange.test"}, "json": {"identity": token}}
    assert (await scene.send("POST", "/api/customer/session", **sent)).status_code == 200
    assert (await scene.send("POST", "/api/customer/session", **sent)).status_code == 401
    again = await scene.send("POST", "/my/session", headers={"origin": "http://exchange.test"}, data={"identity": token})
    assert again.status_code == 401


async def test_w08_a_session_reads_its_own_and_ends_for_good(scene: Scene) -> None:
    mei = await scene.world.customer()
    mallory = scene.things["mallory"]["ticket_id"]
    assert (await mei.get(f"/tickets/{mallory}")).status_code == 404
    await mei.ok("DELETE", "/session")
    for path in ("/home", "/tickets", f"/tickets/{scene.things['mei']['ticket_id']}"):
        assert (await mei.get(path)).status_code == 401


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "a" * 5000, "../" * 20, "' or 1=1--" * 4, hashlib.sha256(b"x").hexdigest()])
async def test_w08_what_is_no_token_opens_nothing(scene: Scene, token: str) -> None:
    answer = await scene.send("GET", "/api/customer/home", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 401
    answer = await scene.send("GET", "/my", headers={"cookie": f"farol_customer={token}"})
    assert scene.things["mei"]["number"] not in answer.text
