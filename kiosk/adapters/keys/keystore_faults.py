"""What can be wrong with a key store. `code` is stable; the words live in the screen's language files."""

from __future__ import annotations


class KeyStoreFault(Exception):
    """The key store cannot do its work."""

    code = "key_store_fault"


class KeyStoreUnavailable(KeyStoreFault):
    """The store is not there, or does not answer."""

    code = "key_store_unavailable"


class KeyStoreLocked(KeyStoreFault):
    """The store is there and locked: the user has to sign in to the desktop."""

    code = "key_store_locked"


class KeyStoreDamaged(KeyStoreFault):
    """What is stored is not what was written."""

    code = "key_store_damaged"


class WrongPassphrase(KeyStoreFault):
    """The passphrase does not open the key file."""

    code = "key_store_wrong_passphrase"


class PassphraseNeeded(KeyStoreFault):
    """The key file is under a passphrase and none was given."""

    code = "key_store_passphrase_needed"


class MachineSecretMissing(KeyStoreFault):
    """The key file belongs to a machine secret that is not here: copied from another machine, or the secret
    was deleted."""

    code = "key_store_secret_missing"
