"""The text models that a user could install today, one fold at a time: see `answer`."""

import re
import tempfile
import time

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from measured import answer

# What an inspector would grep for, case left aside; a blank ends a word, else any ending fits.
STEMS = [
    "intoxi", "vomi", "diarrhée", "malade", "gastro-ent", "mal au ventre", "maux de ventre",
    "cafard", "blatte", "rat ", "rats ", "souris ", "mouche", "insecte", "cheveu", "avarié",
    "périmé", "pourri", "moisi", "pas frais", "pas cuit", "mauvaise odeur", "crasse", "sale ",
    "hygiène",
]
SOUGHT = re.compile("|".join(
    r"\b" + re.escape(stem.strip()) + (r"\b" if stem.endswith(" ") else "") for stem in STEMS))


def has_stem(text):
    return SOUGHT.search(text.lower()) is not None


def words_and_characters():
    options = {"sublinear_tf": True, "min_df": 2, "strip_accents": None}
    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), **options),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), **options))


class NBSVM:
    """Wang and Manning 2012: log-count ratios of words 1–2, then a linear model."""

    def fit(self, texts, labels):
        self.words = CountVectorizer(ngram_range=(1, 2), min_df=2, binary=True)
        counts = self.words.fit_transform(texts).astype(float)
        labels = np.asarray(labels)
        p, q = (np.asarray(counts[labels == c].sum(0)).ravel() + 1 for c in (1, 0))
        self.ratio = sparse.diags(np.log((p / p.sum()) / (q / q.sum())))
        self.model = LogisticRegression(C=4, solver="liblinear").fit(counts @ self.ratio, labels)
        return self

    def scores(self, texts):
        counts = self.words.transform(texts).astype(float)
        return self.model.predict_proba(counts @ self.ratio)[:, 1]


class Pipeline:
    def __init__(self, model):
        self.pipeline = make_pipeline(words_and_characters(), model)

    def fit(self, texts, labels):
        self.pipeline.fit(texts, labels)
        return self

    def scores(self, texts):
        if hasattr(self.pipeline, "predict_proba"):
            return self.pipeline.predict_proba(texts)[:, 1]
        return self.pipeline.decision_function(texts)


class FastText:
    """`tuned`: rate .5, 20 epochs, 2-grams of words, 3–5 characters; else as it comes."""

    def __init__(self, tuned):
        self.options = {"lr": 0.5, "epoch": 20, "wordNgrams": 2, "minn": 3, "maxn": 5,
                        "bucket": 200_000, "dim": 50} if tuned else {}

    @staticmethod
    def line(text):
        return " ".join(re.findall(r"\w+|[^\w\s]", text.lower()))

    def fit(self, texts, labels):
        import fasttext
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            for text, label in zip(texts, labels):
                file.write(f"__label__{label} {self.line(text)}\n")
            file.flush()
            self.model = fasttext.train_supervised(
                file.name, thread=2, seed=1, verbose=0, **self.options)
        return self

    def scores(self, texts):
        # The wrapper's `predict` does not work with numpy 2; what it calls does.
        scores = []
        for text in texts:
            found = self.model.f.predict(self.line(text) + "\n", 2, 0.0, "strict")
            scores.append(next((min(1.0, p) for p, name in found if name == "__label__1"), 0.0))
        return np.asarray(scores)


class Keywords:
    """1 when a stem occurs; `mark`: only with at most three stars."""

    def __init__(self, mark):
        self.mark = mark

    def fit(self, texts, labels):
        return self

    def scores(self, texts, marks=None):
        found = [has_stem(text) for text in texts]
        if self.mark:
            found = [hit and mark <= 3 for hit, mark in zip(found, marks)]
        return np.asarray(found, dtype=float)


def balanced():
    return Pipeline(LogisticRegression(C=4, class_weight="balanced", solver="liblinear"))


MODELS = {
    "words 1–2 + chars 3–5, LR balanced": balanced,
    "words 1–2 + chars 3–5, LinearSVC": lambda: Pipeline(LinearSVC(C=0.5)),
    "NB-SVM, words 1–2": NBSVM,
    "fastText, default": lambda: FastText(False),
    "fastText, tuned": lambda: FastText(True),
    "25 stems": lambda: Keywords(False),
    "25 stems and mark ≤ 3": lambda: Keywords(True),
    "LR balanced, hand + weak labels of the stems": balanced,
}


def handle(request):
    """Fits on the training texts and scores the others; with the seconds of both."""
    begin = time.perf_counter()
    texts, labels = request["texts"], request["labels"]
    if "weak" in request["model"]:
        texts = texts + request["pool"]
        labels = labels + [int(has_stem(text)) for text in request["pool"]]
    model = MODELS[request["model"]]().fit(texts, labels)
    middle, used = time.perf_counter(), time.process_time()
    extra = (request["marks"],) if isinstance(model, Keywords) else ()
    scores = model.scores(request["test"], *extra)
    return {
        "scores": [float(score) for score in scores], "train": middle - begin,
        "predict": time.perf_counter() - middle, "predict cpu": time.process_time() - used,
        "is probability": "LinearSVC" not in request["model"],
    }


if __name__ == "__main__":
    answer(handle)
