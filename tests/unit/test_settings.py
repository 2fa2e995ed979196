"""Settings are read once and a wrong one says its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsInvalid, read_settings


def test_without_any_setting_the_defaults_listen_on_this_machine_only() -> None:
    settings = read_settings({})
    assert settings == Settings()
    assert settings.loopback


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("PORT", "tachtig", "geheel getal"),
        ("PORT", "0", "tussen 1 en 65535"),
        ("PORT", "99999999999999999999", "tussen"),
        ("DATABASE_URL", "  ", "leeg"),
        ("ALLOWED_ORIGINS", "*", "oorsprong"),
        ("ALLOWED_ORIGINS", "https://*.voorbeeld.example", "oorsprong"),
        ("ALLOWED_ORIGINS", "https://voorbeeld.example/pad", "oorsprong"),
        ("TRUSTED_PROXIES", "overal", "netwerk"),
        ("TOEGANG", "dicht", "open, code of netwerk"),
        ("TOEGANG", "code", "TOEGANGSCODE_FILE"),
        ("TOEGANG", "netwerk", "TOEGANG_NETWERKEN"),
        ("EXIT_URL", "http://voorbeeld.example", "https://"),
        ("PROT", "8080", "PORT"),
        ("HOST", "0.0.0.0", "ALLOWED_ORIGINS"),  # noqa: S104 - the address that must be refused
    ],
)
def test_a_wrong_setting_is_refused_with_its_remedy(name: str, value: str, says: str) -> None:
    with pytest.raises(SettingsInvalid, match=says.replace("*", r"\*")):
        read_settings({f"STEUNWIJZER_{name}": value})


def test_a_public_address_is_fine_with_the_origins_that_may_show_it() -> None:
    settings = read_settings(
        {
            "STEUNWIJZER_HOST": "0.0.0.0",  # noqa: S104 - with origins it is allowed
            "STEUNWIJZER_ALLOWED_ORIGINS": "https://intranet.voorbeeld.example",
        }
    )
    assert settings.allowed_origins == ("https://intranet.voorbeeld.example",)
    assert not settings.loopback


def test_a_secret_comes_from_a_file_that_nobody_else_can_read(tmp_path: Path) -> None:
    file = tmp_path / "code"
    file.write_text("wegwijzer\n")
    environment = {"STEUNWIJZER_TOEGANG": "code", "STEUNWIJZER_TOEGANGSCODE_FILE": str(file)}
    file.chmod(0o644)
    with pytest.raises(SettingsInvalid, match="leesbaar voor anderen"):
        read_settings(environment)
    file.chmod(0o600)
    assert read_settings(environment).access_code == "wegwijzer"


def test_an_unreadable_secret_file_is_named_by_its_setting_not_by_its_content(
    tmp_path: Path,
) -> None:
    file = tmp_path / "code"
    file.write_bytes(b"\xff\xfe")
    file.chmod(0o600)
    for path in (file, tmp_path / "nergens"):
        with pytest.raises(SettingsInvalid, match="TOEGANGSCODE_FILE is niet te lezen"):
            read_settings({"STEUNWIJZER_TOEGANGSCODE_FILE": str(path)})
