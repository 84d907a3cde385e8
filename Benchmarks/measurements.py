#!/usr/bin/env python3
"""Ten million invented measurements, from the files to the ranked list: seconds, rows a second, memory.

    python3 Benchmarks/measurements.py VIGIE [ROWS] [STATIONS]

Writes a Hub'Eau table of measurements and one of stations into a folder thrown away afterwards, runs `vigie analyse inspections` on
them with a store of its own, twice (the second time everything is known already), and says whether the aims were reached: 60 s and
1 GB for ten millions. Seconds are wall time and processor time: on a machine that others use, only the latter tells of Vigie.
The same numbers give the same bytes. Nobody's stations are meant: codes begin with 9.
"""

import datetime
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

AIM_SECONDS, AIM_MEGABYTES, AIM_ROWS = 60, 1024, 10_000_000
# SANDRE code, unit, usual level.
PARAMETERS = [
    ("1340", "mg(NO3)/L", 20), ("1335", "mg(NH4)/L", .1), ("1350", "mg(P)/L", .1), ("1313", "mg(O2)/L", 3), ("1305", "mg/L", 20),
]
FIRST_DAY = datetime.date(2005, 1, 1)
SPAN = 7600


def write_stations(path, stations, chance):
    with open(path, "w", encoding="utf-8") as file:
        file.write("code_station;libelle_station;longitude;latitude;libelle_commune;code_departement;code_cours_eau\n")
        for number in range(stations):
            file.write(f"9{number:07d};Station {number};{chance.uniform(-1, 7):.5f};{chance.uniform(43, 50):.5f};"
                       f"Commune {number % 300};{number % 90:02d};W{number % 700}\n")


def write_measurements(path, rows, stations, chance):
    """The rows, ordered by station and parameter; every seventeenth lies below its limit."""
    levels = [chance.lognormvariate(0, .6) for _ in range(4096)]
    each = rows // (stations * len(PARAMETERS))
    step = max(1, SPAN // each)
    days = [(FIRST_DAY + datetime.timedelta(days=number * step)).isoformat() for number in range(each)]
    written, state = 0, 0
    with open(path, "w", encoding="utf-8") as file:
        file.write("code_station;date_prelevement;code_parametre;resultat;symbole_unite;code_remarque\n")
        for number in range(stations):
            for code, unit, level in PARAMETERS:
                lines = []
                for day in days:
                    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
                    mark = "10" if state % 17 == 0 else "1"
                    lines.append(f"9{number:07d};{day};{code};{levels[state >> 19] * level:.4g};{unit};{mark}\n")
                file.write("".join(lines))
                written += len(lines)
    return written


def run(command):
    """Wall seconds, processor seconds and peak memory in MB of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(vigie, rows, stations):
    chance = random.Random(3)
    with tempfile.TemporaryDirectory(prefix="vigie-measurements-") as folder:
        folder = pathlib.Path(folder)
        write_stations(folder / "stations.csv", stations, chance)
        written = write_measurements(folder / "analyses.csv", rows, stations, chance)
        megabytes = (folder / "analyses.csv").stat().st_size / 1e6
        print(f"{written} measurements of {stations} stations, {megabytes:.0f} MB")
        command = [vigie, "analyse", "inspections", str(folder / "analyses.csv"), str(folder / "stations.csv"),
                   "--store", str(folder / "store.sqlite"), "--quiet"]
        missed = False
        for what in ("first time", "again"):
            wall, processor, memory = run(command)
            store = sum(path.stat().st_size for path in folder.glob("store.sqlite*")) / 1e6
            print(f"{what:10s}  wall {wall:6.1f} s  processor {processor:6.1f} s  {written / wall / 1000:6.0f} k rows/s  "
                  f"memory {memory:5.0f} MB  store {store:5.0f} MB")
            share = max(1, written / AIM_ROWS)
            missed |= processor > AIM_SECONDS * share or memory > AIM_MEGABYTES
        print(f"aim {AIM_SECONDS} s, {AIM_MEGABYTES} MB for {AIM_ROWS} rows: {'missed' if missed else 'reached'}")
        return 1 if missed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else AIM_ROWS, int(sys.argv[3]) if len(sys.argv) > 3 else 2000))
