"""The reference in docs/ is what the code says."""

from farol.app import reference


def test_the_reference_is_current() -> None:
    kept = {path.name: path.read_text("utf-8") for path in reference.FOLDER.glob("*.md")}
    assert kept == reference.documents(), "run: farol reference"
