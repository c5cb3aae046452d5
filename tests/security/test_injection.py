"""A15: what looks like a statement, a command or a path is words, wherever it stands."""

import ast
import time
from itertools import product
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import farol
from farol.app.demo import cast
from tests.security.payloads import PATHS, STATEMENTS
from tests.security.scene import FAROL, Scene, listed
from tests.security.test_assignment import who_may
from tests.security.test_objects import object_routes, things
from tests.sizes import some
from tests.world import indexed

FEW = STATEMENTS[::9]


def test_a15_there_are_hundreds() -> None:
    assert len({*STATEMENTS, *PATHS}) > 300


async def test_a15_search_takes_them_as_words(scene: Scene) -> None:
    before, wrong = await scene.state(), []
    console, pages = scene.headers("agent", "console"), scene.headers("nobody", "pages")
    known = (await scene.send("GET", "/api/console/search?q=nobody-ever-said-this", headers=console)).json()
    assert known["tickets"] == known["messages"] == []
    for text in some((*STATEMENTS, *PATHS), 10):
        began = time.monotonic()
        answer = await scene.send("GET", "/api/console/search", params={"q": text[:200]}, headers=console)
        found = [*answer.json()["tickets"], *answer.json()["messages"]] if answer.status_code == 200 else []
        said = answer.status_code == 200 and all(text.lower() in str(row).lower() or len(text) < 12 for row in found)
        if not said and answer.status_code != 422:
            wrong.append(("console", text, answer.status_code, len(found)))
        if text not in some((*STATEMENTS, *PATHS), 50):
            continue
        page = await scene.send("GET", "/help/en/search", params={"q": text}, headers=pages)
        if page.status_code not in (200, 303, 422):
            wrong.append(("help", text, page.status_code))
        if time.monotonic() - began > 8:
            wrong.append(("slept", text))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


async def test_a15_a_search_for_a_wildcard_finds_the_character(scene: Scene) -> None:
    """``%`` and ``_`` are characters: they do not find everything."""
    mei, ana = scene.things["mei"], scene.things["agent"]["client"]
    await scene.world.say(mei["client"], mei["ticket_id"], "费率是 zq100%_ofzq it 吗")
    await indexed(scene.kit)
    for text, count in (("zq100%_ofzq", 1), ("zq100%offer", 0), ("zq1__%_ofzq", 0), ("%%%%", 0), ("_____", 0)):
        found = (await scene.send("GET", "/api/console/search", params={"q": text}, headers=dict(ana.headers))).json()
        assert len(found["messages"]) == count, text


async def test_a15_in_every_query_and_path(scene: Scene) -> None:
    before, wrong = await scene.state(), []
    for turn, route in enumerate(scene.routes):
        if route.writes or not (route.query or route.names):
            continue
        who = "mei" if route.audience != "console" else who_may(route)
        for name, text in some(product((*route.query, *route.names), FEW), 12, turn):
            values, query = {n: quote(str(v), safe="") for n, v in things(scene, who).items()}, {n: "1" for n in route.query if n in ("before", "after", "said")}
            if name in route.names:
                values[name] = quote(text, safe="")
            else:
                query[name] = text[:200]
            answer = await scene.ask(who, route, route.address(**values), params=query)
            if answer.status_code >= 500:
                wrong.append((route.key, name, text, answer.status_code))
    assert not wrong, listed(wrong)
    after = await scene.state()
    assert {k for k in before if before[k] != after[k]} <= {"read_mark", "ticket", "event"}, "opening a page of one's own marks it read"


async def test_a15_sorting_and_filtering_are_from_a_list(scene: Scene) -> None:
    headers = scene.headers("agent", "console")
    good = (await scene.send("GET", "/api/console/inbox?view=all", headers=headers)).json()
    for text in FEW:
        assert (await scene.send("GET", "/api/console/inbox", params={"view": text}, headers=headers)).status_code == 422
        same = await scene.send("GET", "/api/console/inbox", params={"view": "all", "sort": text, "order": text, "filter": text, "limit": text}, headers=headers)
        assert [r["id"] for r in same.json()["rows"]] == [r["id"] for r in good["rows"]]


async def test_a15_in_words_and_names_they_are_kept_as_typed(scene: Scene) -> None:
    mallory, urgent = scene.things["mallory"], "select count(*) from ticket where severity = 'P0'"
    before = await scene.kit.db.fetchval(urgent)
    for text in (*FEW, *PATHS[::7]):
        if not text.strip():
            continue
        await scene.send("POST", f"/api/customer/tickets/{mallory['ticket_id']}/messages", headers=scene.headers("mallory", "customer"),
                         json={"client_id": str(uuid4()), "body": text})
        stored = await scene.kit.db.fetchval("select body from message where ticket_id = $1 order by seq desc limit 1", mallory["ticket_id"])
        assert stored == text.strip()
        answer = await scene.send("POST", "/api/customer/session", headers={"origin": "http://exchange.test"}, json={"visitor": {"email": "a@example.net", "name": text[:80]}})
        assert answer.json()["customer"]["name"] == text[:80]
    assert await scene.kit.db.fetchval(urgent) == before


async def test_a15_a_files_name_is_never_a_path(scene: Scene) -> None:
    """Whatever the name, the bytes lie under a random key, and the header that gives them out stays one header."""
    ticket, folder = scene.things["mallory"]["ticket_id"], scene.kit.settings.data_dir
    for name in (*PATHS[::2], *FEW[:20]):
        sent = {**scene.headers("mallory", "customer"), "content-type": "text/plain", "x-file-name": quote(name)}
        answer = await scene.send("POST", "/api/customer/files", headers=sent, content=b"words")
        assert answer.status_code in (200, 422), name
        if answer.status_code == 200:
            shown = answer.json()["name"]
            assert not {"/", "\\", "\n", "\r", "\0", "\u202e", "\u200b"} & set(shown)
            assert not shown.startswith(".")
    stored = {p.name for p in (folder / "files").rglob("*") if p.is_file()}
    assert all(len(name) == 64 and set(name) <= set("0123456789abcdef") for name in stored)
    assert not list(Path(folder).parent.glob("passwd*"))
    assert ticket


async def test_a15_identifiers_from_mail_and_exchange_names(scene: Scene) -> None:
    """R04: an id with the bus's wildcards never becomes a subject."""
    for text in ("*", ">", "farol.>", "ticket:*", "7.>", "7 8", "%2a"):
        for path in (f"/api/customer/tickets/{quote(text)}", f"/api/console/tickets/{quote(text)}/messages"):
            assert (await scene.send("GET", path, headers=scene.headers("mei", "customer"))).status_code in (401, 404)
    assert cast.MEI
    assert FAROL


def test_a15_no_shell_no_eval_no_pickle() -> None:
    """Nothing in the product hands words to an interpreter."""
    wrong = []
    for path in Path(farol.__file__).parent.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                shell = any(k.arg == "shell" and not (isinstance(k.value, ast.Constant) and k.value.value is False) for k in node.keywords)
                if name in ("eval", "exec", "os.system", "os.popen", "compile", "__import__", "pickle.loads", "pickle.load", "marshal.loads", "yaml.load") or shell:
                    wrong.append((str(path), node.lineno, name))
            if isinstance(node, ast.Import | ast.ImportFrom) and any(a.name.split(".")[0] in ("pickle", "shelve", "marshal") for a in node.names):
                wrong.append((str(path), node.lineno, "import"))
    assert not wrong, listed(wrong)


def test_a15_object_routes_exist(scene: Scene) -> None:
    assert object_routes(scene)
