"""Checks a draw that Tweetup published, with Python 3.9 or later and nothing else. BUNDLE is draw.zip, the folder it unpacks to,
or draw.json. "Section" means one of the protocol tweetup-draw/1. One thing is not computed: whether the beacon really signed its
round (BLS12-381). --fetch asks public relays for the round instead; without it you are told where to look yourself."""
import argparse, hashlib, json, pathlib, re, string, sys, types, urllib.request, zipfile
FILES, LARGEST = ("manifest.json", "entries.txt", "excluded.txt", "log.jsonl"), 256 * 2**20
RELAYS = ["https://api.drand.sh", "https://api2.drand.sh", "https://api3.drand.sh", "https://drand.cloudflare.com"]
PUBLIC_CHAINS = {"52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971": (3, 1692803367, "83cf0f2896adee7e"),  # drand:
                 "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce": (30, 1595431050, "868f005eb8e6e4ca")}  # period, start, key
def require(holds, text):
    if not holds: raise ValueError(text)
def passed(found, then):  # Ends the line of a check that holds and begins that of the next one.
    print(f"ok, {found}\n{then:12}", end="", flush=True)

# Section 1: hashes, and the tree over the lines of a list, in which an odd node moves up as it is.
def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def tagged_hash(tag, *parts): return sha256((b"TWEETUP-V1-" + tag).ljust(32, b"\0"), *parts)
def tree_root(row):
    while len(row) > 1: row = [sha256(b"\1", *row[i:i + 2]) if i + 1 < len(row) else row[i] for i in range(0, len(row), 2)]
    return row[0].hex() if row else sha256().hex()

# Forms. Canonical JSON (section 1) spells every value in one way only, so a file can be compared with a template that names its values.
VALUES = dict(HASH='"[0-9a-f]{64}"', HEX='"([0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{192})"', MODE='"(beacon|commit-reveal|both)"',
              COUNT="(0|[1-9][0-9]{0,9})", SOME="[1-9][0-9]{0,9}", TIME="(0|[1-9][0-9]{0,11})", TAG='"(?!-")[a-z0-9-]{1,16}"',
              NAME=r'"([ !#-\[\]-~]|\\["\\]){1,256}"', REASON=r'"([!#-\[\]-~]|\\["\\]){1,64}"', TICKET="[0-9a-f]{64}", LABEL="[a-z0-9-]{1,16}")
def form(template): return string.Template(template).substitute(VALUES)
VALUES["POOL"], VALUES["PERSON"] = form('{"id":$NAME,"seats":$COUNT,"tag":(null|$TAG)}'), form('{"commit":$HASH,"id":$NAME}')
VALUES["FILLED"] = form(r'"promoted":\[(\[$HASH,$NAME\](,\[$HASH,$NAME\])*)?\]')
VALUES["CAUSE"] = form('"prev":$HASH,$FILLED,"reason":$REASON')
MANIFEST = form(r'{"closesAt":$TIME,"draw":$SOME,"entries":{"count":$COUNT,"members":$COUNT,"root":$HASH,"seats":$TIME},"event":$NAME,'
                r'"excluded":{"count":$COUNT,"root":$HASH},"fill":"(first-fit|hold)","maxUnitSeats":$SOME,"maxWeight":$SOME,"pools":\[$POOL'
                r'(,$POOL)*\],"prev":(null|$HASH),"rulesSha256":$HASH,"seats":$COUNT,"seed":{"beacon":(null|{"chainHash":$HASH,"genesis":'
                r'$TIME,"kind":"drand","period":$SOME,"publicKey":$HEX,"round":$TIME,"scheme":"(bls-unchained-g1-rfc9380|pedersen-bls-chained)"}),'
                r'"contributors":\[($PERSON(,$PERSON)*)?\],"fallbackAfter":(null|$TIME),"mode":$MODE},"spillTo":(null|$NAME),"v":"tweetup-draw/1"}')
EVENT = form(r'{"at":$TIME,("mode":$MODE,"order":$HASH,"prev":$HASH,"previousSignature":(null|$HEX),$FILLED,"randomness":(null|$HASH),'
             r'"secrets":(null|\[($HASH(,$HASH)*)?\]),"seed":$HASH,"seq":$SOME,"signature":(null|$HEX),"type":"draw"|"pool":$NAME,'
             r'$CAUSE,"seats":$SOME,"seq":$SOME,"type":"(capacity|shrink)"|$CAUSE,"seq":$SOME,"type":"final"|$CAUSE,("seats":$SOME,'
             r'"seq":$SOME,"type":"reduce"|"seq":$SOME,"type":"(withdraw|decline|expire|disqualify|reinstate)"),"unit":$HASH)}')
ENTRY, EXCLUDED = form("$TICKET(,$TICKET)* $SOME $SOME (-|$LABEL(,$LABEL)*)"), form("$TICKET [!-~]{1,64}")
def read_object(line, template):
    require(re.fullmatch(template, line.decode("ascii")), f"this has not the form that the protocol gives it: {line[:150]}")
    return json.loads(line)

# Section 11: the files of a bundle, out of a folder, an archive or a JSON document.
def read_bundle(path):
    place = zipfile.Path(path) if zipfile.is_zipfile(path) else pathlib.Path(path)
    sizes = [entry.file_size for entry in place.root.infolist()] if zipfile.is_zipfile(path) else [place.stat().st_size]
    require(sum(sizes) <= LARGEST and (place.is_dir() or place.is_file()), "it is no bundle, or larger than any bundle")
    if place.is_dir(): return {name: (place / name).read_bytes() for name in FILES if (place / name).is_file()}
    def spell(value): return json.dumps(value, sort_keys=True, separators=(",", ":"))
    bundle = json.loads(place.read_text("utf-8"))["bundle"]
    lists = zip(FILES[1:], (bundle["entries"], bundle.get("excluded", []), map(spell, bundle["log"])))
    return {FILES[0]: spell(bundle["manifest"]).encode(), **{name: "".join(line + "\n" for line in lines).encode() for name, lines in lists}}

# Section 3: the lines of a list in their form, sorted, each once, as many as were sealed and under the sealed root.
def ascending(texts): return all(earlier < later for earlier, later in zip(texts, texts[1:]))
def read_list(file, template, sealed):
    lines = file.decode("ascii").split("\n")
    formed = lines.pop() == "" and all(re.fullmatch(template, line) for line in lines)
    require(formed and ascending(lines), "a line has not its form, or not its place in the order")
    leaves = [sha256(b"\0", line.encode()) for line in lines]
    require([len(lines), tree_root(leaves)] == [sealed["count"], sealed["root"]], f"its lines are not those of the sealed root {sealed['root']}")
    return [[leaf, *line.split(" ")] for leaf, line in zip(leaves, lines)]

# Sections 8 and 10: who sits where, after every line of the log.
def check_seats(rules, units, events, order):
    by_id, spill_to, hold, drawn, promoted = {unit.id: unit for unit in units}, rules["spillTo"], rules["fill"] == "hold", False, []
    free, tags = ({pool["id"]: pool[field] for pool in rules["pools"]} for field in ("seats", "tag"))
    def move(unit, state, pool=None, held=0):
        if unit.pool is not None: free[unit.pool] += unit.held
        if pool is not None: free[pool] -= held
        unit.state, unit.pool, unit.held = state, pool, held
    def serve(pool):  # Walks the order once. True when a unit that needs more seats than there are keeps them (hold).
        for unit in order:
            if free[pool] == 0: return False
            if unit.state == "waiting" and tags[pool] in (None, *unit.tags):
                if unit.seats > free[pool] and hold: return True
                if unit.seats <= free[pool]:
                    move(unit, "placed", pool, unit.seats)
                    promoted.append([unit.id, pool])
        return False
    for event in events:
        kind, unit, pool, seats = event["type"], by_id.get(event.get("unit")), event.get("pool"), event.get("seats")
        drawn, hold, before, line = drawn or kind == "draw", hold and kind != "final", promoted.clear(), f"line {event['seq']}, {kind}"
        if pool is not None:
            require(pool in free, f"{line} names no pool of the manifest")
            free[pool] += seats if kind == "capacity" else -seats
            for last in reversed(order):
                if free[pool] < 0 and last.pool == pool: move(last, "waiting")
            require(free[pool] >= 0, f"{line} takes more seats than there are")
        elif kind == "reduce":
            require(unit and seats < unit.held, f"{line} gives back more seats than the unit can")
            move(unit, "placed", unit.pool, unit.held - seats)
        elif kind not in ("draw", "final"):
            require(unit and (unit.state == "out") == (kind == "reinstate"), f"{line} does not fit what became of the unit before")
            move(unit, "waiting" if kind == "reinstate" else "out")
        while drawn and before != free:  # The fill rule, section 8.
            before, blocked = dict(free), [pool for pool in free if serve(pool)]
            for pool in {*free} - {spill_to, *blocked} if spill_to else (): free[spill_to], free[pool] = free[spill_to] + free[pool], 0
            if spill_to: serve(spill_to)
        require(event["promoted"] == promoted, f"{line}: the rules seat others than the log")

# Section 5: what number the draw event may have, at this time, by these rules.
def seed_of(draw, rules, sealed):
    plan, mode, by_beacon, by_secrets = rules["seed"], draw["mode"], draw["mode"] != "commit-reveal", draw["mode"] != "beacon"
    fallback = (plan["mode"], mode) == ("beacon", "commit-reveal") and plan["contributors"] and plan["fallbackAfter"] is not None
    require(mode == plan["mode"] or fallback and draw["at"] >= plan["fallbackAfter"], f"the manifest does not allow the mode {mode}, or not yet")
    chained = by_beacon and plan["beacon"]["scheme"] == "pedersen-bls-chained"
    uses = {"signature": by_beacon, "randomness": by_beacon, "previousSignature": chained, "secrets": by_secrets}
    require(all((draw[name] is not None) == used for name, used in uses.items()), "it does not show exactly what its mode uses")
    randomness = sha256(bytes.fromhex(draw["signature"])) if by_beacon else bytes(32)
    require(not by_beacon or draw["at"] >= plan["beacon"]["due"], "it was drawn before its round came out")
    require(draw["randomness"] in (None, randomness.hex()), "the randomness is not the hash of the signature")
    secrets = [bytes.fromhex(secret) for secret in draw["secrets"] or []]
    commits = [tagged_hash(b"SCOMMIT", sha256(rules["event"].encode()), secret).hex() for secret in secrets]
    require(not by_secrets or commits == [person["commit"] for person in plan["contributors"]], "the secrets are not those that were promised")
    secret = tagged_hash(b"SECRET", *secrets) if by_secrets else bytes(32)
    return tagged_hash(b"SEED", bytes([by_beacon + 2 * by_secrets]), bytes.fromhex(sealed), randomness, secret)

# Everything, in the order of section 11. What does not hold is raised, and ends it.
def check(asked):
    print(f"{'files':12}", end="")
    files = {"excluded.txt": b"", **read_bundle(asked.bundle)}
    require({*files} == {*FILES}, "it does not hold manifest.json, entries.txt and log.jsonl")
    passed(", ".join(f"{name} {len(file)} bytes" for name, file in files.items()), "manifest")
    rules = read_object(files["manifest.json"], MANIFEST)  # Section 4.
    pools, people, mode, beacon = rules["pools"], rules["seed"]["contributors"], rules["seed"]["mode"], rules["seed"]["beacon"]
    require((rules["prev"] is None) == (rules["draw"] == 1) and rules["maxWeight"] <= 100, "prev or maxWeight is not as the protocol allows")
    require(sum(pool["seats"] for pool in pools) == rules["seats"], f"the pools do not have {rules['seats']} seats together")
    require(all(len({one["id"] for one in named}) == len(named) for named in (pools, people)), "two pools or contributors have one name")
    require(rules["spillTo"] in {None} | {pool["id"] for pool in pools if pool["tag"] is None}, "spillTo names no pool for everybody")
    require((beacon or mode == "commit-reveal") and (people or mode == "beacon"), f"the mode {mode} lacks its beacon or its contributors")
    if beacon:
        chain, due = (beacon["period"], beacon["genesis"], beacon["publicKey"][:16]), beacon["genesis"] + (beacon["round"] - 1) * beacon["period"]
        require(PUBLIC_CHAINS.get(beacon["chainHash"], chain) == chain, "the beacon is not the public chain that it names")
        require(due >= rules["closesAt"] + 600, "the round comes out less than ten minutes after the close")
        fallback, beacon["due"] = mode == "beacon" and people and rules["seed"]["fallbackAfter"] is not None, due
        require(not fallback or rules["seed"]["fallbackAfter"] >= due + 86400, "the fallback comes less than a day after the round")
    passed(f"draw {rules['draw']} of event {rules['event']}, {rules['seats']} seats, mode {mode}, fill rule {rules['fill']}", "list")
    units = [types.SimpleNamespace(leaf=leaf, id=leaf.hex(), members=members.split(","), seats=int(seats), weight=int(weight),
                                   tags=[] if tags == "-" else tags.split(","), state="waiting", pool=None, held=0)
             for leaf, members, seats, weight, tags in read_list(files["entries.txt"], ENTRY, rules["entries"])]
    excluded = [line[1] for line in read_list(files["excluded.txt"], EXCLUDED, rules["excluded"])]
    for unit in units:
        require(ascending(unit.members) and ascending(unit.tags) and "-" not in unit.tags, f"unit {unit.id} has tickets or tags out of order")
        require(len(unit.members) <= unit.seats <= rules["maxUnitSeats"] and unit.weight <= rules["maxWeight"], f"unit {unit.id} asks for too much")
    tickets, seats = [ticket for unit in units for ticket in unit.members], sum(unit.seats for unit in units)
    counted = (len(tickets), seats) == (rules["entries"]["members"], rules["entries"]["seats"])
    require(counted and len({*tickets, *excluded}) == len(tickets + excluded), "a ticket stands there twice, or tickets or seats were miscounted")
    passed(f"{len(units)} units with {len(tickets)} tickets ask for {seats} seats, {len(excluded)} tickets were excluded", "commitment")
    sealed = tagged_hash(b"COMMIT", files["manifest.json"]).hex()
    require(asked.commitment in (None, sealed), f"published was {asked.commitment}, the manifest gives {sealed}")
    passed(f"{sealed}, " + ("as published" if asked.commitment else "compare it with the one that was mailed at the close"), "log")
    head, at, events = sealed, rules["closesAt"], []  # Section 10.
    for count, line in enumerate(files["log.jsonl"].removesuffix(b"\n").split(b"\n") if files["log.jsonl"] else [], start=1):
        events.append(event := read_object(line, EVENT))
        require([event["seq"], event["prev"]] == [count, head] and event["at"] >= at, f"line {count} does not follow from the one before")
        head, at = tagged_hash(b"EVENT", line).hex(), event["at"]
    require(len(draws := [event for event in events if event["type"] == "draw"]) < 2, "it was drawn twice")
    passed(f"{len(events)} lines, each bound to the one before", "number" if draws else "seats")
    order = []
    for draw in draws:
        number = seed_of(draw, rules, sealed)
        require(number.hex() == draw["seed"], f"it is {number.hex()}, the log says {draw['seed']}")
        passed(f"{number.hex()} in mode {draw['mode']}", "order")
        def key(unit): return min(tagged_hash(b"SCORE", number, unit.leaf, copy.to_bytes(4, "big")) for copy in range(unit.weight))  # Section 6.
        order = sorted(units, key=lambda unit: (key(unit), unit.leaf))
        require(tagged_hash(b"ORDER", *[unit.leaf for unit in order]).hex() == draw["order"], "another order follows from the number")
        passed(f"{len(order)} units ranked", "seats")
    check_seats(rules, units, events, order)
    passed(f"{sum(unit.held for unit in units)} given, every line of the log seats those that the rules seat", "head")
    require(asked.head in (None, head), f"published was {asked.head}, the log ends with {head}")
    passed(f"{head}, " + ("as published" if asked.head else "compare it with the one that was published last"), "beacon")
    print("not needed yet" if not draws else hear_relays(beacon, draws[0]["signature"], asked.fetch))
    known = {**dict.fromkeys(tickets, "in the list, not drawn yet"), **dict.fromkeys(excluded, "excluded before the close")}
    print(f"\nAll of this holds. Waiting: {sum(unit.state == 'waiting' for unit in order)} units. Placed, with their places in the order:")
    for place, unit in enumerate(order, start=1):
        if unit.state == "placed": print(f"{place:8}  {' '.join(unit.members)}  {unit.held} of {unit.pool}")
        for ticket in unit.members: known[ticket] = f"place {place} of {len(order)}, {unit.state}"
    found = [f"{ticket}: {what}" for ticket, what in known.items() if asked.ticket and ticket.startswith(asked.ticket)]
    if asked.ticket: sys.exit(print("\n" + ("\n".join(found) or f"{asked.ticket} is no ticket of this draw")) or not found)

# Section 5: whether nobody could know the number beforehand. Here others have to say, as it needs BLS12-381 or trust.
def hear_relays(beacon, signature, relays):
    if signature is None: return "none: whoever knew all secrets before the close knew the number. Ask whether one contributor was independent."
    if beacon["chainHash"] not in PUBLIC_CHAINS: return "NOT CHECKED: this chain is not public, so whoever runs it may have known the number."
    address, same = f"/{beacon['chainHash']}/public/{beacon['round']}", 0
    if relays is None: return f"NOT CHECKED: {RELAYS[0]}{address} must show the signature {signature}. With --fetch it is compared for you."
    for relay in relays or RELAYS:
        try: found = json.loads(urllib.request.urlopen(relay + address, timeout=10).read(99999))["signature"]
        except Exception as error: print(f"{relay} gave no answer: {ascii(str(error))[1:-1][:100]}\n{'':12}", end="")
        else: same += require(found == signature, f"{relay} published another signature for this round") or 1
    require(same, f"no relay answered; look yourself at {RELAYS[0]}{address}, it must show the signature {signature}")
    return f"ok, {same} of {len(relays or RELAYS)} relays published the same signature"
parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
for option in "--commitment", "--head", "--ticket": parser.add_argument(option, type=lambda text: text.lower().replace("-", ""))
parser.add_argument("bundle"), parser.add_argument("--fetch", nargs="*", metavar="RELAY")
try: check(parser.parse_args())
except Exception as error:  # Whatever a hostile bundle causes is a check that failed, not a crash.
    reason = ascii(str(error) if type(error) is ValueError else f"it cannot be read, {error!r}")[1:-1][:300]
    sys.exit(print(f"FAILED: {reason}\n\nThis does NOT hold. What comes after was not checked.") or 1)
