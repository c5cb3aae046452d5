import io
import stat

import pytest

from farol.kit.files import Files
from farol.kit.problem import NotFound


async def test_put_get_delete(tmp_path):
    files = Files(tmp_path / "files")
    key = await files.put(b"0123456789")
    assert await files.read(key) == b"0123456789"
    assert b"".join([part async for part in files.get(key, 3, 4)]) == b"3456"
    assert b"".join([part async for part in files.get(key, 8, 100)]) == b"89"
    assert b"".join([part async for part in files.get(key, 100)]) == b""
    await files.delete(key)
    await files.delete(key)
    with pytest.raises(NotFound):
        await files.read(key)


async def test_an_open_file_goes_in_from_its_start_and_comes_out_in_parts(tmp_path):
    content = bytes(range(256)) * 40_000
    source = io.BytesIO(content)
    source.seek(99)
    files = Files(tmp_path)
    key = await files.put(source)
    parts = [part async for part in files.get(key)]
    assert b"".join(parts) == content
    assert max(map(len, parts)) <= 1024 * 1024


async def test_keys_are_random_and_nothing_else_is_a_key(tmp_path):
    files = Files(tmp_path)
    keys = {await files.put(b"x") for _ in range(50)}
    assert len(keys) == 50
    assert all(len(key) == 64 for key in keys)
    for bad in ("../../etc/passwd", "", "a" * 63, "A" * 64, "a" * 64 + "/x"):
        with pytest.raises(NotFound):
            await files.read(bad)


def test_the_folder_is_ours_alone(tmp_path):
    Files(tmp_path / "new" / "files")
    assert stat.S_IMODE((tmp_path / "new" / "files").stat().st_mode) == 0o700
