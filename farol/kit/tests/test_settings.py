"""Settings come from the environment or from files, and say which variable is wrong."""

from pathlib import Path

import pytest

from farol.kit import settings, settings_faults
from farol.kit.settings import Settings, SettingsError

LEAST = {"FAROL_DATABASE_URL": "postgresql://db/farol", "FAROL_SECRET_KEY": "k" * 32}


def test_two_variables_are_enough() -> None:
    loaded = Settings.load(LEAST)
    assert loaded.port == 8700
    assert not loaded.demo
    assert loaded.nats_url == ""


def test_values_are_converted() -> None:
    loaded = Settings.load(
        LEAST | {"FAROL_PORT": "9000", "FAROL_DEMO": "true", "FAROL_DATA_DIR": "/srv/farol",
                 "FAROL_WIDGET_ORIGINS": "https://a.example/, https://b.example"}
    )
    assert (loaded.port, loaded.demo, loaded.data_dir) == (9000, True, Path("/srv/farol"))
    assert loaded.widget_origins == ("https://a.example", "https://b.example")


def test_a_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("s" * 40 + "\n")
    loaded = Settings.load({**LEAST, "FAROL_SECRET_KEY_FILE": str(tmp_path / "key")})
    assert loaded.secret_key == "s" * 40


def test_every_mistake_is_named_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        Settings.load({"FAROL_PORT": "70000", "FAROL_DEMO": "perhaps", "FAROL_SECRET_KEY": "short",
                       "FAROL_SMTP_PASSWORD_FILE": "/no/such/file", "FAROL_BRAND": "a\0b"})
    text = str(error.value)
    for name in ("DATABASE_URL", "PORT", "DEMO", "SECRET_KEY", "SMTP_PASSWORD_FILE", "BRAND"):
        assert f"FAROL_{name}" in text
    assert "short" not in text


def test_a_child_process_gets_the_same_settings() -> None:
    loaded = Settings.load(LEAST | {"FAROL_WIDGET_ORIGINS": "https://a.example,https://b.example", "FAROL_DEMO": "1"})
    assert Settings.load(settings.environment(loaded)) == loaded


def test_the_reference_says_what_each_setting_means() -> None:
    rows = settings.reference()
    assert [row.variable for row in rows] == [settings.variable(name) for name in Settings.__struct_fields__]
    assert all(row.meaning for row in rows)
    assert {name for name in settings.SECRET if name not in Settings.__struct_fields__} == set()


def test_a_typing_mistake_is_found() -> None:
    assert settings.unknown({"FAROL_PROT": "1", "FAROL_PORT": "1", "FAROL_SECRET_KEY_FILE": "x", "HOME": "/"}) == ["FAROL_PROT"]


def test_a_brand_that_cannot_be_read_or_found_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")
    (tmp_path / "large.png").write_bytes(b"x" * (settings_faults.MOST_LOGO + 1))
    brand = {"FAROL_BRAND_COLOUR": "#1f4fd8", "FAROL_BRAND_ACCENT": "#f0b90b", "FAROL_BRAND_LOGO": str(tmp_path / "logo.svg")}
    assert Settings.load({**LEAST, **brand}).brand_accent == "#f0b90b"
    for name, value in (("COLOUR", "#f0b90b"), ("COLOUR", "blue"), ("ACCENT", "#fb0"), ("LOGO", "/no/such.svg"),
                        ("LOGO", str(tmp_path / "large.png")), ("LOGO", "/etc/hostname")):
        with pytest.raises(SettingsError, match=f"FAROL_BRAND_{name}"):
            Settings.load({**LEAST, **brand, f"FAROL_BRAND_{name}": value})
