"""E13, E14, E17: given a mail behind a ticket, when staff look at the original, then all of it is there and nothing in it acts."""

import pytest

from farol.app.demo import cast
from farol.channels.email.reading.original import Original, original, visible

from .conftest import Post
from .mails import alternative, mail, part
from .test_who_may_join import SUPPORT

CANARY = "canary.example"
LOADS = [
    f'<img src="https://{CANARY}/p.gif" width=1>', f'<img srcset="https://{CANARY}/p.gif 2x">', f'<body background="http://{CANARY}/b.png">x</body>',
    f'<td background="//{CANARY}/b.png">x</td>', f'<style>@import "https://{CANARY}/x.css"; p{{background:url(//{CANARY}/y)}}</style>',
    f'<p style="background:url(https://{CANARY}/z)">x</p>', f"<p style=\"background-color:red;list-style-image:url('//{CANARY}')\">x</p>",
    f'<link rel="prefetch" href="https://{CANARY}/"><link rel="dns-prefetch" href="//{CANARY}">', f'<meta http-equiv="refresh" content="0;url=https://{CANARY}/">',
    f'<base href="https://{CANARY}/"><img src="p.gif">', f'<iframe src="https://{CANARY}/"></iframe><object data="https://{CANARY}/"></object>',
    f'<video poster="https://{CANARY}/p"><source src="https://{CANARY}/v"></video><audio src="https://{CANARY}/a">',
    f'<picture><source srcset="https://{CANARY}/p"><img src="//{CANARY}/p"></picture>', f'<svg><image href="https://{CANARY}/i"/><use xlink:href="https://{CANARY}/#u"/></svg>',
    f'<input type="image" src="https://{CANARY}/i"><form action="https://{CANARY}/"><button>x</button></form>', f'<a href="https://{CANARY}/" ping="https://{CANARY}/">x</a>',
    f'<p style="background:u\\72l(https://{CANARY}/z)">x</p>', f'<img src="data:image/svg+xml,<svg onload=x>"><img src="x" onerror="fetch(\'//{CANARY}\')">',
    f'<math href="https://{CANARY}/"><mi xlink:href="https://{CANARY}/">', f'<table><tr><td style="--x:url(https://{CANARY});background-image:var(--x)">x',
    f'<img src=" ht\ntps://{CANARY}/p"><img src="\\\\{CANARY}\\p"><img src="ftp://{CANARY}/p">', f'<embed src="https://{CANARY}/e"><applet code="https://{CANARY}/">',
]
ACTS = (" src=", " href=", " srcset=", " background=", " action=", " ping=", " poster=", "url(", "@import", "<link", "<meta", "<base", "<style", "<iframe", " on", "<form")


def shown(html: str) -> Original:
    found = original(mail(b"Content-Type: text/html; charset=utf-8", body=html.encode()))
    assert isinstance(found, Original)
    return found


@pytest.mark.parametrize("html", LOADS)
def test_nothing_loads(html: str) -> None:
    clean = shown(f"<p>before</p>{html}<p>after</p>").html
    for act in ACTS:
        assert act not in clean.replace(" on the", ""), clean
    if CANARY in clean:  # what a link would have led to may be read
        assert 'title="' in clean


def test_pictures_from_elsewhere_wait_for_a_click() -> None:
    found = shown(f'<p>hi <img src="https://{CANARY}/a.gif" alt="logo"> <img src="https://{CANARY}/b.gif"></p>')
    assert found.remote == [f"https://{CANARY}/a.gif", f"https://{CANARY}/b.gif"]
    assert 'alt="logo"' in found.html
    assert 'data-remote="1"' in found.html


def test_pictures_that_came_along_keep_their_place() -> None:
    raw = mail(b"Content-Type: multipart/related; boundary=XX", body=part(
        b"Content-Type: text/html", b'<p>one <img src="cid:b@x"> two <img src="cid:nobody"></p>') + part(
        b"Content-Type: image/png; name=a.png\r\nContent-ID: <a@x>", b"x") + part(
        b"Content-Type: image/png; name=b.png\r\nContent-ID: <b@x>", b"x") + b"--XX--")
    found = original(raw)
    assert isinstance(found, Original)
    assert '<p>one <img data-picture="1"> two <img></p>' in found.html
    assert [(each.number, each.name) for each in found.pictures] == [(0, "a.png"), (1, "b.png")]


def test_parts_around_an_encrypted_one_never_meet_it() -> None:
    """E17: the open quote of one part must not run into the next."""
    raw = mail(b"Content-Type: multipart/mixed; boundary=XX", body=part(
        b"Content-Type: text/html", f'<img src="http://{CANARY}/?'.encode()) + part(
        b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64", b"c2VjcmV0") + part(
        b"Content-Type: text/html", b'secret">') + b"--XX--")
    found = original(raw)
    assert isinstance(found, Original)
    assert found.files == ["smime.p7m"]
    assert not found.remote
    assert "src" not in found.html


def test_what_hides_is_written_out() -> None:
    assert visible("a\u202egnp.exe\u200b\ufeff") == "a[U+202E]gnp.exe[U+200B][U+FEFF]"
    assert visible("\u200c" * 120) == "[U+200C x120]"
    assert visible("👩\u200d🚀") == "👩\u200d🚀"


async def test_staff_read_the_original_one_click_away(post: Post) -> None:
    words = "收到了\n\n在 2026-11-21 14:02:33，\"Ana\" <a@b.example> 写道：\n\n旧的话"
    head, body = alternative(words.encode(), f"<p>收到了</p><img src='https://{CANARY}/p'>".encode(), b"utf-8", b"8bit")
    await post.send(mail(b"Subject: x\xe2\x80\xaey", head, body=body), SUPPORT)
    [row] = await post.settled()
    ana, vera = await post.world.staff(), await post.world.staff(cast.VERA)
    listed = (await ana.ok("GET", f"/tickets/{row['ticket_id']}/mails"))["mails"]
    assert [(one["id"], one["sender"], one["forgotten"]) for one in listed] == [(row["id"], "m•••@e•••.com", False)]
    at = f"/tickets/{row['ticket_id']}/mails/{row['id']}"
    found = await ana.ok("GET", f"{at}/original")
    assert "旧的话" in found["text"]
    assert found["cuts"] == [[2, 5]]
    assert ["subject", "x[U+202E]y"] in found["headers"]
    assert "data-remote" in found["html"]
    assert (await ana.post(f"{at}/raw", json={})).status_code == 403
    taken = await vera.post(f"{at}/raw", json={})
    assert taken.headers["content-disposition"].startswith("attachment")
    assert taken.headers["content-type"].startswith("text/plain")
    assert b"Message-ID: <1@mx.example>" in taken.content
    assert await post.kit.db.fetchval("select count(*) from event where kind = 'mail.raw_taken'") == 1
    assert (await ana.get(f"/tickets/{row['ticket_id']}/mails/{row['id'] + 1}/original")).status_code == 404


async def test_secrets_are_hidden_from_the_original_too(post: Post) -> None:
    phrase = "abandon " * 11 + "about"
    words = f"hello\n\nOn Sat, 21 Nov 2026 at 14:02, Ana <a@b.example> wrote:\n> my seed phrase is {phrase}\n"
    head, body = alternative(words.encode(), f"<p>my seed phrase is {phrase}</p>".encode(), b"utf-8", b"8bit")
    await post.send(mail(head, body=body), SUPPORT)
    [row] = await post.settled()
    ana = await post.world.staff()
    answer = await ana.get(f"/tickets/{row['ticket_id']}/mails/{row['id']}/original")
    assert "abandon abandon" not in answer.text
    assert answer.status_code in (200, 410)
