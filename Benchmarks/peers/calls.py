#!/usr/bin/env python3
"""The calls panel beside scikit-learn and fastText, in the same run, on the same rows.

    python3 Benchmarks/peers/calls.py VIGIE DATA_FOLDER

VIGIE is the program, DATA_FOLDER holds wikit_*.tsv, nlpjs_fr_*.tsv and cea_*.  Needs scikit-learn; fastText (fasttext-wheel) is left out
when it is not installed.  Peers see the same training lines as Vigie: utterances, and for the centre's set the answer base with every
keyword as a line, the other services and the out-of-scope utterances as a class.
"""

import csv
import hashlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.pipeline import make_union
from sklearn.svm import LinearSVC

PROGRAM, DATA = sys.argv[1], pathlib.Path(sys.argv[2])


def rows(name):
    with open(DATA / name, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def outside(label):
    return label == "None" or label.startswith("oos")


def figures(test, predicted, confidence, known):
    labels = [row["intent"] for row in test]
    inside = np.array([label in known for label in labels])
    right = np.array([a == b for a, b in zip(labels, predicted)]) & inside
    result = {"acc": right[inside].mean(),
              "F1": f1_score([l for l, i in zip(labels, inside) if i], [p for p, i in zip(predicted, inside) if i], average="macro")}
    if (~inside).any():
        confidence = np.array(confidence)
        strangers = np.sort(confidence[~inside])[::-1]
        threshold = strangers[int(0.1 * len(strangers))]
        result["AUROC"] = roc_auc_score(inside, confidence)
        result["CAR10"] = (right & (confidence > threshold)).sum() / inside.sum()
    return result


def vigie(train, test, options=()):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, content in (("train", train), ("test", test)):
            text = "text\tintent\n" + "".join(f"{r['text']}\t{r['intent']}\n" for r in content)
            (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
        out = folder / "out.tsv"
        start = time.time()
        subprocess.run([PROGRAM, "evaluate", "calls", "intents", "--train", str(folder / "train.tsv"), "--test", str(folder / "test.tsv"),
                        "--predictions", str(out), "--quiet", *options], check=True, capture_output=True)
        with open(out, encoding="utf-8") as file:
            lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        answered = np.array([line["decision"] == "answer" for line in lines])
        return [l["intent"] for l in lines], [float(l["confidence"]) for l in lines], answered, time.time() - start


def linear(kind):
    def run(train, test):
        features = make_union(TfidfVectorizer(sublinear_tf=True, strip_accents="unicode", ngram_range=(1, 2)),
                              TfidfVectorizer(sublinear_tf=True, strip_accents="unicode", analyzer="char_wb", ngram_range=(2, 5)))
        start = time.time()
        matrix = features.fit_transform([text for text, _ in train])
        labels = [label for _, label in train]
        model = LinearSVC(C=1) if kind == "SVC" else LogisticRegression(C=10, max_iter=2000)
        model.fit(matrix, labels)
        scores = model.decision_function(features.transform([row["text"] for row in test]))
        return scores, list(model.classes_), time.time() - start
    return run


def fast_text(train, test):
    import fasttext
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        codes = {label: f"__label__{number}" for number, label in enumerate(sorted({label for _, label in train}))}
        for text, label in train:
            file.write(f"{codes[label]} {text.lower()}\n")
        file.flush()
        start = time.time()
        rate = 0.5
        while True:
            try:
                model = fasttext.train_supervised(file.name, lr=rate, epoch=100, dim=50, wordNgrams=2, minn=2, maxn=5, thread=1, verbose=0)
                break
            except RuntimeError:
                rate *= 0.8
        names = {code: label for label, code in codes.items()}
        order = sorted(codes)
        scores = []
        for row in test:
            pairs = model.f.predict(row["text"].lower().replace("\n", " ") + "\n", len(codes), 0.0, "strict")
            found = {names[code]: p for p, code in pairs}
            scores.append([np.log(max(1e-9, found.get(label, 0))) for label in order])
        return np.array(scores), order, time.time() - start


PEERS = {"LR": linear("LR"), "SVC": linear("SVC")}
try:
    import fasttext  # noqa: F401
    PEERS["fastText"] = fast_text
except ImportError:
    print("fastText is not installed: left out", file=sys.stderr)


def show(title, train, test, extra=(), options=()):
    known = {row["intent"] for row in train if not outside(row["intent"])} | {label for _, label in extra if label != "none"}
    lines = [(row["text"], "none" if outside(row["intent"]) else row["intent"]) for row in train] + list(extra)
    print(f"\n{title}: {len(train)} utterances learned from, {len(test)} predicted")
    predicted, confidence, answered, seconds = vigie(train, test, options)
    found = figures(test, predicted, confidence, known)
    inside = np.array([row["intent"] in known for row in test])
    right = np.array([row["intent"] == p for row, p in zip(test, predicted)])
    found["answered right"] = (answered & right)[inside].mean()
    if (~inside).any():
        found["OOS answered"] = answered[~inside].mean()
    print(line("vigie", found, seconds))
    for name, peer in PEERS.items():
        scores, classes, seconds = peer(lines, test)
        wanted = [i for i, label in enumerate(classes) if label != "none"]
        best = [wanted[i] for i in scores[:, wanted].argmax(1)]
        confidence = scores[np.arange(len(test)), best]
        if "none" in classes:
            confidence = confidence - scores[:, classes.index("none")]
        print(line(name, figures(test, [classes[i] for i in best], confidence, known), seconds))


def line(name, found, seconds):
    return f"  {name:9}" + "  ".join(f"{key} {value:.3f}" for key, value in found.items()) + f"  {seconds:.2f} s"


def main():
    train, test = rows("wikit_train.tsv"), rows("wikit_devtest.tsv")
    show("wikit", train, test)
    for rate in (15, 30):
        show(f"wikit, {rate} % word errors", train, rows(f"wikit_devtest_wer{rate}.tsv"))
    intents = sorted({row["intent"] for row in train})
    for seed in range(3):
        withheld = set(random.Random(seed).sample(intents, 6))
        show(f"wikit, six intents withheld (draw {seed})", [r for r in train if r["intent"] not in withheld], test)
    show("nlp.js fr", rows("nlpjs_fr_train.tsv"), rows("nlpjs_fr_devtest.tsv"))
    # Four folds by the hash of the text, as the data's README asks.
    cea = rows("cea_dev.tsv")
    answers = [json.loads(text) for text in open(DATA / "cea_answers.jsonl", encoding="utf-8")]
    extra = [(text, a["id"]) for a in answers for text in (a["title_fr"], a["answer_fr"], " ".join(a["keywords"]), *a["keywords"])]
    extra += [(text, "none") for s in rows("redirect_services.tsv") for text in (s["name"], s["keywords"], *s["keywords"].split())]
    options = ["--answers", str(DATA / "cea_answers.jsonl"), "--services", str(DATA / "redirect_services.tsv")]
    for name in ("cea_dev.tsv", "cea_dev_wer15.tsv", "cea_dev_wer30.tsv"):
        spoken = rows(name)
        for fold in range(4):
            part = [int(hashlib.sha1(row["text"].encode()).hexdigest(), 16) % 4 for row in cea]
            show(f"{name}, fold {fold}", [r for r, p in zip(cea, part) if p != fold], [r for r, p in zip(spoken, part) if p == fold],
                 extra, options)


if __name__ == "__main__":
    main()
