"""Every SQL statement of the product is one that PostgreSQL accepts on the migrated schema."""

import ast
from pathlib import Path

import asyncpg
import pytest

from farol.kit.core import Kit

ROOT = Path(__file__).parents[1] / "farol"
VERBS = ("select", "insert", "update", "delete", "with")


def statements() -> list[tuple[str, str]]:
    """Module-level string constants in capitals that begin with a verb of SQL, with where they stand."""
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        if "tests" in path.parts:
            continue
        names: dict[str, str] = {}
        body = ast.parse(path.read_text("utf-8")).body
        parts = {n.id for node in body if isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp)
                 for n in ast.walk(node.value) if isinstance(n, ast.Name)}
        for node in body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id.isupper():
                name, text = node.targets[0].id, _text(node.value, names)
                if text is not None:
                    names[name] = text
                    if name not in parts:  # a part is prepared inside the statements made of it
                        found.append((f"{path.relative_to(ROOT)}:{name}", text))
    return [(where, text) for where, text in found if text.split(None, 1)[:1] and text.split(None, 1)[0].lower() in VERBS]


def _text(node: ast.expr, names: dict[str, str]) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _text(node.left, names), _text(node.right, names)
        return left + right if left is not None and right is not None else None
    return None


ALL = statements()


def test_there_are_statements() -> None:
    assert len(ALL) > 60


@pytest.mark.parametrize("path", sorted({where.partition(":")[0] for where, _ in ALL}))
async def test_statements_prepare(kit: Kit, path: str) -> None:
    refused = []
    async with kit.db.acquire() as connection:
        for where, text in ALL:
            if where.startswith(f"{path}:"):
                try:
                    await connection.prepare(text)
                except asyncpg.PostgresError as error:
                    refused.append(f"{where}: {error}")
    assert not refused
