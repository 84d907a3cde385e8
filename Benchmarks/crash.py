#!/usr/bin/env python3
"""Kills programs that decide, again and again, and looks whether anything acknowledged was lost.

Half of the rounds kill a workbench while keys accept row after row; the other half kill several
`vigie decide` and workbenches that write to one store at once. Acknowledged is what `vigie decide`
printed (its number and its hash) and what a workbench said on its hint line (« no. 123 »). After
the rounds the chain is verified, every acknowledged event must be there with its hash, and the
numbers must follow each other without a gap.
"""

import argparse
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import invented
from terminal import Terminal, plain

MARK = "▌".encode()
WRITTEN = re.compile(r"#(\d+) .* ([0-9a-f]{64})")
SHOWN = re.compile(r"\(no\. (\d+)\)")
VERIFY_EVERY = 100  # Rounds between two checks of the whole chain.


class Crash:
    def __init__(self, vigie, store, seed):
        self.vigie, self.store = os.path.abspath(vigie), store
        self.chance = random.Random(seed)
        self.hashes = {}  # Number of an event → its hash, or None when only the number was shown.
        self.kills = 0
        self.failures = []
        watcher = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
        self.ids = [row[0] for row in watcher.execute("SELECT id FROM suggestion LIMIT 5000")]
        watcher.close()

    def command(self, *arguments):
        return [self.vigie, *arguments, "--store", self.store, "--language", "en"]

    def workbench(self):
        return Terminal(self.command("open", "--as", f"agent{self.chance.randrange(4)}"))

    def kill_workbench(self, keys=b"al"):
        """Keys decide until the process is killed at a moment nobody chose."""
        terminal = self.workbench()
        if terminal.until(MARK, 120.0) is None:
            self.failures.append("a workbench did not start after a kill")
            terminal.close(signal.SIGKILL)
            return
        end = time.perf_counter() + self.chance.uniform(0.002, 0.25)
        out = b""
        while time.perf_counter() < end:
            os.write(terminal.master, bytes([self.chance.choice(keys)]))
            out += b"".join(chunk for _, chunk in terminal.read(0.003, 0.02))
        os.kill(terminal.pid, signal.SIGKILL)
        self.kills += 1
        out += b"".join(chunk for _, chunk in terminal.read(0.02, 0.3))
        terminal.close(signal.SIGKILL)
        for number in SHOWN.findall(plain(out)):
            self.hashes.setdefault(int(number), None)

    def kill_several(self, count=4):
        """Several programs write at once; each is killed at its own moment."""
        jobs = []
        for _ in range(count):
            choice = self.chance.choice(["accept", "later", "note", "accept"])
            arguments = ["decide", self.chance.choice(self.ids), choice]
            arguments += ["--note", "à revoir"] if choice == "note" else []
            jobs.append((
                subprocess.Popen(self.command(*arguments), stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL),
                time.perf_counter() + self.chance.uniform(0.005, 0.12)))
        for job, moment in sorted(jobs, key=lambda pair: pair[1]):
            time.sleep(max(0, moment - time.perf_counter()))
            if job.poll() is None:
                job.kill()
                self.kills += 1
        for job, _ in jobs:
            for number, digest in WRITTEN.findall(job.communicate()[0].decode()):
                self.acknowledge(int(number), digest)

    def acknowledge(self, number, digest):
        known = self.hashes.get(number)
        if known not in (None, digest):
            self.failures.append(f"event {number} was acknowledged twice with two hashes")
        self.hashes[number] = digest

    def verify(self):
        done = subprocess.run(self.command("audit", "verify"), capture_output=True)
        if done.returncode != 0:
            self.failures.append("audit verify: " + (done.stdout + done.stderr).decode()[-200:])
        reader = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        rows = dict(reader.execute("SELECT sequence, lower(hex(hash)) FROM ledger"))
        if reader.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            self.failures.append("integrity_check of SQLite")
        reader.close()
        if sorted(rows) != list(range(1, len(rows) + 1)):
            self.failures.append("the numbers of the events have gaps")
        for number, digest in self.hashes.items():
            if number not in rows:
                self.failures.append(f"acknowledged event {number} is lost")
            elif digest and rows[number] != digest:
                self.failures.append(f"acknowledged event {number} has another hash")
        return len(rows)

    def run(self, rounds):
        begin, events, step = time.perf_counter(), self.verify(), 0
        while self.kills < rounds and not self.failures:
            self.kill_workbench() if self.chance.random() < 0.5 else self.kill_several()
            step += 1
            if step % VERIFY_EVERY == 0:
                print(f"{self.kills} kills, {self.verify()} events", file=sys.stderr, flush=True)
        total = self.verify()
        seconds = time.perf_counter() - begin
        print(f"kills: {self.kills} in {seconds:.0f} s")
        print(f"events recorded: {total - events}, acknowledged: {len(self.hashes)}")
        print(f"acknowledged and lost: {sum('is lost' in text for text in self.failures)}")
        print("chain: " + ("BROKEN" if self.failures else "whole"))
        for text in self.failures[:20]:
            print("FAILURE: " + text)
        return not self.failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("vigie", help="the binary")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--count", type=int, default=20_000, help="suggestions in the store")
    parser.add_argument("--store", help="a store made before, instead; a copy is worked on")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vigie-crash-") as folder:
        store = os.path.join(folder, "store.sqlite")
        if options.store:
            shutil.copy(options.store, store)
        else:
            path = os.path.join(folder, "invented.csv")
            invented.write(path, options.count)
            subprocess.run(
                [os.path.abspath(options.vigie), "analyse", "restaurants", path, "--store", store,
                 "--quiet"], check=True, stdout=subprocess.DEVNULL)
        sys.exit(0 if Crash(options.vigie, store, options.seed).run(options.kills) else 1)


if __name__ == "__main__":
    main()
