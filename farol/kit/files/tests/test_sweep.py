from farol.kit.files import intake
from farol.kit.files.jobs import sweep
from farol.kit.files.tests import samples
from farol.kit.permission import Actor

ROSA = Actor("customer", 9, frozenset())


async def put(kit, name, content):
    return await intake.receive(kit, ROSA, name, "", samples.stream(content))


async def age(kit, row, hours):
    await kit.db.execute("update file set at = now() - make_interval(hours => $2) where id = $1", row.id, hours)


async def test_only_old_files_that_nothing_refers_to_go(kit):
    used, loose, young = [await put(kit, "a.png", samples.png()) for _ in range(3)]
    await age(kit, used, 25)
    await age(kit, loose, 25)
    await age(kit, young, 23)
    asked = []

    async def in_use(db, ids):
        asked.append(set(ids))
        return {used.id}

    assert await sweep(kit, in_use) == 1
    assert {r["id"] for r in await kit.db.fetch("select id from file")} == {used.id, young.id}
    left = {p.name for p in (kit.settings.data_dir / "files").rglob("*") if p.is_file()}
    assert left == {used.key, used.preview_key, young.key, young.preview_key}
    assert await sweep(kit, in_use) == 0
    assert asked == [{used.id, loose.id}]


async def test_a_sweep_that_died_after_the_bytes_is_ended_by_the_next(kit):
    row = await put(kit, "a.txt", b"x")
    await age(kit, row, 30)
    await kit.files.delete(row.key)

    async def nobody(db, ids):
        return set()

    assert await sweep(kit, nobody) == 1


async def test_more_than_a_page(kit, monkeypatch):
    monkeypatch.setattr("farol.kit.files.jobs.PAGE", 2)
    for _ in range(5):
        await age(kit, await put(kit, "a.txt", b"x"), 30)

    async def nobody(db, ids):
        return set()

    assert await sweep(kit, nobody) == 5
