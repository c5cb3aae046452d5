"""What the code says about itself: routes with their rights, features with what they need."""

from importlib import import_module

from litestar.handlers import HTTPRouteHandler

from . import features, pages


def routes() -> str:
    """One line a route: audience, method, path, right, where it is written."""
    rows = [("audience", "method", "path", "right", "code")]
    for group in features.groups():
        name, prefix = group.audience.name, group.audience.prefix
        own = pages.routes if name == "pages" else []
        rows += [row for route in [*group.routes, *own] for row in _rows(name, prefix, route)]
    rows[1:] = sorted(set(rows[1:]))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def _rows(audience: str, prefix: str, route: HTTPRouteHandler) -> list[tuple[str, str, str, str, str]]:
    code = f"{route.fn.__module__}:{route.fn.__name__}"
    can = route.opt.get("can")
    right = can.value if can is not None else "none"
    return [
        (audience, method, (prefix + path).rstrip("/") or "/", right, code)
        for path in sorted(route.paths) for method in sorted(str(each) for each in route.http_methods)
        if method != "OPTIONS"
    ]  # fmt: skip


def feature_map() -> str:
    """One paragraph a feature: its sentence, what it needs, what it holds."""
    parts = []
    for name in features.FEATURES:
        module = import_module(f"farol.{name}")
        needs = ", ".join(getattr(module, "needs", ())) or "nothing beside the kit"
        parts.append(f"{name}\n  {(module.__doc__ or '').strip().splitlines()[0]}\n  needs {needs}")
    return "\n".join(parts)
