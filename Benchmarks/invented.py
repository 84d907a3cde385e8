"""Invented establishments, as an official export would list them: nobody real is named.

The same seed gives the same bytes, so that stores of two days can be compared.
"""

import csv
import random

HEADER = (
    "APP_Libelle_activite_etablissement;APP_Libelle_etablissement;Adresse_2_UA;Code_postal;"
    "Libelle_commune;Date_inspection;Synthese_eval_sanit;Agrement;geores;Numero_inspection;SIRET"
).split(";")
ACTIVITIES = [
    "Restaurant", "Boulangerie-Pâtisserie", "Boucherie-Charcuterie", "Restauration collective",
    "Alimentation générale", "Traiteur", "Poissonnerie", "Chocolatier", "Producteur fermier",
]
OUTCOMES = ["Très satisfaisant", "Satisfaisant", "A améliorer", "A corriger de manière urgente"]
WEIGHTS = [55, 39, 5.5, 0.5]
FIRST = ["Chez", "Au", "La Table de", "L'Atelier de", "Le Comptoir de", "Les Délices de", "Maison"]
WHO = [
    "Zélie", "Gaspard", "Apolline", "Théophile", "Ondine", "Barnabé", "Églantine", "Hippolyte",
    "Capucine", "Anatole", "Mahaut", "Célestin", "Perpétue", "Ferréol", "Ysoline", "Gontran",
]
WHAT = [
    "des Tilleuls", "du Vieux Pont", "de la Source", "des Lavandières", "du Moulin Bleu",
    "de l'Écluse", "des Trois Hérons", "du Pré Rond", "de la Halle", "des Sorbiers",
]
TOWNS = [f"{a}-{b}" for a in ["Valmeuse", "Orbec", "Saint-Frêne", "Montclair", "Brives", "Haute"]
         for b in ["sur-Aulne", "les-Bains", "la-Forêt", "en-Plaine", "le-Vieux", "sous-Roche"]]
STREETS = ["rue des Hirondelles", "place du Marché", "quai des Brumes", "avenue du Lac"]


def establishment(number, chance):
    """One row of the export; the number makes its name, its SIRET and its inspection unique."""
    town = chance.randrange(len(TOWNS))
    name = f"{chance.choice(FIRST)} {chance.choice(WHO)} {chance.choice(WHAT)} {number}"
    day = f"2024-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
    where = f"{44 + chance.random() * 4:.6f},{1 + chance.random() * 5:.6f}"
    return [
        chance.choice(ACTIVITIES), name, f"{chance.randrange(1, 90)} {chance.choice(STREETS)}",
        f"{97990 + town % 10}", TOWNS[town], day, chance.choices(OUTCOMES, WEIGHTS)[0], "", where,
        f"24-{number:07}-1", f"{99_000_000_000_000 + number}",
    ]


def write(path, count, names=(), seed=7):
    """Writes `count` rows; the names given replace those of the first rows."""
    chance = random.Random(seed)
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADER)
        for number in range(count):
            row = establishment(number, chance)
            if number < len(names):
                row[1] = names[number]
            writer.writerow(row)
