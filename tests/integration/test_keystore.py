"""Key stores: the encrypted file on a real disk, and the operating system's store through keyring."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringLocked, PasswordSetError

from kiosk.adapters.keys.key_file import FileKeyStore
from kiosk.adapters.keys.keystore import (
    DEVICE_KEY,
    LEDGER_KEY,
    OsKeyStore,
    find_os_backend,
    is_real_store,
    open_key_store,
)
from kiosk.adapters.keys.keystore_faults import (
    KeyStoreDamaged,
    KeyStoreFault,
    KeyStoreLocked,
    KeyStoreUnavailable,
    MachineSecretMissing,
    PassphraseNeeded,
    WrongPassphrase,
)
from kiosk.adapters.keys.passwords import Argon2Cost
from tests.shared.rights import others_may_read

CHEAP = Argon2Cost(passes=1, memory_kib=64, lanes=1)
SECRET = bytes(range(32))


class Drawer(KeyringBackend):
    """A keyring backend that keeps its secrets in memory: keyring's own interface, no operating system."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.forgetful = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise PasswordSetError("locked")
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def file_store(folder: Path, passphrase: str | None = None) -> FileKeyStore:
    return FileKeyStore(folder / "data" / "keys.json", folder / "own" / "secret", passphrase, cost=CHEAP)


@pytest.mark.parametrize("passphrase", [None, "三個臭皮匠 beats one"])
def test_a_file_keeps_keys_across_restarts(tmp_path: Path, passphrase: str | None) -> None:
    store = file_store(tmp_path, passphrase)
    assert store.get(LEDGER_KEY) is None
    store.put(LEDGER_KEY, SECRET)
    store.put(DEVICE_KEY, b"two")
    store.put(DEVICE_KEY, b"three")
    again = file_store(tmp_path, passphrase)
    assert again.get(LEDGER_KEY) == SECRET
    assert again.get(DEVICE_KEY) == b"three"
    again.delete(DEVICE_KEY)
    again.delete(DEVICE_KEY)
    assert file_store(tmp_path, passphrase).get(DEVICE_KEY) is None
    assert store.get(LEDGER_KEY) == SECRET


@pytest.mark.parametrize("passphrase", [None, "horse"])
def test_no_secret_stands_readable_in_the_file(tmp_path: Path, passphrase: str | None) -> None:
    store = file_store(tmp_path, passphrase)
    store.put(LEDGER_KEY, SECRET)
    content = (tmp_path / "data" / "keys.json").read_bytes()
    for form in (SECRET, SECRET.hex().encode(), LEDGER_KEY.encode(), b"horse"):
        assert form not in content
    assert "horse" not in store.describe()


def test_wrong_missing_and_right_passphrase(tmp_path: Path) -> None:
    file_store(tmp_path, "horse").put(LEDGER_KEY, SECRET)
    with pytest.raises(WrongPassphrase):
        file_store(tmp_path, "house").get(LEDGER_KEY)
    with pytest.raises(PassphraseNeeded):
        file_store(tmp_path).get(LEDGER_KEY)
    with pytest.raises(WrongPassphrase):
        file_store(tmp_path, "house").put(DEVICE_KEY, b"x")
    with pytest.raises(PassphraseNeeded):
        file_store(tmp_path).put(DEVICE_KEY, b"x")
    assert file_store(tmp_path, "horse").get(LEDGER_KEY) == SECRET
    assert not (tmp_path / "own").exists()


def test_a_copy_without_the_machines_secret_is_useless(tmp_path: Path) -> None:
    store = file_store(tmp_path)
    store.put(LEDGER_KEY, SECRET)
    secret = tmp_path / "own" / "secret"
    kept = secret.read_bytes()
    secret.unlink()
    with pytest.raises(MachineSecretMissing):
        store.get(LEDGER_KEY)
    with pytest.raises(MachineSecretMissing):
        store.put(LEDGER_KEY, b"new")
    assert not secret.exists()
    secret.write_bytes(os.urandom(32))
    with pytest.raises(MachineSecretMissing):
        store.get(LEDGER_KEY)
    secret.write_bytes(kept[:-1])
    with pytest.raises(KeyStoreDamaged):
        store.get(LEDGER_KEY)
    secret.write_bytes(kept)
    assert store.get(LEDGER_KEY) == SECRET


def test_a_file_moves_under_a_passphrase_with_the_next_put(tmp_path: Path) -> None:
    file_store(tmp_path).put(LEDGER_KEY, SECRET)
    assert "machine" in file_store(tmp_path).describe()
    moved = file_store(tmp_path, "horse")
    assert moved.get(LEDGER_KEY) == SECRET
    moved.put(DEVICE_KEY, b"x")
    assert "passphrase" in moved.describe()
    with pytest.raises(PassphraseNeeded):
        file_store(tmp_path).get(LEDGER_KEY)
    assert file_store(tmp_path, "horse").get(LEDGER_KEY) == SECRET


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_flipped_byte_is_always_noticed_or_changes_nothing(tmp_path: Path, data: st.DataObject) -> None:
    store = file_store(tmp_path, "horse")
    path = tmp_path / "data" / "keys.json"
    if not path.exists():
        store.put(LEDGER_KEY, SECRET)
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(damaged)
    try:
        kept = store.get(LEDGER_KEY)
    except KeyStoreDamaged:
        kept = SECRET
    finally:
        path.write_bytes(whole)
    assert kept == SECRET


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b'{"format": "kiosk-keys/1"}', b"\0" * 500])
def test_a_file_that_is_none_of_ours_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "keys.json").write_bytes(content)
    with pytest.raises(KeyStoreDamaged):
        file_store(tmp_path).get(LEDGER_KEY)
    with pytest.raises(KeyStoreDamaged):
        file_store(tmp_path).put(LEDGER_KEY, SECRET)
    assert (tmp_path / "data" / "keys.json").read_bytes() == content


def test_a_box_that_was_exchanged_does_not_open(tmp_path: Path) -> None:
    """Whoever repairs the checksum still cannot put another box, or another cost, in."""
    store = file_store(tmp_path)
    store.put(LEDGER_KEY, SECRET)
    path = tmp_path / "data" / "keys.json"
    head = json.loads(path.read_bytes())
    head["box"] = "00" + head["box"][2:]
    del head["sum"]
    head["sum"] = hashlib.sha256(json.dumps(head, sort_keys=True).encode()).hexdigest()
    path.write_bytes(json.dumps(head).encode())
    with pytest.raises(KeyStoreDamaged):
        store.get(LEDGER_KEY)


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    file_store(tmp_path).put(LEDGER_KEY, SECRET)
    for path in (tmp_path / "data" / "keys.json", tmp_path / "own" / "secret"):
        assert not others_may_read(path)


def test_a_write_that_fails_leaves_the_old_file_and_no_crumbs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = file_store(tmp_path)
    store.put(LEDGER_KEY, SECRET)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KeyStoreUnavailable, match="No space left"):
        store.put(DEVICE_KEY, b"x")
    monkeypatch.undo()
    assert store.get(LEDGER_KEY) == SECRET
    assert store.get(DEVICE_KEY) is None
    assert not list((tmp_path / "data").glob(".*.part"))


def _put_ten(folder: Path, name: str) -> None:
    for number in range(10):
        file_store(folder).put(f"{name}-{number}", name.encode())


def test_two_processes_do_not_lose_each_others_keys(tmp_path: Path) -> None:
    file_store(tmp_path).put(LEDGER_KEY, SECRET)
    spawn = get_context("spawn")
    both = [spawn.Process(target=_put_ten, args=(tmp_path, name)) for name in ("a", "b")]
    for process in both:
        process.start()
    for process in both:
        process.join()
        assert process.exitcode == 0
    for name in ("a", "b"):
        assert all(file_store(tmp_path).get(f"{name}-{n}") == name.encode() for n in range(10))


def test_the_operating_systems_store() -> None:
    drawer = Drawer()
    store = OsKeyStore(drawer, "kiosk test")
    assert store.get(LEDGER_KEY) is None
    store.put(LEDGER_KEY, SECRET)
    assert store.get(LEDGER_KEY) == SECRET
    assert OsKeyStore(drawer, "kiosk other").get(LEDGER_KEY) is None
    store.delete(LEDGER_KEY)
    store.delete(LEDGER_KEY)
    assert store.get(LEDGER_KEY) is None
    assert "Drawer" in store.describe()
    with pytest.raises(ValueError, match="names of keys"):
        store.put("Ledger key!", SECRET)


def test_an_operating_systems_store_that_fails() -> None:
    drawer = Drawer()
    store = OsKeyStore(drawer, "kiosk test")
    drawer.kept["kiosk test", LEDGER_KEY] = "not base64 !"
    with pytest.raises(KeyStoreDamaged):
        store.get(LEDGER_KEY)
    drawer.forgetful = True
    with pytest.raises(KeyStoreUnavailable, match="did not keep"):
        store.put(DEVICE_KEY, SECRET)
    drawer.locked = True
    with pytest.raises(KeyStoreLocked):
        store.get(LEDGER_KEY)
    with pytest.raises(KeyStoreUnavailable):
        store.put(LEDGER_KEY, SECRET)


@pytest.mark.parametrize("kind", [fail.Keyring, null.Keyring, chainer.ChainerBackend, Drawer])
def test_backends_that_keep_nothing_or_are_no_part_of_keyring_are_not_used(
    kind: Callable[[], KeyringBackend],
) -> None:
    assert not is_real_store(kind())


def test_finding_the_store_of_this_machine() -> None:
    backend = find_os_backend()
    assert backend is None or is_real_store(backend)
    assert find_os_backend("keyring.backends.nowhere.Keyring") is None


def test_without_a_store_of_the_system_an_encrypted_file_is_used(tmp_path: Path) -> None:
    data, own = tmp_path / "data", tmp_path / "own"
    store = open_key_store(data, own, "kiosk test", find=lambda _: None)
    store.put(LEDGER_KEY, SECRET)
    # A store that turns up later (somebody logs in to a desktop) must not make the keys vanish.
    again = open_key_store(data, own, "kiosk test", find=lambda _: Drawer())
    assert again.get(LEDGER_KEY) == SECRET


def test_a_passphrase_asks_for_the_file(tmp_path: Path) -> None:
    store = open_key_store(tmp_path / "d", tmp_path / "o", "kiosk test", passphrase="horse", find=lambda _: Drawer())
    assert isinstance(store, FileKeyStore)
    assert "passphrase" in store.describe()


def test_the_systems_store_is_remembered_and_missed(tmp_path: Path) -> None:
    drawer = Drawer()
    asked: list[str | None] = []

    def find(remembered: str | None) -> KeyringBackend | None:
        asked.append(remembered)
        return drawer

    data, own = tmp_path / "data", tmp_path / "own"
    open_key_store(data, own, "kiosk test", find=find).put(LEDGER_KEY, SECRET)
    assert open_key_store(data, own, "kiosk test", find=find).get(LEDGER_KEY) == SECRET
    assert asked[0] is None
    assert str(asked[-1]).endswith("Drawer")
    with pytest.raises(KeyStoreUnavailable, match="gone"):
        open_key_store(data, own, "kiosk test", find=lambda _: None)
    assert not (data / "keys.json").exists()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"store": "cloud"}', b'{"store": "os"}'])
def test_a_damaged_choice_is_not_made_again(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keystore.json").write_bytes(content)
    with pytest.raises(KeyStoreDamaged):
        open_key_store(tmp_path, tmp_path / "own", "kiosk test", find=lambda _: None)


def test_a_folder_that_cannot_be_made_is_a_key_store_fault(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(KeyStoreFault):
        open_key_store(tmp_path / "data" / "kiosk", tmp_path / "own", "kiosk test", find=lambda _: None)
    with pytest.raises(KeyStoreFault):
        file_store(tmp_path).put(LEDGER_KEY, SECRET)
