"""The hash tree over the lines of a list (protocol section 1, RFC 6962)."""

from .values import sha256


def leaf_hash(line):
    return sha256(b"\0", line)


def next_level(row):
    pairs = [sha256(b"\1", row[i], row[i + 1]) for i in range(0, len(row) - 1, 2)]
    return pairs + row[len(row) - len(row) % 2 :]


def root_of(leaves):
    if not leaves:
        return sha256(b"")
    row = list(leaves)
    while len(row) > 1:
        row = next_level(row)
    return row[0]


def inclusion_path(leaves, index):
    path, row = [], list(leaves)
    while len(row) > 1:
        neighbour = index ^ 1
        if neighbour < len(row):
            path.append(row[neighbour])
        row, index = next_level(row), index // 2
    return path


def leads_to_root(leaf, index, size, path, root):
    if not 0 <= index < size:
        return False
    node, rest = leaf, list(path)
    while size > 1:
        if index ^ 1 < size:
            if not rest:
                return False
            neighbour = rest.pop(0)
            node = sha256(b"\1", neighbour, node) if index % 2 else sha256(b"\1", node, neighbour)
        index, size = index // 2, (size + 1) // 2
    return not rest and node == root
