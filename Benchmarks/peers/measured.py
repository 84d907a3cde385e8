"""Runs a piece of work in a process of its own, so that its memory and processor are its own."""

import json
import os
import subprocess
import sys
import tempfile
import time


PATIENCE = 0.01  # Seconds between two looks at a process.


def peak(pid):
    """The peak resident memory so far, in megabytes. The kernel's `ru_maxrss` would not do: it
    begins with what the parent held when it started the process."""
    try:
        with open(f"/proc/{pid}/status") as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith("VmHWM")),
                        0.0)
    except OSError:
        return 0.0


def command(arguments, accepted=(0,), environment=None):
    """Runs a command; gives wall seconds, processor seconds and peak megabytes."""
    begin, highest, ended = time.perf_counter(), 0.0, 0
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            arguments, stdout=subprocess.DEVNULL, stderr=errors,
            env={**os.environ, **(environment or {})})
        while not ended:
            highest = max(highest, peak(process.pid))
            time.sleep(PATIENCE)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - begin
        if process.returncode not in accepted:
            errors.seek(0)
            sys.exit(f"{' '.join(arguments)}: status {process.returncode}\n"
                     + errors.read().decode(errors="replace")[-800:])
    return {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "MB": highest}


def work(script, request):
    """Runs `script` on a request (JSON in, JSON out); the answer with its costs."""
    with tempfile.TemporaryDirectory(prefix="vigie-peer-") as folder:
        inward, outward = os.path.join(folder, "in.json"), os.path.join(folder, "out.json")
        with open(inward, "w", encoding="utf-8") as file:
            json.dump(request, file)
        cost = command(
            [sys.executable, script, inward, outward],
            environment={"OMP_NUM_THREADS": "2", "OPENBLAS_NUM_THREADS": "2",
                         "OMP_WAIT_POLICY": "PASSIVE"})
        with open(outward, encoding="utf-8") as file:
            return json.load(file), cost


def answer(handle):
    """The other side of `work`: reads the request, writes what `handle` makes of it."""
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    result = handle(request)
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(result, file)
