"""Hashes and canonical JSON (protocol section 1)."""

import hashlib
import json
import re

ZERO32 = bytes(32)
MAX_INTEGER = 2**53 - 1
MAX_COUNT = 2**32 - 1
#: The last second of the year 9999.
MAX_TIME = 253_402_300_799
MAX_DEPTH = 32


class Refused(Exception):
    """What was given breaks the protocol; the message says where."""


def require(holds, message):
    if not holds:
        raise Refused(message)


def sha256(*parts):
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.digest()


def tagged_hash(name, *parts):
    """H(TAG, a, b, ...) with the tag TWEETUP-V1-name, padded with zero bytes to 32."""
    tag = b"TWEETUP-V1-" + name.encode("ascii")
    return sha256(tag.ljust(32, b"\0"), *parts)


def u32be(number):
    return number.to_bytes(4, "big")


def u64be(number):
    return number.to_bytes(8, "big")


def canonical_json(value, depth=0):
    """CJ(value)."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        require(-MAX_INTEGER <= value <= MAX_INTEGER, "integer beyond 2^53-1")
        return str(value)
    if isinstance(value, str):
        require(re.fullmatch(r"[\x20-\x7e]*", value), "character outside U+0020..U+007E")
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    require(depth < MAX_DEPTH, "nested too deep")
    if isinstance(value, list):
        return "[" + ",".join(canonical_json(item, depth + 1) for item in value) + "]"
    if isinstance(value, dict):
        members = (canonical_json(key) + ":" + canonical_json(value[key], depth + 1) for key in sorted(value))
        return "{" + ",".join(members) + "}"
    raise Refused("a value that canonical JSON cannot say")


def read_canonical(file, name):
    """The value whose CJ is exactly these bytes."""
    try:
        text = file.decode("ascii")
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(f"{name}: no JSON: {error}") from None
    require(canonical_json(value) == text, f"{name}: not canonical")
    return value


def is_integer(value, low, high):
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def is_hex(value, *sizes):
    """Lower case hex of one of these numbers of bytes."""
    return isinstance(value, str) and re.fullmatch("[0-9a-f]*", value) is not None and len(value) in [2 * n for n in sizes]


def is_name(value):
    return isinstance(value, str) and re.fullmatch(r"[\x20-\x7e]{1,256}", value) is not None


def is_tag(value):
    return isinstance(value, str) and re.fullmatch("[a-z0-9-]{1,16}", value) is not None and value != "-"


def is_reason(value):
    return isinstance(value, str) and re.fullmatch(r"[\x21-\x7e]{1,64}", value) is not None


def require_fields(value, fields, name):
    require(isinstance(value, dict), f"{name}: not an object")
    require(set(value) == set(fields), f"{name}: fields are {sorted(value)}")
