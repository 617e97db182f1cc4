"""
Runs the program for strangers on many bundles in one process: one JSON request a line on standard input, one answer a line.

Request: {"files": {"manifest", "entries", "excluded" or null, "log"} each base64, "options": [...]}.
Answer: {"status": exit status, "output": everything it said}.
"""

import base64
import contextlib
import io
import json
import pathlib
import runpy
import sys
import tempfile

PROGRAM = pathlib.Path(__file__).parents[2] / "apps/web/public/verify_draw.py"
NAMES = {"manifest": "manifest.json", "entries": "entries.txt", "excluded": "excluded.txt", "log": "log.jsonl"}


def run(folder, options):
    output, status = io.StringIO(), 0
    sys.argv = [PROGRAM.name, folder, *options]
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            runpy.run_path(str(PROGRAM), run_name="__main__")
        except SystemExit as ended:
            status = int(ended.code or 0)
    return {"status": status, "output": output.getvalue()}


requests = [json.loads(line) for line in sys.stdin]
for request in requests:
    with tempfile.TemporaryDirectory() as folder:
        for part, content in request["files"].items():
            if content is not None:
                pathlib.Path(folder, NAMES[part]).write_bytes(base64.b64decode(content))
        print(json.dumps(run(folder, request["options"])))
