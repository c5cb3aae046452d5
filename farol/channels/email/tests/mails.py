"""Whole mails as bytes, as mail programs and servers of many countries send them. Written for these tests."""

import base64
import quopri
from typing import NamedTuple

from .replies import REPLIES


class Given(NamedTuple):
    """A raw mail and what must come out of it (None: not compared)."""

    name: str
    raw: bytes
    said: str | None
    sender: str = "mei.lin@example.com"
    subject: str | None = None
    files: tuple[str, ...] = ()
    automatic: str = ""
    sender_name: str | None = None


def b64(text: str, charset: str) -> bytes:
    return base64.encodebytes(text.encode(charset, "replace"))


def word(text: str, charset: str) -> bytes:
    return b"=?" + charset.encode() + b"?B?" + base64.b64encode(text.encode(charset)) + b"?="


def mail(*lines: bytes, body: bytes = b"", frm: bytes = b"Mei <mei.lin@example.com>") -> bytes:
    head = [b"From: " + frm, b"To: support@support.demo-exchange.example", b"Message-ID: <1@mx.example>",
            b"Date: Sat, 21 Nov 2026 14:02:00 +0800", *lines]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


def alternative(plain: bytes, html: bytes, charset: bytes, encoding: bytes = b"base64") -> tuple[bytes, bytes]:
    part = b"Content-Type: text/%s; charset=" + charset + b"\r\nContent-Transfer-Encoding: " + encoding + b"\r\n\r\n"
    body = (b"This is a multi-part message in MIME format.\r\n\r\n------=_NextPart_1\r\n" + part % b"plain" + plain
            + b"\r\n------=_NextPart_1\r\n" + part % b"html" + html + b"\r\n------=_NextPart_1--\r\n")
    return b'Content-Type: multipart/alternative;\r\n boundary="----=_NextPart_1"', body


def _of_reply(name: str, text: str) -> bytes:
    """Wraps a reply the way its program does."""
    html = "<div>" + text.replace("<", "&lt;").replace("\n", "<br>") + "</div>"
    if name.startswith(("qq", "foxmail")):
        head, body = alternative(b64(text, "gb18030"), b64(html, "gb18030"), b"gb18030")
        return mail(head, b"X-QQ-mid: x", body=body)
    if name.startswith(("netease", "aliyun")):
        head, body = alternative(b64(text, "gb18030"), b64(html, "gb18030"), b"GBK")
        return mail(head, b"X-Coremail-Antispam: x", body=body)
    if name == "mailru":
        return mail(b"Content-Type: text/plain; charset=koi8-r", b"Content-Transfer-Encoding: base64", body=b64(text, "koi8-r"))
    if name.startswith("outlook_zh_hant"):
        return mail(b'Content-Type: text/plain; charset="big5"', b"Content-Transfer-Encoding: base64", body=b64(text, "big5hkscs"))
    if name.startswith("outlook"):
        return mail(b'Content-Type: text/plain; charset="gb2312"' if "zh" in name else b'Content-Type: text/plain; charset="Windows-1252"',
                    b"Content-Transfer-Encoding: base64", body=b64(text, "gb18030" if "zh" in name else "utf-8"))
    return mail(b"Content-Type: text/plain; charset=UTF-8", b"Content-Transfer-Encoding: quoted-printable",
                body=quopri.encodestring(text.encode().replace(b"\n", b"\r\n")))


HELLO = "您好，充值没有到账。"
_MIXED = b"Content-Type: multipart/mixed; boundary=XX"


def part(head: bytes, body: bytes) -> bytes:
    return b"--XX\r\n" + head + b"\r\n\r\n" + body + b"\r\n"


def _with_file(disposition: bytes, kind: bytes = b"application/pdf", data: bytes = b"JVBERi0=") -> bytes:
    body = part(b"Content-Type: text/plain; charset=utf-8", HELLO.encode()) + part(
        b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: " + disposition, data)
    return mail(_MIXED, body=body + b"--XX--\r\n")


def _text(charset: str, label: bytes, text: str = HELLO) -> bytes:
    return mail(b"Content-Type: text/plain; charset=" + label, b"Content-Transfer-Encoding: base64", body=b64(text, charset))


MAILS = [
    *(Given(f"reply_{name}", _of_reply(name, text), text.strip() if new is None else new) for name, text, new in REPLIES),
    Given("gb2312_with_gbk_characters", _text("gb18030", b"gb2312", "喆镕：提币未到"), "喆镕：提币未到"),
    Given("gb18030_four_bytes", _text("gb18030", b"GB18030", "𠮷先生"), "𠮷先生"),
    Given("x_gbk", _text("gb18030", b"x-gbk"), HELLO),
    Given("hz", _text("hz", b"HZ-GB-2312", "您好"), "您好"),
    Given("big5", _text("big5hkscs", b"big5", "您好，儲值沒有到帳"), "您好，儲值沒有到帳"),
    Given("koi8_r", _text("koi8-r", b"koi8-r", "Не пришло"), "Не пришло"),
    Given("windows_1251", _text("cp1251", b"windows-1251", "Не пришло"), "Не пришло"),
    Given("shift_jis", _text("cp932", b"Shift_JIS", "入金が①反映されません"), "入金が①反映されません"),
    Given("iso_2022_jp", _text("iso2022_jp", b"ISO-2022-JP", "入金が反映されません"), "入金が反映されません"),
    Given("euc_kr", _text("cp949", b"ks_c_5601-1987", "입금이 안 됐어요 똠"), "입금이 안 됐어요 똠"),
    Given("unknown_charset_utf8", _text("utf-8", b"x-unknown-99"), HELLO),
    Given("unknown_charset_gbk", _text("gb18030", b"x-unknown-99"), HELLO),
    Given("declared_ascii_is_utf8", mail(b"Content-Type: text/plain; charset=us-ascii", body=HELLO.encode()), HELLO),
    Given("no_charset_raw_gbk", mail(body=HELLO.encode("gb18030")), HELLO),
    Given("no_charset_raw_latin", mail(body="José: señal perdida".encode("cp1252")), "José: señal perdida"),
    Given("gbk_label_is_utf8", _text("utf-8", b"gbk", "提币"), None),
    Given("charset_that_is_no_text", _text("utf-8", b"zlib_codec"), HELLO),
    Given("no_headers_at_all", b"hello", None, sender=""),
    Given("bare_line_feeds", mail(b"Subject: x", body=b"a\nb").replace(b"\r\n", b"\n"), "a\nb"),
    Given("mbox_line_first", b"From mei Sat Nov 21\r\n" + mail(body=b"hi"), "hi"),
    Given("subject_raw_gbk", mail("Subject: 充值未到账".encode("gb18030"), body=b"x"), "x", subject="充值未到账"),
    Given("subject_character_split_between_words",
          mail(b"Subject: =?gb2312?B?s+TWtc60tQ==?=\r\n =?gb2312?B?vdXL?=", body=b"x"), "x", subject="充值未到账"),
    Given("subject_q_and_b_and_plain", mail(b"Subject: Re: =?utf-8?Q?=E6=8F=90=E5=B8=81?= =?UTF-8?B?5aSx6LSl?= [1]", body=b"x"),
          "x", subject="Re: 提币失败 [1]"),
    Given("subject_folded", mail(b"Subject: one\r\n two", body=b"x"), "x", subject="one two"),
    Given("subject_broken_word", mail(b"Subject: =?utf-8?B?****?= =?x", body=b"x"), "x"),
    Given("name_encoded", mail(body=b"x", frm=word("梅", "gb18030") + b" <mei.lin@example.com>"), "x", sender_name="梅"),
    Given("name_looks_like_address", mail(body=b"x", frm=b'"mei.lin@example.com" <mallory@evil.example>'), "x",
          sender="mallory@evil.example", sender_name="mei.lin@example.com"),
    Given("two_authors", mail(body=b"x", frm=b"mei.lin@example.com, mallory@evil.example"), "x", sender=""),
    Given("two_from_fields", mail(b"From: mallory@evil.example", body=b"x"), "x", sender=""),
    Given("group_address", mail(body=b"x", frm=b"undisclosed-recipients:;"), "x", sender=""),
    Given("address_with_comment", mail(body=b"x", frm=b"mei.lin@example.com (Mei (VIP))"), "x"),
    Given("address_upper_case", mail(body=b"x", frm=b"<Mei.Lin@Example.COM>"), "x"),
    Given("no_from", b"Subject: x\r\n\r\nx", "x", sender=""),
    Given("html_only", mail(b"Content-Type: text/html; charset=utf-8", body="<p>您好</p><p>没到账</p>".encode()), "您好\n\n没到账"),
    Given("html_hides_script_and_picture", mail(
        b"Content-Type: text/html", body=b'<style>p{}</style><script>x()</script><img src="http://t.example/p.gif">hi'), "hi"),
    Given("html_link_shows_its_address", mail(
        b"Content-Type: text/html", body=b'<a href="https://evil.example/x">demo-exchange.com</a>'), "demo-exchange.com <https://evil.example/x>"),
    Given("html_quote_cut", mail(b"Content-Type: text/html", body=(
        b"ok<br><div>On Sat, 21 Nov 2026 at 14:02, Ana &lt;a@b.example&gt; wrote:</div><blockquote>old<p>more</blockquote>")), "ok"),
    Given("file", _with_file(b'attachment; filename="receipt.pdf"'), HELLO, files=("receipt.pdf",)),
    Given("file_name_rfc2231", _with_file(b"attachment; filename*=utf-8''%E6%88%AA%E5%9B%BE.png", b"image/png"), HELLO, files=("截图.png",)),
    Given("file_name_rfc2231_pieces", _with_file(
        b"attachment;\r\n filename*0*=gb18030''%BD%D8;\r\n filename*1*=%CD%BC;\r\n filename*2=.png", b"image/png"), HELLO, files=("截图.png",)),
    Given("file_name_encoded_word_qq", _with_file(b'attachment; filename="' + word("截图.jpg", "gb18030") + b'"', b"image/jpeg"),
          HELLO, files=("截图.jpg",)),
    Given("file_name_raw_gbk", _with_file('attachment; filename="截图.jpg"'.encode("gb18030"), b"image/jpeg"), HELLO, files=("截图.jpg",)),
    Given("file_without_name", _with_file(b"inline", b"image/png"), HELLO, files=("image.png",)),
    Given("text_file_is_a_file", _with_file(b'attachment; filename="log.txt"', b"text/plain", b"aGVsbG8="), HELLO, files=("log.txt",)),
    Given("forwarded_mail_is_a_file", mail(_MIXED, body=part(b"Content-Type: text/plain", b"see") + part(
        b"Content-Type: message/rfc822", b"From: a@b.example\r\n\r\nx") + b"--XX--"), "see", files=("mail.eml",)),
    Given("picture_pasted_into_html", mail(b"Content-Type: multipart/related; boundary=XX", body=part(
        b"Content-Type: text/html", b'look <img src="cid:1">') + part(
        b"Content-Type: image/png; name=shot.png\r\nContent-ID: <1>\r\nContent-Transfer-Encoding: base64", b"iVBORw0=") + b"--XX--"),
        "look [shot.png]", files=("shot.png",)),
    Given("apple_text_around_a_picture", mail(_MIXED, body=part(b"Content-Type: text/plain", b"before") + part(
        b"Content-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64", b"iVBORw0=") + part(
        b"Content-Type: text/plain", b"after") + b"--XX--"), "before\n\nafter", files=("a.png",)),
    Given("signed", mail(b"Content-Type: multipart/signed; boundary=XX", body=part(b"Content-Type: text/plain", b"hi") + part(
        b"Content-Type: application/pkcs7-signature; name=smime.p7s", b"xx") + b"--XX--"), "hi"),
    Given("no_closing_boundary", mail(_MIXED, body=part(b"Content-Type: text/plain", b"hi")), "hi"),
    Given("boundary_never_appears", mail(_MIXED, body=b"just words"), "just words"),
    Given("broken_base64", mail(b"Content-Transfer-Encoding: base64", body=b"aGVsbG8*=\r\n==!"), "hello"),
    Given("uuencoded", mail(b"Content-Transfer-Encoding: x-uuencode", body=b"begin 644 a\r\n%:&5L;&\\\r\n`\r\nend\r\n"), "hello"),
    Given("nul_and_controls_removed", mail(body=b"a\x00b\x07c\x1b[31m"), "abc[31m"),
    Given("holiday_answer", mail(b"Auto-Submitted: auto-replied", body=b"away"), "away", automatic="auto_submitted"),
    Given("auto_submitted_no_is_a_person", mail(b"Auto-Submitted: no", body=b"hi"), "hi"),
    Given("bulk", mail(b"Precedence: bulk", body=b"x"), "x", automatic="bulk"),
    Given("list", mail(b"List-Id: <x.example>", body=b"x"), "x", automatic="list"),
    Given("qq_holiday_answer", mail(b"Subject: " + word("自动回复: 充值", "gb18030"), body=b"x"), "x", automatic="auto_subject"),
    Given("outlook_holiday_answer", mail(b"Subject: Automatic reply: [FRL-2026-000123]", body=b"x"), "x", automatic="auto_subject"),
    Given("bounce", mail(b"Content-Type: multipart/report; report-type=delivery-status; boundary=XX",
                         body=part(b"Content-Type: text/plain", b"no such user") + b"--XX--",
                         frm=b"Mail Delivery System <MAILER-DAEMON@mx.example>"),
          "no such user", sender="mailer-daemon@mx.example", automatic="bounce"),
    Given("read_receipt", mail(b"Content-Type: multipart/report; report-type=disposition-notification; boundary=XX",
                               body=part(b"Content-Type: text/plain", b"was read") + b"--XX--"), "was read", automatic="report"),
    Given("robot", mail(body=b"x", frm=b"no-reply@shop.example"), "x", sender="no-reply@shop.example", automatic="robot_sender"),
]
