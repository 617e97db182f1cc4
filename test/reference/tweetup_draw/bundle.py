"""A whole proof bundle from its bytes (protocol section 11)."""

from .lists import check_excluded, read_entries
from .log import read_log, replay
from .manifest import check_known_chain, check_manifest, commitment_of
from .values import canonical_json, read_canonical, require


def recompute(files, commitment=None, head=None, is_genuine=lambda signature, previous: True):
    """
    Everything that follows from `files` (manifest, entries, excluded, log; excluded may be None).
    Raises Refused where they break the protocol or are not what was published as commitment and head.
    """
    manifest = read_canonical(files["manifest"], "manifest")
    check_manifest(manifest)
    units = read_entries(files["entries"], manifest)
    check_excluded(files["excluded"], manifest, units)
    computed = commitment_of(manifest)
    require(commitment in (None, computed.hex()), "commitment is not the published one")
    beacon = manifest["seed"]["beacon"]
    if beacon is not None and manifest["seed"]["mode"] != "commit-reveal":
        check_known_chain(beacon)

    result = {
        "manifestCanonical": canonical_json(manifest),
        "commitment": computed.hex(),
        "root": manifest["entries"]["root"],
        "seed": None,
        "order": [],
        "states": [],
        "head": computed.hex(),
    }
    for seats, event, event_hash in replay(manifest, units, computed, read_log(files["log"]), is_genuine):
        result["states"].append(state_of(seats, event, event_hash))
        result["head"] = event_hash
        if event["type"] == "draw":
            result["seed"] = event["seed"]
            result["order"] = [[unit.id, unit.key.hex()] for unit in seats.order]
    require(head in (None, result["head"]), "head is not the published one")
    return result


def state_of(seats, event, event_hash):
    return {
        "seq": event["seq"],
        "hash": event_hash,
        "promoted": event["promoted"],
        "placed": sum(unit.state == "placed" for unit in seats.units),
        "heldSeats": sum(unit.held for unit in seats.units),
        "waiting": sum(unit.state == "waiting" for unit in seats.units),
        "free": [[pool, free] for pool, free in seats.free.items()],
        "placements": [[unit.id, unit.pool, unit.held] for unit in seats.placed()],
        "waitlist": [unit.id for unit in seats.waiting()],
    }
