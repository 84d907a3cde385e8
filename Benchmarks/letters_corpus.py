#!/usr/bin/env python3
"""Writes a folder of letters permuted from real sentences, to measure volume.

python3 Benchmarks/letters_corpus.py ../shared/data/letters/sentences.jsonl OUT 20000

The letters are for measuring only: they stay out of the repository.
"""
import json
import pathlib
import random
import sys

SITES = "Bugey Gravelines Chinon Cattenom Golfech Chooz Penly Cruas Paluel Civaux".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


def main():
    sentences = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
    sentences = [" ".join(text.split()) for text in sentences if len(text) < 900]
    requests = [text for text in sentences if text.startswith("Je vous demande")]
    others = [text for text in sentences if not text.startswith("Je vous demande")]
    out = pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    draw = random.Random(7)
    for number in range(int(sys.argv[3])):
        year = 2012 + number % 10
        name = f"INSSN-LYO-{year}-{number:05d}"
        day = f"{1 + number % 27} {MONTHS.split()[number % 12]} {year}"
        site = draw.choice(SITES)
        parts = [
            "DIVISION DE LYON", f"Lyon, le {day}", f"N/Réf. : CODEP-LYO-{year}-{number:06d}",
            f"Objet : Contrôle des installations nucléaires de base – CNPE de {site}\n"
            f"Inspection n° {name} du {day}\nThème : « Maintenance »",
            "Monsieur le directeur,", "SYNTHÈSE DE L’INSPECTION", " ".join(draw.sample(others, 9)),
            "A. Demandes d’actions correctives",
        ]
        for _ in range(3):
            parts += [" ".join(draw.sample(others, 6)), draw.choice(requests)]
        parts.append("B. Compléments d’information")
        parts += [" ".join(draw.sample(others, 6)), draw.choice(requests)]
        parts += [
            "C. Observations", draw.choice(others),
            "Vous voudrez bien me faire part, sous deux mois, de vos remarques et observations.",
        ]
        (out / f"{name}.txt").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


main()
