#!/usr/bin/env python3
"""Measures the workbench from outside, through a pseudo-terminal, beside the kernel's own echo.

The store is filled by the product's own command from invented establishments. Ends with status 1
when an aim of the line `workbench` is missed. On a machine that others use, `--undisturbed` (root)
gives the measured program real-time priority, so that waiting for the processor is not counted.
"""

import argparse
import os
import random
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import hostile
import invented
from figures import Figures, median_p95
from terminal import Terminal, plain

MARK = "▌".encode()  # Stands at the focused row, once there is one.
SIGNALS = ["TERM", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "SEGV", "BUS", "FPE"]
SIZES = [(1, 1), (2, 2), (300, 80), (5, 40), (80, 3), (40, 12), (250, 2), (80, 24), (120, 40)]


class Bench:
    def __init__(self, options, folder):
        self.vigie = os.path.abspath(options.vigie)
        self.folder = folder
        self.store = os.path.join(folder, "store.sqlite")
        self.count = options.count
        self.priority = "real-time" if options.undisturbed else None
        self.session = "session" if options.undisturbed else None
        self.figures = Figures()
        self.control = (0.0, 0.0)

    def vigie_command(self, *arguments, store=None, limit=1200):
        command = [self.vigie, *arguments, "--store", store or self.store, "--language", "en"]
        return subprocess.run(command, capture_output=True, timeout=limit)

    def open(self, store=None, priority="as asked", **more):
        priority = self.priority if priority == "as asked" else priority
        command = [self.vigie, "open", "--store", store or self.store, "--language", "en"]
        return Terminal(command, priority=priority, **more)

    def ready(self, **more):
        """A workbench that shows its list and is at rest."""
        terminal = self.open(**more)
        terminal.until(MARK)
        terminal.read(0.7)
        return terminal

    # The store

    def fill(self, ready_made):
        if ready_made:
            for end in ("", "-wal", "-shm"):
                if os.path.exists(ready_made + end):
                    shutil.copy(ready_made + end, self.store + end)
            return
        path = os.path.join(self.folder, "invented.csv")
        invented.write(path, self.count)
        begin = time.perf_counter()
        done = self.vigie_command("analyse", "restaurants", path)
        seconds = time.perf_counter() - begin
        if done.returncode != 0:
            sys.exit(f"vigie analyse failed: {done.stderr.decode()[-500:]}")
        self.figures.add(f"a store of {self.count:,} establishments", f"{seconds:.1f} s")

    # What is measured

    def echo(self):
        terminal = Terminal(["/bin/cat"], priority=self.priority)
        terminal.read(0.2)
        seen = [terminal.press(b"x", 0.05) for _ in range(200)]
        times = [pair[0] for pair in seen if pair]
        terminal.close(signal.SIGKILL)
        self.control = median_p95(times)
        self.figures.add("echo of the kernel (control), median / p95", self.pair(*self.control))

    @staticmethod
    def pair(median, p95):
        return f"{median:.2f} / {p95:.2f} ms"

    def start(self, runs=15):
        times, processor = [], []
        for _ in range(runs):
            terminal = self.open()
            times.append(terminal.until(MARK))
            processor.append(terminal.processor())
            terminal.close()
        median, p95 = median_p95(times)
        self.figures.add(
            f"first row on screen, median / p95 of {runs}", self.pair(median, p95), "≤ 30 ms",
            median <= 30, f"processor {statistics.median(processor):.1f} ms")

    def keys(self, name, terminal, keys, quiet=0.05, first=True):
        """Times of keys; above the control ≤ 0.5 ms in the middle and ≤ 2 ms at the 95th."""
        before = terminal.processor()
        seen = [terminal.press(key, quiet) for key in keys]
        used = (terminal.processor() - before) / len(keys)
        if not all(seen):
            self.figures.add(name, f"{seen.count(None)} keys unseen", "", False)
            return
        self.judge(name, [pair[0 if first else 1] for pair in seen],
                   f"processor {used:.2f} ms a key")

    def judge(self, name, times, note):
        median, p95 = median_p95(times)
        above = median - self.control[0], p95 - self.control[1]
        self.figures.add(
            name, self.pair(*above), "≤ 0.5 / 2 ms", above[0] <= 0.5 and above[1] <= 2,
            "above the control; " + note)

    def moving(self, terminal):
        rows = [b"j"] * 150 + [b"k"] * 50
        self.keys("one row down or up", terminal, rows)
        self.keys("one row, all repaints done", terminal, rows[:60], first=False)
        self.keys("a page down or up", terminal, [b"\x04"] * 25 + [b"\x15"] * 25)
        times = [terminal.press(key, 0.15)[1] for key in (b"G", b"g") * 5]
        self.figures.add(
            "to the end and back, all painted, median / p95", self.pair(*median_p95(times)),
            "≤ 30 ms", statistics.median(times) <= 30)

    def filtering(self, terminal):
        last = []
        for word in (b"chez", b"zelie", b"moulin", b"orbec", b"halle 9", b"gaspard ecluse"):
            terminal.press(b"/")
            for letter in word:
                seen = terminal.press(bytes([letter]), 0.15)
                if seen:
                    last.append(seen[1])
            terminal.output(b"\x1b", 0.3)
            terminal.output(b"\x1b", 0.3)
        median, p95 = median_p95(last)
        self.figures.add(
            "filter as you type, to the last repaint", self.pair(median, p95), "≤ 30 ms",
            p95 <= 30, f"{len(last)} letters")
        bursts = []
        for word in (b"chez", b"orbe", b"moul", b"sorb", b"zeli"):
            terminal.press(b"/")
            bursts.append(terminal.press(word, 0.25)[1])
            terminal.output(b"\x1b", 0.3)
            terminal.output(b"\x1b", 0.3)
        self.figures.add(
            "four letters at once, to the last repaint", self.pair(*median_p95(bursts)),
            "≤ 30 ms", max(bursts) <= 30)

    def last_event(self, watcher):
        return watcher.execute("SELECT max(sequence) FROM ledger").fetchone()[0] or 0

    def deciding(self, terminal, count=60):
        """Accept and see the next; when another connection sees the event, it is on the disk."""
        seen = [terminal.press(b"a", 0.06) for _ in range(count)]
        for name, place in (("shown", 0), ("every repaint done", 1)):
            times = [pair[place] for pair in seen if pair]
            median, p95 = median_p95(times)
            self.figures.add(
                f"accept + next {name}, median / p95", self.pair(median, p95),
                "≤ 5 ms" if place == 0 else "", p95 <= 5 if place == 0 else None)
        watcher = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True, isolation_level=None)
        durable = []
        for _ in range(count):
            before, sent = self.last_event(watcher), time.perf_counter()
            os.write(terminal.master, b"a")
            while self.last_event(watcher) == before and time.perf_counter() - sent < 2:
                time.sleep(0.0002)
            durable.append((time.perf_counter() - sent) * 1000)
            terminal.read(0.06)
        watcher.close()
        median, p95 = median_p95(durable)
        self.figures.add(
            "accept on the disk, median / p95", self.pair(median, p95), "≤ 20 ms", p95 <= 20,
            "seen by another connection")
        undo = [terminal.press(b"u", 0.1) for _ in range(10)]
        self.figures.add(
            "undo shown, median / p95", self.pair(*median_p95([x[1] for x in undo if x])))

    def resting(self, terminal, seconds=10):
        terminal.read(1.0)
        before, begin = terminal.processor(), time.perf_counter()
        silent = b"".join(c for _, c in terminal.read(seconds, seconds))
        rest = (terminal.processor() - before) / (time.perf_counter() - begin)
        self.figures.add(
            f"at rest for {seconds} s: bytes, processor", f"{len(silent)} B, {rest:.2f} ms/s",
            "0 B, ≤ 1 ms/s", not silent and rest <= 1)
        resident, peak = terminal.megabytes(), terminal.megabytes("VmHWM:")
        self.figures.add(
            "resident memory, now / highest", f"{resident:.1f} / {peak:.1f} MB", "≤ 40 MB",
            resident <= 40)

    def resizing(self, terminal):
        times = []
        for columns, rows in SIZES:
            sent = time.perf_counter()
            terminal.resize(columns, rows)
            chunks = terminal.read(0.15)
            if chunks:
                times.append((chunks[-1][0] - sent) * 1000)
        alive = not terminal.ended()
        shown = "Vigie" in plain(terminal.output(b"?", 0.2) + terminal.output(b"\x1b", 0.2)) or alive
        self.figures.add(
            "resized from 1×1 to 300×80", "survives" if alive else "DIES", "survives",
            alive and shown, f"repaint median {statistics.median(times):.1f} ms")

    def keys_and_echo(self, name, terminal, count=120):
        """Keys in turn with the kernel's echo, which suffers under the same load."""
        echo = Terminal(["/bin/cat"], priority=self.priority)
        echo.read(0.2)
        seen, control = [], []
        for number in range(count):
            control.append(echo.press(b"x", 0.01))
            seen.append(terminal.press(b"j" if number < count * 2 // 3 else b"k", 0.03))
        echo.close(signal.SIGKILL)
        before = self.control
        self.control = median_p95([pair[0] for pair in control if pair])
        self.judge(name, [pair[0] for pair in seen if pair], "echo meanwhile "
                   + self.pair(*self.control))
        self.control = before

    def training_beside(self):
        """Keys while `vigie train` works on the same store, then while the workbench trains."""
        command = [self.vigie, "train", "restaurants", "--store", self.store, "--quiet"]
        terminal = self.ready()
        trainer = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
        if self.priority:
            os.sched_setscheduler(trainer.pid, os.SCHED_OTHER, os.sched_param(0))
        time.sleep(1.0)
        self.keys_and_echo("one row while `vigie train` runs", terminal)
        running = trainer.poll() is None
        _, errors = trainer.communicate(timeout=900)
        if trainer.returncode != 0:
            self.figures.add(
                "`vigie train` beside", errors.decode()[-60:].strip(), "trains", False)
        elif not running:
            self.figures.add("`vigie train` beside", "ended before the keys")
        terminal.close()
        terminal = self.ready(priority=self.session)
        terminal.output(b"T", 0.5)
        self.keys_and_echo("one row while the workbench itself trains", terminal)
        terminal.close(signal.SIGKILL)

    def given_back(self):
        bad = []
        for name in SIGNALS:
            terminal = self.ready()
            number = getattr(signal, "SIG" + name)
            terminal.send(number)
            terminal.read(0.4, 4.0)
            faults = terminal.faults() if terminal.wait() else ["does not end"]
            if faults:
                bad.append(f"{name} ({', '.join(faults)})")
            terminal.close(signal.SIGKILL)
        self.figures.add(
            "terminal given back on " + " ".join(SIGNALS[:4]) + "…",
            "not " + "; ".join(bad) if bad else f"all {len(SIGNALS)}", "all", not bad,
            "screen, cursor, paste, mouse, line modes")

    # Hostile text

    def hostile_store(self, kind, number, with_reviews):
        """A store whose only establishment, and its reviews if wanted, hold the payload."""
        folder = os.path.join(self.folder, f"hostile{number}-{int(with_reviews)}")
        os.mkdir(folder)
        fields = [field.encode()
                  for field in invented.establishment(number, random.Random(number))]
        fields[1] = kind.name_of_place()
        places = os.path.join(folder, "places.csv")
        self.write_rows(places, ";".join(invented.HEADER), [fields])
        files = [places]
        if with_reviews:
            files.append(os.path.join(folder, "reviews.csv"))
            self.write_rows(
                files[1], "id_avis;etablissement;date_avis;note;titre;texte;auteur",
                [[f"r{index}".encode(), kind.name_of_place(), f"2026-0{index + 3}-11".encode(),
                  b"1", b"Zqa" + kind.payload + b"zqb",
                  kind.review() + f" Visite {index}.".encode(), f"client {index}".encode()]
                 for index in range(3)])
        store = os.path.join(folder, "store.sqlite")
        self.vigie_command("analyse", "restaurants", *files, store=store)
        return store

    @staticmethod
    def write_rows(path, header, rows):
        with open(path, "wb") as file:
            file.write(header.encode() + b"\n")
            for row in rows:
                quoted = [b'"' + field.replace(b'"', b'""') + b'"' for field in row]
                file.write(b";".join(quoted) + b"\n")

    def see(self, store):
        """All that the workbench wrote when everything was looked at."""
        terminal = self.open(store=store)
        terminal.until(MARK)
        terminal.read(0.3)
        terminal.output(b"\r", 0.05)
        for keys in (b"j", b"j", b"j", b"\r", b"\x1b", b"\x04", b"\x04", b"e", b"\x1b", b"\x1b",
                     b"j", b"n", b"\x1b", b"F", b"\x1b", b"s", b"zqa\r", b"\r", b"\x1b", b"\x1b"):
            terminal.output(keys, 0.05)
        terminal.read(0.3)
        terminal.close()
        return bytes(terminal.written)

    def printed(self, store):
        """What the commands write on a terminal."""
        out = b""
        for command in (["list", "restaurants"], ["search", "restaurants", "cafard"],
                        ["audit", "log"]):
            terminal = Terminal(
                [self.vigie, *command, "--store", store, "--language", "en"])
            while not terminal.ended():
                out += terminal.output(b"", 0.05)
            out += terminal.output(b"", 0.05)
            terminal.close()
        return out

    def hostile_text(self):
        reached, unflagged, refused = [], [], []
        cases = [(number, kind, with_reviews) for number, kind in enumerate(hostile.KINDS)
                 for with_reviews in (False, True)]
        for number, kind, with_reviews in cases:
            name = kind.name + (" in a review" if with_reviews else " in a name")
            store = self.hostile_store(kind, number, with_reviews)
            if b"qa" not in self.vigie_command("list", "restaurants", store=store).stdout:
                refused.append(name)
                continue
            written = self.see(store)
            if kind.found.search(written):
                reached.append(name)
            if kind.found.search(self.printed(store)):
                reached.append(name + " (commands)")
            if kind.is_altered and "altered" not in plain(written):
                unflagged.append(name)
        total = len(hostile.KINDS)
        self.figures.add(
            f"{total} kinds of hostile text: reach the terminal",
            ", ".join(reached) or f"0 of {total}", f"0 of {total}", not reached)
        self.figures.add(
            "hostile text without the flag “altered”", ", ".join(unflagged) or "none", "none",
            not unflagged, "refused at reading: " + ", ".join(refused) if refused else "")

    def run(self, parts):
        Figures.heading()
        self.echo()
        if "start" in parts:
            self.start()
        if "keys" in parts:
            terminal = self.ready()
            self.moving(terminal)
            self.filtering(terminal)
            self.resting(terminal)
            self.deciding(terminal)
            self.resizing(terminal)
            terminal.close()
        if "train" in parts:
            self.training_beside()
        if "signals" in parts:
            self.given_back()
        if "hostile" in parts:
            self.hostile_text()


PARTS = ["start", "keys", "train", "signals", "hostile"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("vigie", help="the binary")
    parser.add_argument("--count", type=int, default=100_000, help="suggestions in the store")
    parser.add_argument("--store", help="a store made before, instead; a copy is worked on")
    parser.add_argument("--undisturbed", action="store_true", help="real-time priority (root)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--json", help="write the figures there too")
    options = parser.parse_args()
    if options.undisturbed:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(20))
    with tempfile.TemporaryDirectory(prefix="vigie-bench-") as folder:
        bench = Bench(options, folder)
        if not set(options.only) <= {"hostile"}:
            bench.fill(options.store)
        bench.run(options.only)
        if options.json:
            bench.figures.save(options.json)
    if bench.figures.missed:
        sys.exit("missed: " + "; ".join(bench.figures.missed))


if __name__ == "__main__":
    main()
