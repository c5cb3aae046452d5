"""The generated reference: what exists, told by the code itself. ``docs/reference`` is written from here and tested equal."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from litestar.handlers import HTTPRouteHandler

from farol.core.people.model import RIGHTS
from farol.kit import settings
from farol.kit.events import KINDS
from farol.kit.jobs import JOBS, SCHEDULES
from farol.kit.permission import Can
from farol.kit.problem import REGISTRY
from farol.kit.reactions import REACTIONS

from . import assembly, features, pages

FOLDER = Path(__file__).parents[2] / "docs" / "reference"


def routes() -> str:
    """Every route with its audience, right and what it does."""
    rows = []
    for group in assembly.groups():
        handlers = [*group.routes, *(pages.routes if group.audience.name == "pages" else [])]
        hot = {f"{group.audience.prefix}/{route.first}/{{id}}/{route.last}" for route in group.hot}
        for handler in handlers:
            for path in sorted(handler.paths):
                full = (group.audience.prefix + path) if path != "/" else group.audience.prefix or "/"
                rows.append((full, _methods(handler), group.audience.name, handler.opt["can"].value, _said(handler)))
        rows += [(path, "POST", group.audience.name, "hot", "answered in front of the framework") for path in hot]
    return _table("Routes", ("path", "methods", "audience", "right", "about"), sorted(rows))


def _methods(handler: HTTPRouteHandler) -> str:
    return " ".join(sorted(method for method in handler.http_methods if method != "OPTIONS"))


def _said(handler: HTTPRouteHandler) -> str:
    return (handler.fn.__doc__ or "").strip().split("\n")[0]


def rights() -> str:
    """Who may do what."""
    rows = [(can.value, ", ".join(role for role, has in RIGHTS.items() if can in has) or "-") for can in Can]
    return _table("Rights", ("right", "roles of staff"), rows)


def problems() -> str:
    """Every refusal."""
    rows = [(code, str(kind.status), kind.texts["en"], kind.texts["zh"]) for code, kind in sorted(REGISTRY.items())]
    return _table("Problems", ("code", "status", "English", "中文"), rows)


def events() -> str:
    """Every event."""
    rows = [(kind, ", ".join(event.__struct_fields__), _first(event.__doc__)) for kind, event in sorted(KINDS.items())
            if event.__module__.startswith("farol.") and ".tests." not in event.__module__]
    return _table("Events", ("kind", "fields", "meaning"), rows)


def work() -> str:
    """Jobs, schedules and reactions."""
    rows = [(name, "job", f"up to {kind.tries} tries", _first(kind.run.__doc__)) for name, kind in sorted(JOBS.items())]
    rows += [(name, "schedule", f"every {seconds:g} s", _first(run.__doc__)) for name, (seconds, run) in sorted(SCHEDULES.items())]
    rows += [(name, "reaction", ", ".join(sorted(each.kinds)), _first(each.run.__doc__)) for name, each in sorted(REACTIONS.items())]
    return _table("Jobs, schedules, reactions", ("name", "what", "when", "about"), rows)


def all_settings() -> str:
    """Every setting."""
    rows = [(row.variable, row.meaning, row.default, "secret" if row.secret else "") for row in settings.reference()]
    return _table("Settings", ("variable", "meaning", "default", ""), rows)


def feature_map() -> str:
    """Every feature, what it is, and what it needs beside what lies below."""
    rows = []
    for feature in features.FEATURES:
        module = import_module(f"farol.{feature}")
        rows.append((feature, _first(module.__doc__), ", ".join(getattr(module, "needs", ())) or "-"))
    return _table("Features", ("feature", "about", "needs"), rows)


def documents() -> dict[str, str]:
    """File name to text of the whole reference."""
    assembly.register()
    return {"routes.md": routes(), "rights.md": rights(), "problems.md": problems(), "events.md": events(), "work.md": work(),
            "settings.md": all_settings(), "features.md": feature_map()}


def write() -> list[Path]:
    """Writes ``docs/reference`` anew and returns the files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = []
    for name, text in documents().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        made.append(FOLDER / name)
    return made


def _first(text: str | None) -> str:
    return " ".join((text or "").strip().split("\n\n")[0].split())


def _table(title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [f"# {title}", "", "Written by `farol reference`; do not edit.", "", _row(head), _row(("--",) * len(head))]
    return "\n".join([*lines, *(_row(row) for row in rows), ""])


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
