"""The name a file was given: made safe to show, and asked whether it names something that runs when opened."""

import re
import unicodedata
from urllib.parse import unquote_to_bytes

from farol.kit.problem import Invalid

LONGEST = 200
_LONGEST_ENDING = 12

RUNS = frozenset((
    "apk", "app", "appimage", "appref-ms", "asp", "aspx", "bash", "bat", "cgi", "chm", "class", "cmd",
    "com", "command", "cpl", "csh", "deb", "desktop", "dex", "diagcab", "dll", "dmg", "docm", "dotm",
    "elf", "exe", "gadget", "hta", "htm", "html", "inf", "ins", "iso", "isp", "jar", "jnlp", "js", "jse",
    "jsp", "ksh", "lnk", "mht", "mhtml", "mjs", "msc", "msi", "msix", "msp", "mst", "ocx", "one", "php",
    "phar", "phtml", "pif", "pkg", "pl", "ppam", "pptm", "ps1", "ps2", "psm1", "py", "pyc", "pyw", "rb",
    "reg", "rpm", "scf", "scr", "sct", "settingcontent-ms", "sh", "shtml", "slk", "so", "svg", "svgz",
    "swf", "sys", "url", "vb", "vbe", "vbs", "vhd", "vhdx", "wasm", "webloc", "wsc", "wsf", "wsh", "xbap",
    "xht", "xhtml", "xlam", "xll", "xlsm", "xltm", "xml", "xsl", "xslt", "zsh",
))
"""Endings whose files act when they are opened: programs, scripts, web pages, shortcuts, macros, disk images."""
_CONFIGURES = frozenset({".htaccess", ".htpasswd", ".user.ini", "web.config", "desktop.ini", "autorun.inf"})
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\u034f\u17b4\u17b5")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def from_header(value: str) -> str:
    """The name in an ``x-file-name`` header, percent-encoded UTF-8. Raises ``Invalid``."""
    try:
        return unquote_to_bytes(value).decode()
    except UnicodeDecodeError:
        raise Invalid(errors=[{"field": "x-file-name", "why": "not percent-encoded UTF-8"}]) from None


def shown(name: str) -> str:
    """The name as people see it. It is never used as a path.

    Characters one cannot see or that turn the reading direction are written out (``[U+202E]``), slashes become
    underscores, what Windows or a server treats specially is prefixed, 200 characters at most with the ending kept.
    Raises ``Invalid`` for NUL.
    """
    if "\0" in name:
        raise Invalid(errors=[{"field": "x-file-name", "why": "holds a NUL character"}])
    cut = _shorten(unicodedata.normalize("NFC", name.strip()), LONGEST)
    seen = "".join(_visible(character) for character in cut).rstrip(". ")
    if seen.startswith(".") or _RESERVED.fullmatch(seen):
        seen = "_" + seen
    return _shorten(seen, LONGEST) or "file"


def ending(name: str) -> str:
    """What stands after the last dot, in lower case, as an operating system would see it; ``""`` without one."""
    stem, dot, last = _plain(name).rpartition(".")
    return last if dot and stem else ""


def runs(name: str) -> bool:
    """Whether the name alone makes a machine do something with it, whatever the bytes are."""
    return ending(name) in RUNS or _plain(name) in _CONFIGURES


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name[-4 * LONGEST :])
    return "".join(c for c in folded if not _hidden(c)).strip().rstrip(". ").lower()


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or character in _BLANK


def _visible(character: str) -> str:
    if character in "/\\":
        return "_"
    if _hidden(character):
        return f"[U+{ord(character):04X}]"
    return " " if character.isspace() else character


def _shorten(name: str, most: int) -> str:
    if len(name) <= most:
        return name
    stem, dot, last = name.rpartition(".")
    tail = dot + last if dot and 0 < len(last) <= _LONGEST_ENDING else ""
    return (stem if tail else name)[: most - 1 - len(tail)] + "…" + tail
