"""Ticket ids and the commitments of secrets (protocol sections 1 and 2)."""

from .values import sha256, tagged_hash


def ticket_id(event, nonce, holder):
    return tagged_hash("TICKET", sha256(event.encode()), nonce, sha256(holder.encode()))


def secret_commitment(event, secret):
    return tagged_hash("SCOMMIT", sha256(event.encode()), secret)


def combined_secret(secrets):
    return tagged_hash("SECRET", *secrets)
