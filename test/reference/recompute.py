"""
Recomputes draws: one JSON request a line on standard input, one JSON answer a line on standard output.

Request: {"files": {"manifest", "entries", "excluded" or null, "log"} each base64, "commitment", "head": hex or null,
"genuine": [[signature, previousSignature], ...] or null when every signature counts as one of the beacon}.
Answer: {"refused": null, ...everything recomputed} or {"refused": "what breaks the protocol"}.
"""

import base64
import json
import sys

from tweetup_draw.bundle import recompute
from tweetup_draw.values import Refused


def answer(request):
    files = {name: None if text is None else base64.b64decode(text) for name, text in request["files"].items()}
    genuine = request["genuine"]
    try:
        result = recompute(
            files,
            request["commitment"],
            request["head"],
            lambda signature, previous: genuine is None or [signature, previous] in genuine,
        )
    except Refused as refused:
        return {"refused": str(refused)}
    return {"refused": None, **result}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
