#!/usr/bin/env python3
"""Measures the workbench from outside, through a pseudo-terminal, beside the kernel's own echo.

usage: workbench.py VIGIE STORE   (a store filled by `vigie analyse`, as large as wanted)
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time

BINARY, STORE = sys.argv[1], sys.argv[2]


def start(arguments, rows=40, columns=120):
    pid, master = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8")
        os.execv(arguments[0], arguments)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    return pid, master


def read(master, wait):
    """The bytes that come within the wait, and when the first of them came."""
    out, first, end = b"", None, time.perf_counter() + wait
    while True:
        left = end - time.perf_counter()
        if left <= 0 or not select.select([master], [], [], left)[0]:
            return out, first
        try:
            chunk = os.read(master, 65536)
        except OSError:
            return out, first
        first = first or time.perf_counter()
        out += chunk


def until(master, wanted, limit=10.0):
    begin, out = time.perf_counter(), b""
    while wanted not in out and time.perf_counter() - begin < limit:
        if select.select([master], [], [], 0.5)[0]:
            out += os.read(master, 65536)
    return (time.perf_counter() - begin) * 1000, out


def key_times(master, keys):
    times = []
    for key in keys:
        sent = time.perf_counter()
        os.write(master, key)
        if select.select([master], [], [], 1.0)[0]:
            os.read(master, 65536)
            times.append((time.perf_counter() - sent) * 1000)
        read(master, 0.02)
    return times


def median_p95(times):
    times = sorted(times)
    return statistics.median(times), times[int(len(times) * 0.95)]


def status(pid, field):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith(field):
            return int(line.split()[1])
    return 0


def cpu(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def row(name, aim, value):
    print(f"{name:44} {aim:>18} {value:>24}")


def main():
    pid, master = start(["/bin/cat"])
    read(master, 0.2)
    control = median_p95(key_times(master, [b"x"] * 100))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    firsts = []
    for _ in range(7):
        pid, master = start([BINARY, "open", "--store", STORE, "--language", "en"])
        ms, _ = until(master, "▌".encode())
        firsts.append(ms)
        os.kill(pid, signal.SIGTERM)
        read(master, 0.3)
        os.waitpid(pid, 0)
    pid, master = start([BINARY, "open", "--store", STORE, "--language", "en"])
    until(master, "▌".encode())
    read(master, 1.0)
    moves = median_p95(key_times(master, [b"j"] * 60 + [b"k"] * 40))
    filters = median_p95(key_times(master, [b"/"] + [bytes([c]) for c in b"chez"] + [b"\x15"]))
    os.write(master, b"\r")
    read(master, 0.5)
    accepts = median_p95(key_times(master, [b"l"] * 20))
    read(master, 1.0)
    resident = status(pid, "VmRSS:") / 1024
    before = cpu(pid)
    silent, _ = read(master, 3.0)
    rest = (cpu(pid) - before) / 3
    for columns, lines in [(1, 1), (2, 2), (300, 80), (5, 40), (120, 40)]:
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.kill(pid, signal.SIGWINCH)
        read(master, 0.2)
    alive = os.waitpid(pid, os.WNOHANG)[0] == 0
    restored = {}
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    for name in ["TERM", "HUP", "INT", "QUIT", "ILL", "ABRT"]:
        pid, master = start([BINARY, "open", "--store", STORE, "--language", "en"])
        until(master, "▌".encode())
        read(master, 0.2)
        os.kill(pid, getattr(signal, "SIG" + name))
        out, _ = read(master, 1.0)
        restored[name] = b"\x1b[?1049l" in out
        os.waitpid(pid, 0)
    print(f"{'measure':44} {'aim':>18} {'measured':>24}")
    row("first row on screen, median of 7", "≤ 30 ms", f"{statistics.median(firsts):.1f} ms")
    row("echo of the kernel (control), median / p95", "", f"{control[0]:.2f} / {control[1]:.2f} ms")
    row("one row down or up, median / p95", "control + 0.5 / 2", f"{moves[0]:.2f} / {moves[1]:.2f} ms")
    row("filter as you type, median / p95", "≤ 30 ms", f"{filters[0]:.2f} / {filters[1]:.2f} ms")
    row("decide + next shown, median / p95", "≤ 5 ms", f"{accepts[0]:.2f} / {accepts[1]:.2f} ms")
    row("resident memory", "≤ 40 MB", f"{resident:.0f} MB")
    row("at rest: bytes, processor", "0, ≤ 1 ms/s", f"{len(silent)}, {rest:.2f} ms/s")
    row("resized from 1×1 to 300×80", "survives", "survives" if alive else "DIES")
    row("terminal given back", "all", " ".join(n if ok else f"not {n}" for n, ok in restored.items()))


main()
