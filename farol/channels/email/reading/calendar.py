"""What an invitation says (RFC 5545), for mails that say nothing else: its title, when, where, who asks and what about."""

import re
from datetime import datetime

READ = 64 * 1024
LONGEST = 4_000
MEDIA_TYPES = frozenset({"text/calendar", "application/ics"})
_FOLD = re.compile(r"\n[ \t]")
_EVENT = re.compile(r"(?ms)^BEGIN:(VEVENT|VTODO)$(.*?)(?:^END:\1$|\Z)")
_FIELD = re.compile(r'(?m)^(SUMMARY|DTSTART|DTEND|LOCATION|ORGANIZER|DESCRIPTION|STATUS)((?:;[^:"\n]{1,200}(?:"[^"\n]{0,200}")?)*):(.*)$')
_ZONE, _NAME = re.compile(r';TZID="?([^;:"]{1,80})'), re.compile(r';CN="?([^;:"]{1,100})')
_ESCAPED = re.compile(r"\\([nN,;\\])")


def words(text: str) -> str:
    """The first event in lines; empty when there is none."""
    found = _EVENT.search(_FOLD.sub("", text[:READ]))
    if not found:
        return ""
    given: dict[str, tuple[str, str]] = {}
    for field in _FIELD.finditer(found.group(2)):
        given.setdefault(field.group(1), (field.group(2), _plain(field.group(3))))
    start, end = _moment(given.get("DTSTART")), _moment(given.get("DTEND"))
    parameters, address = given.get("ORGANIZER", ("", ""))
    name = _NAME.search(parameters)
    asker = " ".join(part for part in (name.group(1) if name else "", _bare(address)) if part)
    lines = [_value(given, "SUMMARY"), " – ".join(part for part in (start, end) if part), _value(given, "LOCATION"), asker]
    about = _value(given, "DESCRIPTION")
    return "\n".join([*(line for line in lines if line), *(["", about] if about else [])])[:LONGEST]


def _value(given: dict[str, tuple[str, str]], name: str) -> str:
    return given.get(name, ("", ""))[1].strip()


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found.group(1) in "nN" else found.group(1), value)


def _bare(address: str) -> str:
    return f"<{address[7:]}>" if address.lower().startswith("mailto:") else ""


def _moment(field: tuple[str, str] | None) -> str:
    """Date and time as written, with the zone it is meant in; UTC for those that end in Z."""
    if field is None:
        return ""
    parameters, value = field
    zone = _ZONE.search(parameters)
    for form, shown in (("%Y%m%dT%H%M%SZ", "%Y-%m-%d %H:%M UTC"), ("%Y%m%dT%H%M%S", "%Y-%m-%d %H:%M"), ("%Y%m%d", "%Y-%m-%d")):
        try:
            said = datetime.strptime(value.strip(), form).strftime(shown)
        except ValueError:
            continue
        return f"{said} ({zone.group(1)})" if zone else said
    return ""
