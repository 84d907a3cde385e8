"""Seconds and memory of `vigie analyse parcels` on pairs of 1024², 5000² (a square kilometre of BD
ORTHO at 20 cm) and 20,000² pixels.

Usage: python3 parcels.py VIGIE [SIDE…]   (a side, or WIDTHxHEIGHT for a part of a mosaic)

The pictures are invented here (grass of repeated noise, white roofs that came) and thrown away.
Processor seconds are those of the process; the control, in the same run, is the inflation of both
files by Python's zlib, which any reader of PNG must do. The aim of EVALUATION is one second for
1024² on one core; memory must not grow with the height of a mosaic.
"""
import os
import random
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib

TILE = 512
METRES = 0.2


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def tile(seed):
    """Rows of a tile of grass: coarse patches and fine grain."""
    draw = random.Random(seed)
    coarse = [[draw.randrange(-14, 15) for _ in range(TILE // 32)] for _ in range(TILE // 32)]
    rows = []
    for y in range(TILE):
        row = bytearray()
        for x in range(TILE):
            shade = 96 + coarse[y // 32][x // 32] + draw.randrange(-7, 8)
            row += bytes((shade - 8, shade + 10, shade - 26))
        rows.append(bytes(row))
    return rows


def roofs(width, height, count):
    draw = random.Random(width)
    return [
        (draw.randrange(0, width - 120), draw.randrange(0, height - 120), draw.randrange(30, 110),
         draw.randrange(30, 70))
        for _ in range(count)
    ]


def write(path, side, height, rows, marks):
    """A PNG, written row by row: the largest has 1.2 GB of pixels."""
    ordered = sorted(marks, key=lambda mark: mark[1])
    packer = zlib.compressobj(1)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", side, height, 8, 2, 0, 0, 0)))
        pending = b""
        for y in range(height):
            line = bytearray((rows[y % TILE] * (side // TILE + 1))[: side * 3])
            for left, top, width, depth in ordered:
                if top > y:
                    break
                if y < top + depth:
                    line[left * 3:(left + width) * 3] = bytes((226, 224, 220)) * width
            pending += packer.compress(b"\0" + bytes(line))
            if len(pending) > 1 << 16:
                file.write(chunk(b"IDAT", pending))
                pending = b""
        file.write(chunk(b"IDAT", pending + packer.flush()))
        file.write(chunk(b"IEND", b""))


def inflate(path):
    """Inflates a PNG's pixels and throws them away."""
    unpacker = zlib.decompressobj()
    with open(path, "rb") as file:
        file.read(8)
        while True:
            head = file.read(8)
            if len(head) < 8:
                return
            length, kind = struct.unpack(">I4s", head)
            data = file.read(length)
            file.read(4)
            if kind == b"IDAT":
                while data:
                    unpacker.decompress(data, 1 << 20)
                    data = unpacker.unconsumed_tail


def processor(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def measure(vigie, side, height, rows):
    folder = tempfile.mkdtemp(prefix="vigie-parcels-")
    try:
        marks = roofs(side, height, max(3, side * height // 2_000_000))
        for date, here in (("2021-06-14", []), ("2024-05-13", marks)):
            stem = os.path.join(folder, f"plaine-{date}")
            write(stem + ".png", side, height, rows, here)
            with open(stem + ".pgw", "w") as file:
                file.write(f"{METRES}\n0\n0\n-{METRES}\n720000.1\n6249999.9\n")
        start = processor(resource.RUSAGE_SELF)
        for name in sorted(os.listdir(folder)):
            if name.endswith(".png"):
                inflate(os.path.join(folder, name))
        control = processor(resource.RUSAGE_SELF) - start
        command = [vigie, "analyse", "parcels", folder, "--store", os.path.join(folder, "s.sqlite")]
        began = time.time()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.time() - began
        if status != 0:
            sys.exit(errors.decode(errors="replace"))
        spent = usage.ru_utime + usage.ru_stime
        print(
            f"{side:6} × {height:6}  {spent:8.2f} s of processor  {wall:8.2f} s of wall  "
            f"{usage.ru_maxrss / 1024:6.0f} MB  {len(marks):4} roofs  "
            f"inflating alone {control:6.2f} s", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    rows = tile(7)
    for size in sys.argv[2:] or ["1024", "5000", "20000"]:
        width, _, height = size.partition("x")
        measure(sys.argv[1], int(width), int(height or width), rows)


if __name__ == "__main__":
    main()
