"""The manifest: rules and list, frozen at the close (protocol sections 4 and 5)."""

from .values import (
    MAX_COUNT,
    MAX_INTEGER,
    MAX_TIME,
    canonical_json,
    is_hex,
    is_integer,
    is_name,
    is_tag,
    require,
    require_fields,
    tagged_hash,
)

FIELDS = (
    "v event draw prev closesAt rulesSha256 seats maxUnitSeats maxWeight fill pools spillTo entries excluded seed"
).split()
MAX_LIST = 256
DAY = 86_400
KNOWN_CHAINS = (
    {
        "chainHash": "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
        "publicKey": "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
        "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
        "scheme": "bls-unchained-g1-rfc9380",
        "period": 3,
        "genesis": 1_692_803_367,
    },
    {
        "chainHash": "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
        "publicKey": "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31",
        "scheme": "pedersen-bls-chained",
        "period": 30,
        "genesis": 1_595_431_050,
    },
)


def commitment_of(manifest):
    return tagged_hash("COMMIT", canonical_json(manifest).encode())


def first_round_not_before(beacon, time):
    return -((beacon["genesis"] - time) // beacon["period"]) + 1


def round_time(beacon, number):
    return beacon["genesis"] + (number - 1) * beacon["period"]


def check_manifest(manifest):
    require_fields(manifest, FIELDS, "manifest")
    check_frame(manifest)
    check_pools(manifest)
    check_counts(manifest)
    check_seed(manifest["seed"], manifest["closesAt"])


def check_frame(manifest):
    require(manifest["v"] == "tweetup-draw/1", "v")
    require(is_name(manifest["event"]), "event")
    require(is_integer(manifest["draw"], 1, MAX_COUNT), "draw")
    first = manifest["draw"] == 1
    require(manifest["prev"] is None if first else is_hex(manifest["prev"], 32), "prev")
    require(is_integer(manifest["closesAt"], 0, MAX_TIME), "closesAt")
    require(is_hex(manifest["rulesSha256"], 32), "rulesSha256")
    require(is_integer(manifest["maxUnitSeats"], 1, MAX_COUNT), "maxUnitSeats")
    require(is_integer(manifest["maxWeight"], 1, 100), "maxWeight")
    require(manifest["fill"] in ("first-fit", "hold"), "fill")


def check_pools(manifest):
    pools, spill_to = manifest["pools"], manifest["spillTo"]
    require(isinstance(pools, list) and 1 <= len(pools) <= MAX_LIST, "pools")
    for pool in pools:
        require_fields(pool, ["id", "seats", "tag"], "pool")
        require(is_name(pool["id"]) and is_integer(pool["seats"], 0, MAX_COUNT), "pool")
        require(pool["tag"] is None or is_tag(pool["tag"]), "pool tag")
    by_id = {pool["id"]: pool for pool in pools}
    require(len(by_id) == len(pools), "pool ids unique")
    require(is_integer(manifest["seats"], 0, MAX_COUNT), "seats")
    require(sum(pool["seats"] for pool in pools) == manifest["seats"], "sum of pool seats")
    if spill_to is not None:
        require(is_name(spill_to) and spill_to in by_id and by_id[spill_to]["tag"] is None, "spillTo")


def check_counts(manifest):
    entries, excluded = manifest["entries"], manifest["excluded"]
    require_fields(entries, ["count", "members", "seats", "root"], "entries")
    require_fields(excluded, ["count", "root"], "excluded")
    for part in (entries, excluded):
        require(is_integer(part["count"], 0, MAX_COUNT) and is_hex(part["root"], 32), "count or root")
    require(is_integer(entries["members"], 0, MAX_COUNT), "entries.members")
    require(is_integer(entries["seats"], 0, MAX_INTEGER), "entries.seats")


def check_seed(seed, closes_at):
    require_fields(seed, ["mode", "beacon", "contributors", "fallbackAfter"], "seed")
    mode, beacon, contributors = seed["mode"], seed["beacon"], seed["contributors"]
    require(mode in ("beacon", "commit-reveal", "both"), "seed.mode")
    require(beacon is not None or mode == "commit-reveal", "seed.beacon")
    require(isinstance(contributors, list) and len(contributors) <= MAX_LIST, "seed.contributors")
    for contributor in contributors:
        require_fields(contributor, ["id", "commit"], "contributor")
        require(is_name(contributor["id"]) and is_hex(contributor["commit"], 32), "contributor")
    require(len({contributor["id"] for contributor in contributors}) == len(contributors), "contributor ids unique")
    require(contributors or mode == "beacon", "seed.contributors")
    fallback_after = seed["fallbackAfter"]
    require(fallback_after is None or is_integer(fallback_after, 0, MAX_TIME), "fallbackAfter")
    if beacon is None:
        return
    check_beacon(beacon, closes_at)
    if mode == "beacon" and contributors and fallback_after is not None:
        require(fallback_after >= round_time(beacon, beacon["round"]) + DAY, "fallbackAfter under 24 hours")


def check_beacon(beacon, closes_at):
    require_fields(beacon, ["kind", "chainHash", "publicKey", "scheme", "period", "genesis", "round"], "beacon")
    require(beacon["kind"] == "drand" and is_hex(beacon["chainHash"], 32), "beacon")
    require(beacon["scheme"] in ("bls-unchained-g1-rfc9380", "pedersen-bls-chained"), "beacon.scheme")
    require(is_hex(beacon["publicKey"], 48 if beacon["scheme"] == "pedersen-bls-chained" else 96), "beacon.publicKey")
    require(is_integer(beacon["period"], 1, MAX_COUNT) and is_integer(beacon["genesis"], 0, MAX_TIME), "beacon times")
    require(is_integer(beacon["round"], 1, MAX_TIME), "beacon.round")
    require(beacon["round"] >= first_round_not_before(beacon, closes_at + 600), "beacon.round too early")
    require(round_time(beacon, beacon["round"]) <= MAX_TIME, "beacon.round too late")


def check_known_chain(beacon):
    """Who uses the hash or the key of a public chain uses all of it."""
    for known in KNOWN_CHAINS:
        if beacon["chainHash"] == known["chainHash"] or beacon["publicKey"] == known["publicKey"]:
            require(all(beacon[field] == known[field] for field in known), "beacon is not the public chain it names")
