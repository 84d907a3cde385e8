#!/usr/bin/env python3
"""Measures the letters panel on many letters, beside SQLite's own full text search and tantivy.

python3 Benchmarks/letters_volume.py VIGIE FOLDER_OF_LETTERS

The folder is written by letters_corpus.py. Peers get the same letters in the same run: FTS5 with its
`unicode61` tokenizer (no stems), and tantivy (`pip install tantivy`; left out when absent) with its
French stemmer. Times of Vigie's searches are those inside the store, without the process.
"""

import argparse
import os
import pathlib
import re
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
import unicodedata

from terminal import Terminal

# What a user types, and every form of it in French: what a search should find.
FORMS = {
    "engagement": "engagement engagements", "rejet": "rejet rejets", "écart": "écart écarts",
    "tuyauterie": "tuyauterie tuyauteries", "anomalie": "anomalie anomalies",
    "capteur": "capteur capteurs", "procédure": "procédure procédures",
    "contrôle": "contrôle contrôles", "fuite": "fuite fuites", "détecteur": "détecteur détecteurs",
    "formation": "formation formations", "corrosion": "corrosion corrosions",
    "vérification": "vérification vérifications", "essai": "essai essais",
}
MORE = [
    "porte coupe-feu", "contrôle périodique", "\"prise en charge\"", "\"mise à jour\"",
    "fuite tuyauterie", "engagement non tenu", "écart site:bugey", "essai site:penly after:2018",
    "rejet before:2014", "incendie -formation", "capteur OR détecteur", "source NEAR/5 contrôle",
]


def run(command):
    """Seconds, processor seconds, largest memory in MB, standard output and error of a command."""
    start = time.perf_counter()
    timed = ["/usr/bin/env", "bash", "-c", 'TIMEFORMAT="%U %S"; time "$@"', "x", *command]
    done = subprocess.run(timed, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    user, system = done.stderr.strip().splitlines()[-1].split()
    return seconds, float(user) + float(system), done.stdout, done.stderr


def centiles(times):
    ordered = sorted(times)
    return f"{statistics.median(ordered):.2f} / {ordered[int(len(ordered) * 0.95)]:.2f} ms"


def fold(text):
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in parts if not unicodedata.combining(c))


def vigie(program, letters, folder):
    store = str(folder / "store.sqlite")
    seconds, processor, out, _ = run([program, "--store", store, "analyse", "letters", letters])
    print(f"Vigie: import {seconds:.1f} s, {processor:.1f} s of processor · {out.strip()}")
    sizes = {}
    with sqlite3.connect(store) as database:
        try:
            for name, size in database.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY 1"):
                sizes[name] = size / 1e6
        except sqlite3.OperationalError:
            pass
    index = sum(size for name, size in sizes.items() if name.startswith(("passage", "vocabulary")))
    whole = (folder / "store.sqlite").stat().st_size / 1e6
    print(f"Vigie: index {index:.0f} MB of a store of {whole:.0f} MB (texts, demands, evidence)")
    queries = folder / "queries.txt"
    queries.write_text("\n".join([*FORMS, *MORE]) + "\n", encoding="utf-8")
    for _ in range(2):
        _, _, _, err = run([program, "--store", store, "--language", "en", "search", "letters", "--queries", str(queries)])
    print("Vigie: search,", [line for line in err.splitlines() if "median" in line][0])
    started = time.perf_counter()
    terminal = Terminal([program, "open", "--store", store, "--language", "en"])
    terminal.until(b"Vigie")
    os.write(terminal.master, b"6")
    terminal.until("▌".encode())
    print(f"Vigie: start, letters chosen, first row {1000 * (time.perf_counter() - started):.0f} ms")
    terminal.read(0.5)
    print(f"Vigie: workbench {terminal.megabytes():.0f} MB resident")
    terminal.close()
    one = sorted(pathlib.Path(letters).iterdir())[0]
    again = folder / "INSSN-LYO-2026-99999.txt"
    again.write_text(one.read_text(encoding="utf-8").replace(one.stem, again.stem) + "\nFin.\n", encoding="utf-8")
    seconds, processor, _, _ = run([program, "--store", store, "analyse", "letters", str(again)])
    print(f"Vigie: one letter more {seconds:.1f} s, {processor:.1f} s of processor")
    identifiers = [
        row[0] for row in sqlite3.connect(store).execute("SELECT id FROM suggestion WHERE project = 'letters' LIMIT 8")
    ]
    for number, identifier in enumerate(identifiers):
        verdict = ["accept"] if number % 2 else ["reject", "--reason", "nothing"]
        run([program, "--store", store, "decide", identifier, *verdict])
    seconds, processor, _, _ = run([program, "--store", store, "train", "letters"])
    print(f"Vigie: retraining after decisions {seconds:.1f} s, {processor:.1f} s of processor")
    answers = folder / "answers.tsv"
    command = [program, "--language", "en", "evaluate", "letters", "search", "--test", letters, "--queries", str(queries)]
    seconds, _, out, _ = run([*command, "--predictions", str(answers)])
    print(f"Vigie in memory, by passages ({seconds:.0f} s with reading):")
    print("\n".join("  " + line for line in out.splitlines() if "ms" in line or "MB" in line))
    return answers


def passages(answers):
    """The passages found for each word, and all the passages that were seen at all."""
    found = {}
    with open(answers, encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            query, _, letter, passage = line.rstrip("\n").split("\t")
            found.setdefault(query, set()).add((letter, passage))
    return found


def recall(found, seen):
    """By the hand-made list of forms: of the passages that hold one, which share was found."""
    shares = []
    for word, forms in FORMS.items():
        pattern = re.compile(r"(?<![a-z0-9])(" + "|".join(fold(forms).split()) + r")(?![a-z0-9])")
        wanted = {key for key, text in seen.items() if pattern.search(text)}
        if wanted:
            shares.append(len(wanted & found.get(word, set())) / len(wanted))
    return f"{min(shares):.3f} least, {statistics.mean(shares):.3f} mean of {len(shares)} words"


def fts5(texts, folder):
    database = sqlite3.connect(folder / "peer.sqlite")
    database.execute("CREATE VIRTUAL TABLE t USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')")
    start = time.perf_counter()
    database.executemany("INSERT INTO t(rowid, text) VALUES(?, ?)", enumerate(texts, 1))
    database.commit()
    built = time.perf_counter() - start
    times = []
    for word in [*FORMS, "porte coupe feu", "fuite tuyauterie"]:
        begin = time.perf_counter()
        match = " ".join(f'"{part}"' for part in word.split())
        database.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 20", [match]).fetchall()
        times.append(1000 * (time.perf_counter() - begin))
    shares = []
    folded = [fold(text) for text in texts]
    for word, forms in FORMS.items():
        pattern = re.compile(r"(?<![a-z0-9])(" + "|".join(fold(forms).split()) + r")(?![a-z0-9])")
        wanted = {n for n, text in enumerate(folded, 1) if pattern.search(text)}
        got = {row[0] for row in database.execute("SELECT rowid FROM t WHERE t MATCH ?", [f'"{word}"'])}
        if wanted:
            shares.append(len(wanted & got) / len(wanted))
    size = (folder / "peer.sqlite").stat().st_size / 1e6
    print(f"FTS5 unicode61: index {built:.1f} s, {size:.0f} MB, search {centiles(times)}, recall {min(shares):.3f} least, {statistics.mean(shares):.3f} mean")


def tantivy_peer(texts, folder):
    try:
        import tantivy
    except ImportError:
        print("tantivy: not installed")
        return
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="fr_stem")
    builder.add_integer_field("number", stored=True)
    path = folder / "tantivy"
    path.mkdir()
    index = tantivy.Index(builder.build(), path=str(path))
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    index.register_tokenizer("fr_stem", analyzer.filter(tantivy.Filter.stemmer("french")).build())
    start = time.perf_counter()
    writer = index.writer(heap_size=100_000_000, num_threads=1)
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, number=number))
    writer.commit()
    writer.wait_merging_threads()
    built = time.perf_counter() - start
    index.reload()
    searcher = index.searcher()
    times = []
    for word in [*FORMS, "porte coupe-feu", "fuite tuyauterie"]:
        begin = time.perf_counter()
        searcher.search(index.parse_query(word, ["text"], conjunction_by_default=True), 20)
        times.append(1000 * (time.perf_counter() - begin))
    size = sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6
    print(f"tantivy: index {built:.1f} s, {size:.0f} MB (texts stored), search {centiles(times)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vigie")
    parser.add_argument("letters")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="letters-volume-"))
    try:
        answers = vigie(options.vigie, options.letters, folder)
        found = passages(answers)
        seen = {key: fold(key[1]) for group in found.values() for key in group}
        print("Vigie: recall by passages,", recall(found, seen))
        texts = [file.read_text(encoding="utf-8") for file in sorted(pathlib.Path(options.letters).glob("*.txt"))]
        cut = [part for text in texts for part in text.split("\n\n")]
        print(f"{len(texts)} letters, {len(cut)} passages, {sum(map(len, texts)) / 1e6:.0f} M characters")
        fts5(cut, folder)
        tantivy_peer(cut, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
