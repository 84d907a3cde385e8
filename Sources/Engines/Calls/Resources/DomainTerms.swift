/// Terms of the field and what recognisers make of them. Written for this project.
enum DomainTerms {
  /// A term and its mishearings.
  static let mishearings: [(String, [String])] = [
    (
      "cheque emploi associatif",
      [
        "check emploi associatif", "chèque emplois associatif", "chèque emploi associative",
        "chek emploi associatif", "cheque en plein associatif", "chèque emploi asso",
        "check emploi asso", "choc emploi associatif", "cea",
      ]
    ),
    ("cheque emploi", ["check emploi", "chek emploi", "cheque emplois", "check emplois"]),
    ("urssaf", ["ursaf", "ursaff", "urssaff", "ur saf", "ursafe", "hursaf", "u r s s a f"]),
    ("siret", ["sirette", "syret", "cirette", "si ret", "ciret"]),
    ("siren", ["sirene", "cyren"]),
    (
      "dpae",
      [
        "des pas eu", "d pas eu", "dpa e", "des p a e", "de p a e", "de pae", "dépaé", "dpa heu",
        "dp ae",
        "d pae", "des pae", "déclaration préalable à l'embauche",
        "declaration prealable a l embauche", "declaration prealable embauche",
      ]
    ),
    (
      "volet social",
      [
        "volée sociale", "volé social", "volets sociaux", "volet sociale",
        "volets social", "volet socio", "vol et social", "volaient social", "valet social",
      ]
    ),
    (
      "cesu",
      [
        "ces u", "sesu", "sessu", "ces eu", "chèque emploi service",
        "cheque emploi service universel", "césu",
      ]
    ),
    ("pajemploi", ["page emploi", "paje emploi", "pages emploi"]),
    ("guso", ["gusot", "guzo", "gus o"]),
    (
      "rib",
      [
        "ribe", "r i b", "relevé d'identité bancaire", "releve d identite bancaire",
        "relevé identité bancaire",
      ]
    ),
    ("agirc arrco", ["agir arco", "agirc arco", "agir ko", "à girc arrco"]),
    ("net entreprises", ["nette entreprise", "net entreprise"]),
    ("prelevement", ["prêle vement", "prélèvements", "prelevemant", "prélevement"]),
    (
      "bulletin de paie",
      [
        "bulletin de paye", "bulletins de paye", "bulletin de paix",
        "bultin de paie", "buletin de paie", "fiche de paye", "fiche de paix", "fiche de paie",
        "fiches de paie", "fiches de paye", "feuille de paie", "feuille de paye",
      ]
    ),
    ("conges payes", ["congé payé", "congés payer", "congé payer", "conger payer", "cp"]),
    ("mot de passe", ["mots de passe", "mot de pas", "mot passe", "mdp"]),
    ("arret maladie", ["arrêts maladie", "arrêt de travail", "arrêts de travail", "arrêt malade"]),
    ("solde de tout compte", ["solde tout compte", "sol de tout compte", "solde de tous comptes"]),
    ("accident du travail", ["accident de travail", "accidents du travail"]),
  ]

  /// Terms that a word sounding the same is taken for.
  static let soundRepaired = [
    "urssaf", "cotisation", "cotisations", "adhesion", "resiliation", "prelevement", "embauche",
    "convention", "prevoyance", "mutuelle", "attestation", "exoneration", "conseiller",
    "association", "employeur", "identifiant", "identifiants", "bulletin", "indemnite",
    "licenciement", "demission", "impots", "salaire", "retraite",
  ]
}
