"""The number of the draw and the order that follows from it (protocol sections 1, 5 and 6)."""

from .manifest import round_time
from .tickets import combined_secret, secret_commitment
from .values import ZERO32, is_hex, require, sha256, tagged_hash, u32be

MODE_BYTE = {"beacon": b"\x01", "commit-reveal": b"\x02", "both": b"\x03"}


def seed_of(mode, commitment, randomness, secret):
    return tagged_hash("SEED", MODE_BYTE[mode], commitment, randomness, secret)


def key_of(seed, leaf, weight):
    return min(tagged_hash("SCORE", seed, leaf, u32be(copy)) for copy in range(weight))


def rank(units, seed):
    for unit in units:
        unit.key = key_of(seed, unit.leaf, unit.weight)
    return sorted(units, key=lambda unit: (unit.key, unit.leaf))


def order_hash(order):
    return tagged_hash("ORDER", *[unit.leaf for unit in order])


def check_mode(seed, draw):
    if draw["mode"] == seed["mode"]:
        return
    require(seed["mode"] == "beacon" and draw["mode"] == "commit-reveal", "draw: mode")
    require(seed["contributors"] and seed["fallbackAfter"] is not None, "draw: no fallback allowed")
    require(draw["at"] >= seed["fallbackAfter"], "draw: fallback too early")


def randomness_of(beacon, draw, is_genuine):
    """B; `is_genuine(signature, previousSignature)` stands in for the BLS check."""
    signature, previous = draw["signature"], draw["previousSignature"]
    require(draw["at"] >= round_time(beacon, beacon["round"]), "draw: before the round")
    if beacon["scheme"] == "pedersen-bls-chained":
        require(is_hex(signature, 96) and is_hex(previous, 32, 96), "draw: signature form")
    else:
        require(is_hex(signature, 48) and previous is None, "draw: signature form")
    require(is_genuine(signature, previous), "draw: signature")
    randomness = sha256(bytes.fromhex(signature))
    require(draw["randomness"] == randomness.hex(), "draw: randomness")
    return randomness


def revealed_secret(manifest, draw):
    """S."""
    secrets, contributors = draw["secrets"], manifest["seed"]["contributors"]
    require(isinstance(secrets, list) and len(secrets) == len(contributors), "draw: secrets")
    require(all(is_hex(secret, 32) for secret in secrets), "draw: secret form")
    revealed = [bytes.fromhex(secret) for secret in secrets]
    for secret, contributor in zip(revealed, contributors):
        require(secret_commitment(manifest["event"], secret).hex() == contributor["commit"], "draw: secret")
    return combined_secret(revealed)


def check_number(manifest, commitment, draw, is_genuine):
    """The seed, when this draw was allowed at its time and says what follows."""
    require(draw["mode"] in MODE_BYTE, "draw: mode")
    check_mode(manifest["seed"], draw)
    randomness, secret = ZERO32, ZERO32
    if draw["mode"] == "commit-reveal":
        require(draw["randomness"] is draw["signature"] is draw["previousSignature"] is None, "draw: beacon not null")
    else:
        randomness = randomness_of(manifest["seed"]["beacon"], draw, is_genuine)
    if draw["mode"] == "beacon":
        require(draw["secrets"] is None, "draw: secrets not null")
    else:
        secret = revealed_secret(manifest, draw)
    seed = seed_of(draw["mode"], commitment, randomness, secret)
    require(draw["seed"] == seed.hex(), "draw: seed")
    return seed
