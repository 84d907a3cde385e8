#!/usr/bin/env python3
"""Vigie beside EDS-NLP (and medspaCy where it has the task) on the same documents, in the same run.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install edsnlp==0.23.0
    /tmp/peers/bin/python Benchmarks/peers/medical.py --data ../shared/data/medical --vigie .build/release/vigie

Figures are of the developers' part: ours are cross-validated by document where something is learned,
the peer's need no training. `--documents N` keeps the first N documents of FRACCO for the slow pipes.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def table(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [dict(zip(rows[0], row)) for row in rows[1:] if len(row) > 1]


def f1(right, predicted, expected):
    p = right / predicted if predicted else 0.0
    r = right / expected if expected else 0.0
    return (2 * p * r / (p + r) if p + r else 0.0), p, r


def overlap(predicted, expected):
    free = sorted(expected)
    right = 0
    for begin, end in sorted(predicted):
        for span in free:
            if span[0] < end and begin < span[1]:
                free.remove(span)
                right += 1
                break
    return right


class Vigie:
    def __init__(self, program, folder):
        self.program, self.folder, self.seconds, self.peak, self.remarks = program, folder, {}, {}, {}

    def run(self, task, *arguments):
        output = os.path.join(self.folder, task)
        start = time.time()
        # A shell between: a child begins with the memory of who starts it, and this program's is large.
        done = subprocess.run(
            ["sh", "-c", '"$@"; exit $?', "sh", self.program, "evaluate", "medical", task, *arguments, "--predictions", output, "--format", "json"],
            capture_output=True, text=True)
        self.seconds[task] = time.time() - start
        try:
            report = json.loads(done.stdout)
            self.peak[task] = report["peakMegabytes"]
            self.remarks[task] = str(report["report"].get("remarks", ""))
        except (ValueError, KeyError):
            sys.exit(f"vigie {task}: {done.stderr}")
        return output


def qualifier_rows(rows):
    """Letters that hold and letters that are not scored, by row."""
    for row in rows:
        labels = row["labels"].replace("-", "")
        unsure = {labels[i - 1] for i, c in enumerate(labels) if c == "?"}
        held = {c for c in labels if c in "nhfp"} - unsure
        if "f" in held:
            unsure.add("p")
            held.discard("p")
        yield held, unsure


def score_attributes(rows, predicted):
    counts = {letter: [0, 0, 0] for letter in "nhfp"}
    for (held, unsure), letters in zip(qualifier_rows(rows), predicted):
        for letter in "nhfp":
            if letter in unsure:
                continue
            counts[letter][0] += letter in held and letter in letters
            counts[letter][1] += letter in letters
            counts[letter][2] += letter in held
    figures = {letter: f1(*count)[0] for letter, count in counts.items()}
    figures["micro"] = f1(*(sum(count[i] for count in counts.values()) for i in range(3)))[0]
    return figures


class EDS:
    def __init__(self):
        import edsnlp
        start = time.time()
        self.base = edsnlp.blank("eds")
        self.base.add_pipe("eds.normalizer")
        self.base.add_pipe("eds.sentences")
        self.qualifiers = []
        for name in ["eds.negation", "eds.hypothesis", "eds.family", "eds.history"]:
            self.base.add_pipe(name)
        self.start = time.time() - start

    def attributes(self, rows, texts):
        letters = []
        pipes = dict(self.base.pipeline)
        names = {"n": "negation", "h": "hypothesis", "f": "family", "p": "history"}
        for row in rows:
            doc = self.base.make_doc(texts[row["doc"]])
            for name in ["eds.normalizer", "eds.sentences", "normalizer", "sentences"]:
                if name in pipes:
                    doc = pipes[name](doc)
            span = doc.char_span(int(row["begin"]), int(row["end"]), label="x", alignment_mode="expand")
            doc.ents = [span]
            for name, pipe in pipes.items():
                if not name.endswith(("normalizer", "sentences")):
                    doc = pipe(doc)
            ent = doc.ents[0]
            letters.append({k for k, v in names.items() if getattr(ent._, v, False)})
        return letters

    @staticmethod
    def pipeline(*names, **options):
        import edsnlp
        nlp = edsnlp.blank("eds")
        nlp.add_pipe("eds.normalizer")
        nlp.add_pipe("eds.sentences")
        for name in names:
            nlp.add_pipe(name, config=options.get(name.replace(".", "_"), {}))
        return nlp


def spans_of(nlp, documents, groups):
    found = []
    for document in documents:
        doc = nlp(document["text"])
        spans = set()
        for group in groups:
            for span in doc.spans.get(group, []):
                spans.add((span.start_char, span.end_char))
        found.append(spans)
    return found


def compare_spans(name, documents, field, ours, theirs, out):
    gold = [{(a["begin"], a["end"]) for a in d[field]} for d in documents]
    for who, found in (("vigie", ours), ("eds-nlp", theirs)):
        right = sum(overlap(f, g) for f, g in zip(found, gold))
        exact = sum(len(f & g) for f, g in zip(found, gold))
        predicted, expected = sum(map(len, found)), sum(map(len, gold))
        out.append((name + " overlap F1", who, f1(right, predicted, expected)[0], expected))
        out.append((name + " exact F1", who, f1(exact, predicted, expected)[0], expected))


def tnm_figures(rows, places):
    right = predicted = expected = values = 0
    for row in rows:
        stage = row["T"] != "-"
        expected += stage
        hit = next((p for p in places.get(row["doc"], []) if p[0] - 3 <= int(row["offset"]) < p[1]), None)
        if hit is None:
            continue
        predicted += 1
        if stage:
            right += 1
            values += tuple(hit[2:]) == (row["T"], row["N"], row["M"])
    return f1(right, predicted, expected)[0], values / max(1, expected), expected


def eds_tnm(rows, texts):
    nlp = EDS.pipeline("eds.tnm")
    places = {}
    for doc_id in {row["doc"] for row in rows}:
        doc = nlp(texts[doc_id])
        found = []
        for span in list(doc.ents) + list(doc.spans.get("tnm", [])):
            value = getattr(span._, "tnm", None) or span._.value
            data = vars(value)

            def get(key):
                # The subclass (« 2b ») stands in a field of its own; the suffix is « (sn) ».
                main, more = data.get(key), data.get(key + "_specification")
                text = "" if main is None else str(getattr(main, "value", main)).lower().replace("o", "0")
                return text + (str(getattr(more, "value", more)) if text and more else "")
            found.append((span.start_char, span.end_char, get("tumour"), get("node"), get("metastasis")))
        places[doc_id] = found
    return places


HEADINGS = {
    "anamnèse", "examen physique", "diagnostic", "traitement", "évolution", "evolution", "examens complémentaires",
    "tests complémentaires", "l'évolution", "antécédents oncologiques", "maladie actuelle", "antécédents personnels",
    "le diagnostic", "traitement et évolution", "antécédents familiaux", "exploration physique", "anatomie pathologique",
}


def heading_lines(text):
    place, found = 0, []
    for line in text.split("\n"):
        if line.strip().rstrip(":").strip().lower() in HEADINGS:
            found.append((place, place + len(line)))
        place += len(line) + 1
    return found


# A small program that starts another and tells its seconds and memory.
LAUNCHER = ("import json, os, subprocess, sys\n"
            "child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
            "usage = os.wait4(child.pid, 0)[2]\n"
            "print(json.dumps([usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))")


def start_to_summary(program, folder, documents):
    """Seconds and memory of one run from an empty store to the summaries of all documents, each of a patient of its own."""
    notes, store = os.path.join(folder, "notes.jsonl"), os.path.join(folder, "store.db")
    with open(notes, "w", encoding="utf-8") as file:
        for number, document in enumerate(documents):
            row = {"note_id": document["id"], "person_id": f"P{number}", "note_text": document["text"]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    figures = []
    for name, rows in (("one document", 1), (f"{len(documents)} documents", len(documents))):
        part = os.path.join(folder, f"part{rows}.jsonl")
        with open(notes, encoding="utf-8") as file, open(part, "w", encoding="utf-8") as out:
            out.writelines(line for _, line in zip(range(rows), file))
        begin = time.time()
        done = subprocess.run([sys.executable, "-S", "-c", LAUNCHER, program, "analyse", "--store", f"{store}{rows}",
                               "--as", "bench", "--quiet", "medical", part], capture_output=True, text=True)
        seconds, peak = json.loads(done.stdout)
        figures += [(f"start to summary of {name}, s", "vigie", time.time() - begin, rows),
                    (f"start to summary of {name}, s of a core", "vigie", seconds, rows),
                    (f"memory, {name}, MB", "vigie", peak / 1e3, rows)]
    return figures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--skip-peer", action="store_true")
    arguments = parser.parse_args()
    data = lambda name: os.path.join(arguments.data, name)
    fracco, e3c = lines(data("fracco_dev.jsonl")), lines(data("e3c_fr_dev.jsonl"))
    texts = {d["id"]: d["text"] for d in fracco + e3c}
    out = []
    with tempfile.TemporaryDirectory() as folder:
        vigie = Vigie(arguments.vigie, folder)
        rows = table(data("attributes_dev.tsv"))
        ours = table(vigie.run("attributes", "--train", data("attributes_dev.tsv"), "--documents",
                               data("fracco_dev.jsonl"), "--documents", data("e3c_fr_dev.jsonl")))
        figures = {"vigie": score_attributes(rows, [set(r["labels"]) for r in ours])}
        if not arguments.skip_peer:
            figures["eds-nlp"] = score_attributes(rows, EDS().attributes(rows, texts))
        for who, values in figures.items():
            for letter, value in values.items():
                out.append((f"attribute {letter} F1", who, value, len(rows)))

        for task, field, pipe, groups in (("times", "timex3", "eds.dates", ["dates", "durations"]),
                                          ("measures", "rml", "eds.quantities", ["quantities"])):
            predicted = lines(vigie.run(task, "--test", data("e3c_fr_dev.jsonl")))
            ours = [{(s["begin"], s["end"]) for s in d["spans"]} for d in predicted]
            theirs = [set() for _ in e3c]
            if not arguments.skip_peer:
                options = {"eds_quantities": {"quantities": "all"}} if task == "measures" else {}
                theirs = spans_of(EDS.pipeline(pipe, **options), e3c, groups)
            compare_spans(task, e3c, field, ours, theirs, out)

        labels = table(data("tnm_dev.tsv"))
        predicted = {d["id"]: [(t["begin"], t["end"], t["T"], t["N"], t["M"]) for t in d["tnm"]]
                     for d in lines(vigie.run("tnm", "--test", data("fracco_dev.jsonl"), "--labels", data("tnm_dev.tsv")))}
        for who, places in (("vigie", predicted), ("eds-nlp", {} if arguments.skip_peer else eds_tnm(labels, texts))):
            detection, values, count = tnm_figures(labels, places)
            out += [("tnm detection F1", who, detection, count), ("tnm T, N, M right", who, values, count)]

        headings = {d["id"]: {(h["begin"]) for h in d["headings"]}
                    for d in lines(vigie.run("sections", "--test", data("fracco_dev.jsonl")))}
        sample = fracco[:200]
        gold = {d["id"]: heading_lines(d["text"]) for d in sample}
        total = sum(map(len, gold.values()))
        hit = sum(any(b <= h < e for h in headings[i]) for i, spans in gold.items() for b, e in spans)
        out.append(("heading recall", "vigie", hit / total, total))
        if not arguments.skip_peer:
            nlp = EDS.pipeline("eds.sections")
            hit = 0
            for document in sample:
                titles = nlp(document["text"]).spans.get("section_titles", [])
                hit += sum(any(b <= t.start_char < e for t in titles) for b, e in gold[document["id"]])
            out.append(("heading recall", "eds-nlp", hit / total, total))

        # Speed: the rule stages together, over the first documents.
        size = sum(len(d["text"].encode()) for d in fracco)
        for task in ("times", "tnm", "sections"):
            vigie.run(task, "--test", data("fracco_dev.jsonl"))
            out.append((f"speed {task}, kB/s", "vigie", size / 1e3 / vigie.seconds[task], len(fracco)))
            out.append((f"memory {task}, MB", "vigie", vigie.peak[task], len(fracco)))
        # With the tagger learned from the same reports: figures of cost, not of quality. A core's seconds are those it worked,
        # which the load of the machine does not change; the peer's are taken the same way.
        vigie.run("mentions", "--train", data("fracco_dev.jsonl"), "--test", data("fracco_dev.jsonl"))
        remarks = vigie.remarks["mentions"]
        rates = re.findall(r"([0-9.]+) MB/s a core", remarks) or re.findall(r"([0-9.]+) Mo/s par c", remarks)
        for name, rate in zip(("reading + tagger", "all stages"), rates):
            out.append((f"speed {name}, kB/s a core", "vigie", float(rate) * 1e3, len(fracco)))
        out += start_to_summary(arguments.vigie, folder, fracco[:arguments.documents])
        if not arguments.skip_peer:
            start = time.time()
            nlp = EDS.pipeline("eds.sections", "eds.dates", "eds.quantities", "eds.tnm", "eds.negation", "eds.hypothesis",
                               "eds.family", "eds.history")
            ready = time.time() - start
            part = fracco[:arguments.documents]
            begin = time.process_time()
            for document in part:
                nlp(document["text"])
            seconds = time.process_time() - begin
            out.append(("speed 8 pipes, kB/s a core", "eds-nlp", sum(len(d["text"].encode()) for d in part) / 1e3 / seconds, len(part)))
            out.append(("start, s", "eds-nlp", ready, 1))
            out.append(("memory, MB", "eds-nlp", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, 1))
    print("| figure | who | value | n |\n|---|---|---|---|")
    for name, who, value, count in out:
        print(f"| {name} | {who} | {value:.3f} | {count} |")


if __name__ == "__main__":
    main()
