"""More mails made to hurt the one who reads them: what was added to the reader since, and the original view."""

import struct

from farol.channels.email.reading.tnef import SIGNATURE

from .mails import mail, part

MIXED = b"Content-Type: multipart/mixed; boundary=XX"


def tnef(*attributes: tuple[int, bytes]) -> bytes:
    """A ``winmail.dat`` of these attributes."""
    return SIGNATURE + b"\1\0" + b"".join(b"\1" + struct.pack("<II", number, len(value)) + value + b"\0\0" for number, value in attributes)


def properties(*given: tuple[int, int, bytes]) -> bytes:
    """MAPI properties of variable length."""
    return struct.pack("<I", len(given)) + b"".join(
        struct.pack("<HHII", kind, number, 1, len(value)) + value + bytes(-len(value) % 4) for kind, number, value in given)


def winmail(data: bytes) -> bytes:
    """A mail with it, as it is."""
    return mail(b"Content-Type: application/ms-tnef; name=winmail.dat", body=data)


def lzfu(size: int, tokens: bytes) -> bytes:
    """Compressed rich text that claims this size."""
    return struct.pack("<II4sI", len(tokens), size, b"LZFu", 0) + tokens


FLOOD = b"\xff" + b"\x0f\xff" * 8
MORE = {
    "one_gigabyte_declared": mail(b"Content-Length: 1073741824", b"Content-Transfer-Encoding: base64", b"Content-Type: application/pdf; size=1073741824", body=b"QUJD" * 1_000_000),
    "from_of_20_kb": mail(body=b"x", frm=b"a" * 20_000 + b" <mei@example.com>"),
    "nested_1000": mail(b"Content-Type: multipart/mixed; boundary=b0", body=b"".join(
        b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (n, n + 1) for n in range(1_000))),
    "header_lines_100k": b"\r\n".join(b"X-%d: y" % n for n in range(100_000)) + b"\r\n\r\nx",
    "words_split": mail(b"Subject: " + b"\r\n ".join([b"=?gb18030?B?" + b"sN+" * 1_000 + b"?="] * 900), body=b"x"),
    "rtf_copies": winmail(tnef((0x9003, properties((0x102, 0x1009, lzfu(2**31 - 1, FLOOD * 60_000)))))),
    "rtf_groups": winmail(tnef((0x9003, properties((0x102, 0x1009, struct.pack("<II4sI", 0, 4_000_000, b"MELA", 0) + b"{\\rtf1" + b"{\\b" * 1_000_000))))),
    "rtf_escapes": winmail(tnef((0x9003, properties((0x102, 0x1009, struct.pack("<II4sI", 0, 4_000_000, b"MELA", 0) + b"{\\rtf1" + b"\\'b0" * 900_000))))),
    "tnef_properties": winmail(tnef((0x9003, struct.pack("<I", 2**32 - 1) + b"\x1e\x10\x01\x00\xff\xff\xff\xff" * 400_000))),
    "tnef_attributes": winmail(tnef(*[(0x9002, b"")] * 200_000)),
    "tnef_files": winmail(tnef(*[(0x9002, b""), (0x800F, b"x" * 1_000)] * 5_000)),
    "uu_beginnings": mail(body=b"begin 644 a\n" * 500_000),
    "uu_files": mail(body=b"begin 644 a\n#86)C\nend\n" * 200_000),
    "flowed": mail(b"Content-Type: text/plain; format=flowed; delsp=yes", body=b"> x \n" * 1_000_000),
    "flowed_one_line": mail(b"Content-Type: text/plain; format=flowed", body=b"word \n" * 900_000),
    "labels": mail(b"Subject: Fwd: x", body=b"From: a\nTo: b\nDate: c\n" * 9_000),
    "forwards": mail(body=b"---------- Forwarded message ---------\n" * 5_000),
    "heads_never_ending": mail(body=("2026年11月21日 14:02 " + "a" * 370 + "\n").encode() * 500),
    "contacts": mail(body=b"Best regards,\n" + b"+1 555 000 0000\n" * 12_000),
    "disclaimers": mail(body=b"x\n\n" + b"this message is " * 12_000),
    "quotes_of_html": mail(b"Content-Type: text/html", body=b'<div class="gmail_quote">' * 900 + b"x" + b'<span class="gmail_quote">y</span>' * 50_000),
    "classes": mail(b"Content-Type: text/html", body=b'<p class="' + b"gmail_quot " * 180_000 + b'">x'),
    "pictures": mail(b"Content-Type: text/html", body=b'<img src="http://x.example/a">' * 60_000),
    "styles": mail(b"Content-Type: text/html", body=b'<p style="color:red;background:url(x)">' * 40_000),
    "lying_charset": mail(b"Content-Type: text/plain; charset=big5", body=bytes(range(128, 256)) * 40_000),
    "shifts": mail(b"Content-Type: text/plain; charset=iso-2022-jp", body=b"\x1b$B" * 1_500_000),
    "guessed_boundaries": mail(b"Content-Type: multipart/mixed", body=b"--a\r\nX: y\r\n\r\n" * 300_000),
    "invisible": mail(body="\u200b\u200c".encode() * 90_000),
    "many_texts": mail(MIXED, body=part(b"Content-Type: text/html", b"<p>x</p>" * 9_000) * 150),
}
