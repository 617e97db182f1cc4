"""Recomputes every case of the folder that is named and says how many values are equal; ends with 1 when one is not."""

import json
import pathlib
import sys

from tweetup_draw.bundle import recompute
from tweetup_draw.manifest import first_round_not_before, round_time
from tweetup_draw.order import key_of, seed_of
from tweetup_draw.tickets import combined_secret, secret_commitment, ticket_id
from tweetup_draw.tree import inclusion_path, leads_to_root, leaf_hash, root_of
from tweetup_draw.values import ZERO32, canonical_json, sha256, tagged_hash, u64be

folder = pathlib.Path(sys.argv[1])
compared, different = 0, 0


def same(found, wanted, what):
    global compared, different
    compared += 1
    if found != wanted:
        different += 1
        print(f"{what}: is {str(found)[:200]}, the vector says {str(wanted)[:200]}")


def load(name):
    return json.loads((folder / name).read_text())


def as_files(bundle):
    def lines(texts):
        return "".join(text + "\n" for text in texts).encode()

    return {
        "manifest": canonical_json(bundle["manifest"]).encode(),
        "entries": lines(bundle["entries"]),
        "excluded": lines(bundle.get("excluded", [])),
        "log": lines(canonical_json(event) for event in bundle["log"]),
    }


def draws():
    for path in sorted(folder.glob("0*.json")):
        vector = json.loads(path.read_text())
        bundle, expected = vector["bundle"], vector["expect"]
        for unit in vector["tickets"]:
            same(leaf_hash(unit["line"].encode()).hex(), unit["unitId"], f"{path.name} unit id")
            for ticket in unit["tickets"]:
                made = ticket_id(bundle["manifest"]["event"], bytes.fromhex(ticket["nonce"]), ticket["holder"])
                same(made.hex(), ticket["ticketId"], f"{path.name} ticket id")
        same(sorted(unit["line"] for unit in vector["tickets"]), bundle["entries"], f"{path.name} entries")
        result = recompute(as_files(bundle), expected["commitment"], expected["head"])
        for field in ("manifestCanonical", "commitment", "root", "seed", "order", "head"):
            same(result[field], expected[field], f"{path.name} {field}")
        last = result["states"][-1]
        same(last["placements"], expected["placements"], f"{path.name} placements")
        same(last["waitlist"], expected["waitlist"], f"{path.name} waitlist")
        same(len(result["states"]), len(expected["states"]), f"{path.name} number of states")
        for found, wanted in zip(result["states"], expected["states"]):
            same({field: found[field] for field in wanted}, wanted, f"{path.name} state {wanted['seq']}")


def primitives():
    vector = load("ticket.json")
    for case in vector["tags"]:
        same(tagged_hash(case["tag"].removeprefix("TWEETUP-V1-")), sha256(bytes.fromhex(case["padded"])), "tag")
    for case in vector["tickets"]:
        made = ticket_id(case["event"], bytes.fromhex(case["nonce"]), case["holder"])
        same(made.hex(), case["ticketId"], "ticket id")
    for case in vector["secretCommits"]:
        same(secret_commitment(case["event"], bytes.fromhex(case["secret"])).hex(), case["commit"], "secret")
    for case in vector["seeds"]:
        randomness = bytes.fromhex(case["randomness"]) if case["randomness"] else ZERO32
        secrets = [bytes.fromhex(secret) for secret in case["secrets"] or []]
        secret = combined_secret(secrets) if secrets else ZERO32
        made = seed_of(case["mode"], bytes.fromhex(case["commitment"]), randomness, secret)
        same(made.hex(), case["seed"], f"seed {case['mode']}")
    for case in vector["scores"]:
        made = key_of(bytes.fromhex(case["seed"]), bytes.fromhex(case["leaf"]), case["weight"])
        same(made.hex(), case["key"], "key")
    for case in vector["canonical"]:
        same(canonical_json(case["value"]), case["text"], "canonical JSON")


def trees():
    vector = load("merkle.json")
    leaves = [leaf_hash(bytes.fromhex(text)) for text in vector["leafInputs"]]
    for size, root in enumerate(vector["roots"]):
        same(root_of(leaves[:size]).hex(), root, f"root of {size}")
    for case in vector["proofs"]:
        size, index, path = case["size"], case["index"], [bytes.fromhex(node) for node in case["path"]]
        same(inclusion_path(leaves[:size], index), path, f"path {index} of {size}")
        same(leads_to_root(leaves[index], index, size, path, root_of(leaves[:size])), True, f"proof {index} of {size}")


def beacons():
    vector = load("drand.json")
    for case in vector["rounds"]:
        chain = vector["chains"][case["chain"]]
        if case["valid"]:
            same(sha256(bytes.fromhex(case["signature"])).hex(), case["randomness"], f"randomness {case['round']}")
        if "unix" in case:
            same(round_time(chain, case["round"]), case["unix"], f"time of round {case['round']}")
    for case in vector["roundAt"]:
        chain = vector["chains"][case["chain"]]
        same(first_round_not_before(chain, case["unix"]), case["firstRoundNotBefore"], f"round at {case['unix']}")


def distribution():
    for case in load("distribution.json")["cases"]:
        weights = case["weights"]
        leaves = [leaf_hash(f"unit{unit}".encode()) for unit in range(len(weights))]
        first, included = [0] * len(weights), [0] * len(weights)
        for number in range(case["seeds"]):
            seed = tagged_hash("TEST", u64be(number))
            keys = [(key_of(seed, leaf, weight), leaf) for leaf, weight in zip(leaves, weights)]
            order = sorted(range(len(weights)), key=keys.__getitem__)
            first[order[0]] += 1
            for unit in order[: case["seats"]]:
                included[unit] += 1
        same(first, case["firstPlaceCounts"], f"first places of {weights}")
        same(included, case["inclusionCounts"], f"inclusion of {weights}")


for part in (draws, primitives, trees, beacons, distribution):
    part()
print(json.dumps({"compared": compared, "different": different}))
sys.exit(1 if different else 0)
