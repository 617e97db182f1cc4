"""entries.txt and excluded.txt (protocol sections 2 and 3)."""

import re

from .tree import leaf_hash, root_of
from .values import MAX_COUNT, Refused, is_hex, is_reason, is_tag, require

MAX_TAGS = 256


class Unit:
    """One line of the list: who competes together, and what became of them."""

    def __init__(self, line, members, seats, weight, tags):
        self.line, self.members, self.seats, self.weight, self.tags = line, members, seats, weight, tags
        self.leaf = leaf_hash(line.encode("ascii"))
        self.id = self.leaf.hex()
        self.key = None
        self.state, self.pool, self.held = "waiting", None, 0


def lines_of(file, name):
    if file == b"":
        return []
    require(file.endswith(b"\n"), f"{name}: the last line has no LF")
    try:
        return file[:-1].decode("ascii").split("\n")
    except UnicodeDecodeError:
        raise Refused(f"{name}: not ASCII") from None


def ascending(values):
    return all(earlier < later for earlier, later in zip(values, values[1:]))


def read_number(text):
    require(re.fullmatch("[1-9][0-9]{0,9}", text), "entries: number form")
    return int(text)


def read_unit(line, manifest):
    fields = line.split(" ")
    require(len(fields) == 4, "entries: four fields")
    members, seats, weight = fields[0].split(","), read_number(fields[1]), read_number(fields[2])
    tags = [] if fields[3] == "-" else fields[3].split(",")
    require(all(is_hex(member, 32) for member in members), "entries: ticket id")
    require(ascending(members), "entries: members sorted and unique")
    require(len(members) <= seats <= min(manifest["maxUnitSeats"], MAX_COUNT), "entries: seats")
    require(weight <= manifest["maxWeight"], "entries: weight")
    require(all(is_tag(tag) for tag in tags) and len(tags) <= MAX_TAGS, "entries: tag")
    require(ascending(tags), "entries: tags sorted and unique")
    return Unit(line, members, seats, weight, tags)


def read_entries(file, manifest):
    lines = lines_of(file, "entries")
    units = [read_unit(line, manifest) for line in lines]
    require(ascending(lines), "entries: lines sorted and unique")
    tickets = {member for unit in units for member in unit.members}
    found = {
        "count": len(units),
        "members": sum(len(unit.members) for unit in units),
        "seats": sum(unit.seats for unit in units),
        "root": root_of([unit.leaf for unit in units]).hex(),
    }
    require(len(tickets) == found["members"], "entries: a ticket twice")
    require(found == manifest["entries"], "entries: counts or root")
    return units


def check_excluded(file, manifest, units):
    require(file is not None or manifest["excluded"]["count"] == 0, "excluded: missing")
    lines = lines_of(file or b"", "excluded")
    tickets = []
    for line in lines:
        ticket, _, reason = line.partition(" ")
        require(is_hex(ticket, 32) and is_reason(reason), "excluded: line")
        tickets.append(ticket)
    require(ascending(tickets), "excluded: sorted, each ticket once")
    root = root_of([leaf_hash(line.encode("ascii")) for line in lines]).hex()
    require({"count": len(lines), "root": root} == manifest["excluded"], "excluded: count or root")
    entered = {member for unit in units for member in unit.members}
    require(entered.isdisjoint(tickets), "excluded: a ticket is in the entries too")
