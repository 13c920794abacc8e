"""Signatures of draws: the beacon's by a library, ours by Ed25519; the verifier that is handed out."""
