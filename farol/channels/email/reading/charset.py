"""Bytes to text for the charsets mail really carries. Never raises; unknown or lying labels are guessed."""

import contextlib
import re
import unicodedata

from . import guess, jis

_FAMILIES = {
    "gb18030": "gb2312 gbk gb18030 gb_2312-80 gb2312_charset x-gbk cp936 ms936 windows-936 936 euc-cn hz-gb-2312-x chinese",
    "big5hkscs": "big5 big5-hkscs big5hkscs big5-eten x-x-big5 x-big5 cn-big5 csbig5 cp950 ms950 windows-950",
    "cp949": "euc-kr euckr ks_c_5601-1987 ks_c_5601 ks_c_5601-1989 ksc5601 ksc_5601 ks_x_1001 cp949 ms949 windows-949 x-windows-949 uhc korean",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji cp932 ms932 windows-31j windows-932 shift_jisx0213",
    "iso2022_jp_ext": "iso-2022-jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 iso-2022-jp-2004 iso-2022-jp-ms cp50220 cp50221 cp50222",
    "euc_jp": "euc-jp x-euc-jp eucjp",
    "iso2022_kr": "iso-2022-kr",
    "hz": "hz hz-gb-2312",
    "utf-8": "utf-8 utf8 utf-8-sig unicode-1-1-utf-8 cp65001",
    "utf-16": "utf-16 unicode ucs-2",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
    "utf-32": "utf-32",
    "koi8-r": "koi8-r koi8 koi8r cskoi8r",
    "koi8-u": "koi8-u",
    "cp1252": "iso-8859-1 latin1 latin-1 l1 iso8859-1 windows-1252 cp1252 ansi_x3.110-1983",
    "cp874": "tis-620 windows-874 cp874 iso-8859-11",
    "cp1254": "iso-8859-9 windows-1254",
    "cp866": "cp866 ibm866",
    "mac_roman": "macintosh mac",
}
CODECS = {label: codec for codec, labels in _FAMILIES.items() for label in labels.split()}
CODECS |= {f"windows-125{n}": f"cp125{n}" for n in (0, 1, 3, 5, 6, 7, 8)}
CODECS |= {f"cp125{n}": f"cp125{n}" for n in (0, 1, 3, 5, 6, 7, 8)}
CODECS |= {f"iso-8859-{n}": f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}

# Everything that is not text: C0 but tab and newline, DEL, C1, and lone surrogates.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_HAN_IN_UTF8 = re.compile(rb"[\xd0\xd1\xe3-\xed][\x80-\xbf]")
READ = 200_000
"""Bytes by which a label is judged."""


_WESTERN = frozenset({"cp1252", "iso8859-15", "mac_roman"})
"""What programs write on everything they do not understand."""
_JUDGED = frozenset({"gb18030", "big5hkscs", "cp949", "cp932", "euc_jp", "koi8-r", "cp1251"}) | _WESTERN
_FEW = 4
"""High bytes below which there is too little to judge a label by."""


def decode(data: bytes, label: str = "") -> str:
    """The text of the bytes under the given charset label, which may be empty, unknown or wrong.

    UTF-7 counts as unknown: it hides words from everything that reads the bytes before us.
    """
    codec = CODECS.get(label.strip().strip("\"'").lower().replace(" ", ""))
    if codec == "iso2022_jp_ext" or (jis.looks_like(data) and not _HIGH.search(data[:READ])):
        return tidy(jis.decode(data))
    if codec is None or codec == "utf-8":
        return tidy(_guess(data))
    if codec in _JUDGED and len(_HIGH.findall(data[:READ])) >= _FEW:
        return tidy(_judged(data, codec))
    text = data.decode(codec, "replace")
    if "\ufffd" in text and not codec.startswith("utf-16"):
        text = _better(text, data)
    return tidy(text)


def _judged(data: bytes, codec: str) -> str:
    """Mail labelled with an old charset is often UTF-8 in truth, or in the charset of another country."""
    if codec in _WESTERN or _many_utf8(data):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-8")
    return data.decode(guess.best(data, codec), "replace")


def _many_utf8(data: bytes) -> bool:
    return len(_HAN_IN_UTF8.findall(data[:READ])) * 2 >= len(_HIGH.findall(data[:READ])) // 3


def _better(text: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return text


def _guess(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    return data.decode(guess.best(data), "replace")


def _mostly_utf8(data: bytes) -> bool:
    return data.decode("utf-8", "replace").count("\ufffd") * 4 < len(_HIGH.findall(data))


def tidy(text: str) -> str:
    """One kind of line end, no control characters."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """One line without characters that cannot be seen: controls, line ends of any kind, bidi marks, zero-width."""
    kept = "".join(char if unicodedata.category(char) not in _UNSEEN else " " for char in text[:2_000])
    return " ".join(kept.split())


_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
