"""Runs a piece of work in a process of its own, so that its memory and processor are its own."""

import json
import os
import subprocess
import sys
import tempfile
import time


def command(arguments, accepted=(0,), environment=None):
    """Runs a command; gives wall seconds, processor seconds and peak megabytes."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            arguments, stdout=subprocess.DEVNULL, stderr=errors,
            env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begin
        if process.returncode not in accepted:
            errors.seek(0)
            sys.exit(f"{' '.join(arguments)}: status {process.returncode}\n"
                     + errors.read().decode(errors="replace")[-800:])
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "MB": usage.ru_maxrss / 1024}


def work(script, request):
    """Runs `script` on a request (JSON in, JSON out); the answer with its costs."""
    with tempfile.TemporaryDirectory(prefix="vigie-peer-") as folder:
        inward, outward = os.path.join(folder, "in.json"), os.path.join(folder, "out.json")
        with open(inward, "w", encoding="utf-8") as file:
            json.dump(request, file)
        cost = command(
            [sys.executable, script, inward, outward],
            environment={"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2"})
        with open(outward, encoding="utf-8") as file:
            return json.load(file), cost


def answer(handle):
    """The other side of `work`: reads the request, writes what `handle` makes of it."""
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    result = handle(request)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(result, file)
