"""The log, event by event (protocol sections 10 and 11)."""

from .order import check_number, order_hash, rank
from .seats import REMOVALS, Seats
from .values import MAX_TIME, canonical_json, is_integer, read_canonical, require, require_fields, tagged_hash

FRAME = ["seq", "prev", "at", "type", "promoted"]
EXTRA = {
    "draw": ["mode", "randomness", "signature", "previousSignature", "secrets", "seed", "order"],
    **{removal: ["unit", "reason"] for removal in REMOVALS},
    "reinstate": ["unit", "reason"],
    "reduce": ["unit", "seats", "reason"],
    "capacity": ["pool", "seats", "reason"],
    "shrink": ["pool", "seats", "reason"],
    "final": ["reason"],
}


def event_hash(event):
    return tagged_hash("EVENT", canonical_json(event).encode())


def read_log(file):
    lines = file.split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    return [read_canonical(line, "log") for line in lines]


def replay(manifest, units, commitment, events, is_genuine):
    """Yields the seats, the event and its hash after every event; refuses the first that does not follow."""
    seats = Seats(manifest, units)
    prev, at = commitment.hex(), manifest["closesAt"]
    for number, event in enumerate(events, start=1):
        kind = event.get("type") if isinstance(event, dict) else None
        require(isinstance(kind, str) and kind in EXTRA, "event type")
        require_fields(event, FRAME + EXTRA[kind], "event")
        require(is_integer(event["seq"], number, number), "seq")
        require(event["prev"] == prev, "prev")
        require(is_integer(event["at"], at, MAX_TIME), "at")
        at = event["at"]
        if kind == "draw":
            draw(seats, commitment, event, is_genuine)
        else:
            seats.change(event)
        require(event["promoted"] == seats.fill(), "promoted")
        prev = event_hash(event).hex()
        yield seats, event, prev


def draw(seats, commitment, event, is_genuine):
    require(seats.order is None, "a second draw")
    seed = check_number(seats.manifest, commitment, event, is_genuine)
    seats.order = rank(seats.units, seed)
    require(event["order"] == order_hash(seats.order).hex(), "order")
