"""Who sits where: the fill rule and what events change (protocol sections 8 and 10)."""

from .values import MAX_COUNT, is_integer, is_reason, require

REMOVALS = ("withdraw", "decline", "expire", "disqualify")


class Seats:
    """The state of a draw; before it, `order` is None."""

    def __init__(self, manifest, units):
        self.manifest, self.units = manifest, units
        self.by_id = {unit.id: unit for unit in units}
        self.tags = {pool["id"]: pool["tag"] for pool in manifest["pools"]}
        self.free = {pool["id"]: pool["seats"] for pool in manifest["pools"]}
        self.first_fit = manifest["fill"] == "first-fit"
        self.order = None

    def placed(self):
        return [unit for unit in self.order or [] if unit.state == "placed"]

    def waiting(self):
        return [unit for unit in self.order or [] if unit.state == "waiting"]

    # -- section 8

    def serve(self, pool, promoted):
        """Walks the order once; True when `hold` stopped the pool."""
        tag = self.tags[pool]
        for unit in self.order:
            if self.free[pool] == 0:
                return False
            if unit.state != "waiting" or (tag is not None and tag not in unit.tags):
                continue
            if unit.seats <= self.free[pool]:
                unit.state, unit.pool, unit.held = "placed", pool, unit.seats
                self.free[pool] -= unit.seats
                promoted.append([unit.id, pool])
            elif not self.first_fit:
                return True
        return False

    def spill(self, blocked):
        """Moves free seats to spillTo; how many."""
        target, moved = self.manifest["spillTo"], 0
        for pool in self.free:
            if pool != target and pool not in blocked:
                moved += self.free[pool]
                self.free[pool] = 0
        self.free[target] += moved
        return moved

    def fill(self):
        promoted = []
        if self.order is None:
            return promoted
        while True:
            before, moved = len(promoted), 0
            blocked = [pool for pool in self.free if self.serve(pool, promoted)]
            if self.manifest["spillTo"] is not None:
                moved = self.spill(blocked)
                self.serve(self.manifest["spillTo"], promoted)
            if len(promoted) == before and moved == 0:
                return promoted

    # -- section 10

    def change(self, event):
        """Lets any event but the draw take effect, without filling."""
        kind = event["type"]
        require(is_reason(event["reason"]), "reason")
        if kind == "final":
            self.first_fit = True
        elif kind in ("capacity", "shrink"):
            require(isinstance(event["pool"], str) and event["pool"] in self.free, "pool")
            require(is_integer(event["seats"], 1, MAX_COUNT), "seats")
            self.free[event["pool"]] += event["seats"] if kind == "capacity" else -event["seats"]
            self.take_back(event["pool"])
        else:
            require(isinstance(event["unit"], str) and event["unit"] in self.by_id, "unit")
            self.change_unit(kind, self.by_id[event["unit"]], event)

    def change_unit(self, kind, unit, event):
        if kind in REMOVALS:
            require(unit.state != "out", "unit is out already")
            self.end_placement(unit, "out")
        elif kind == "reinstate":
            require(unit.state == "out", "unit is not out")
            unit.state = "waiting"
        else:
            require(unit.state == "placed" and is_integer(event["seats"], 1, unit.held - 1), "reduce")
            unit.held -= event["seats"]
            self.free[unit.pool] += event["seats"]

    def take_back(self, pool):
        """The last placed of a pool that shrank go back to waiting."""
        for unit in reversed(self.placed()):
            if self.free[pool] >= 0:
                return
            if unit.pool == pool:
                self.end_placement(unit, "waiting")
        require(self.free[pool] >= 0, "shrink by more than there is")

    def end_placement(self, unit, state):
        if unit.state == "placed":
            self.free[unit.pool] += unit.held
        unit.state, unit.pool, unit.held = state, None, 0
