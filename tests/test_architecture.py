"""The shape of the product: which way imports point, who may know the web framework, what every feature must have."""

import ast
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from farol.app.features import FEATURES

ROOT = Path(__file__).parents[1] / "farol"
LEVEL = {"kit": 0, "schema": 0, "core": 1, "channels": 2, "desk": 2, "selfserve": 2, "trust": 2, "insight": 2, "app": 3}
EDGES = {"litestar": {"kit/web", "app"}, "nats": {"kit/bus.py", "kit/supervisor", "app"}, "pgqueuer": {"kit/worker.py"}, "obstore": {"kit/files"}}
LONGEST = 250


@cache
def sources() -> list[Path]:
    """Every module of the product, tests aside."""
    return [path for path in sorted(ROOT.rglob("*.py")) if "tests" not in path.parts]


def imports(path: Path) -> list[tuple[int, str]]:
    """What a module imports, as absolute names with their lines."""
    package = path.relative_to(ROOT.parent).parent.parts
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) + ("." if node.module else "") if node.level else ""
            name = base + (node.module or "")
            found.append((node.lineno, name))
            found += [(node.lineno, f"{name}.{alias.name}") for alias in node.names]
    return found


def feature_of(parts: tuple[str, ...]) -> str | None:
    """``core.tickets`` for a module below a feature folder."""
    name = ".".join(parts[:2])
    return name if name in FEATURES else None


def broken(path: Path) -> list[str]:
    """Each rule that an import of this module breaks, with its line."""
    own = path.relative_to(ROOT).parts
    feature, wrong = feature_of(own), []
    needs = set(getattr(import_module(f"farol.{feature}"), "needs", ())) if feature else set()
    for line, name in imports(path):
        parts = tuple(name.split("."))
        where = f"{path.relative_to(ROOT)}:{line} imports {name}"
        for library, rooms in EDGES.items():
            if parts[0] == library and not any("/".join(own).startswith(room) for room in rooms):
                wrong.append(f"{where}: only {', '.join(sorted(rooms))} may know {library}")
        if parts[0] != "farol" or len(parts) < 2 or parts[1] not in LEVEL:
            continue
        target = feature_of(parts[1:])
        events = len(parts) > 3 and parts[3] == "events"
        if LEVEL[parts[1]] > LEVEL.get(own[0], 3):
            wrong.append(f"{where}: arrows point down only")
        elif target and feature and target != feature and LEVEL[parts[1]] == LEVEL[own[0]] and not events:
            short = target.split(".")[1]
            if short not in needs:
                wrong.append(f"{where}: {short} is not among the needs of {feature}")
            elif FEATURES.index(target) > FEATURES.index(feature):
                wrong.append(f"{where}: {target} comes after {feature} in the list of features")
    return wrong


def rooms() -> list[str]:
    """The folders of two levels, such as ``core/tickets``, that hold all modules."""
    return sorted({"/".join(path.relative_to(ROOT).parts[:-1][:2]) for path in sources()})


def within(room: str) -> list[Path]:
    """The modules of a room."""
    return [path for path in sources() if "/".join(path.relative_to(ROOT).parts[:-1][:2]) == room]


@pytest.mark.parametrize("room", rooms())
def test_imports_point_down(room: str) -> None:
    assert not [wrong for path in within(room) for wrong in broken(path)]


def test_a_wrong_import_is_caught(tmp_path: Path) -> None:
    planted = ROOT / "kit" / "planted_by_a_test.py"
    planted.write_text("from farol.core.tickets import model\nimport litestar\n")
    try:
        assert len(broken(planted)) >= 2
    finally:
        planted.unlink()


def test_files_are_small() -> None:
    lines = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert not {path: count for path, count in lines.items() if count > LONGEST}


@pytest.mark.parametrize("feature", FEATURES)
def test_a_feature_says_what_it_is(feature: str) -> None:
    module = import_module(f"farol.{feature}")
    assert module.__doc__
    assert module.__doc__.strip().endswith(".")
    assert set(getattr(module, "needs", ())) <= {name.split(".")[1] for name in FEATURES}
