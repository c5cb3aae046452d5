"""The style sheet that is served is the one its sources make."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[4]


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pages_build", ROOT / "web/pages/build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_is_up_to_date() -> None:
    build = builder()
    assert build.OUT.read_text() == build.build(), "run python web/pages/build.py"
    for script in build.SCRIPTS:
        assert build.OUT.with_name(script.name).read_text() == build.scripted(script), "run python web/pages/build.py"


def test_older_phones_can_read_it() -> None:
    css = builder().build()
    assert "light-dark(" not in css
    assert not re.search(r"[ :(]oklch\([\d.]", css)
    assert "@import" not in css
    assert "http" not in re.sub(r"xmlns='http://www\.w3\.org/2000/svg'", "", css).replace('^="https"', "")


def test_every_icon_that_a_template_names_is_there() -> None:
    templates = "".join(path.read_text() for path in (ROOT / "farol/selfserve").glob("*/templates/*.html"))
    for icon in set(re.findall(r'class="i (?:i-s )?(i-[a-z0-9]+)', templates)):
        assert f".{icon} {{" in builder().build()


def test_colours_come_out_as_in_the_design() -> None:
    assert builder().to_hex("0.520", "0.205", "27") == "#c4111a"
    assert builder().to_hex(None, None, None) == "#ffffff"
    assert builder().to_hex("0", "0", "0", "50") == "#00000080"
