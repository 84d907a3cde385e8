#!/usr/bin/env python3
"""Writes SampleData/calls: an invented call centre's week. Same seed, same bytes."""

import datetime as dt
import json
import pathlib
import random

OUT = pathlib.Path(__file__).resolve().parent.parent / "calls"
random.seed(20181107)
DAY = dt.datetime(2026, 11, 20, 8, 0, tzinfo=dt.timezone.utc)
CHECKED = "2026-11-16"
SOURCE = "fiche interne inventée n° "

# intent: (title fr, title en, kind, answer, redirect, keywords, utterances)
INTENTS = {
    "adhesion_demarche": ("Adhérer au service", "Join the service", "answer",
        "L'adhésion se fait en ligne avec le numéro de Siret de l'association. Adhérez avant la première embauche.", "",
        "adhérer, adhésion, inscrire, inscription, formulaire, démarrer",
        ["comment adhérer au chèque emploi associatif", "je voudrais inscrire notre club",
         "on veut s'inscrire c'est quoi les démarches", "bonjour euh où trouver le formulaire d'adhésion",
         "nous aimerions démarrer avec le c e a", "je souhaite faire une demande d'adhésion pour ma chorale",
         "quelles sont les étapes pour rejoindre votre service", "check emploi associatif pour adhérer comment on fait"]),
    "adhesion_suivi": ("Suivre une demande d'adhésion", "Status of an application", "handoff",
        "Je transmets votre demande à un conseiller, qui regardera où en est votre dossier.", "gestion des adhésions",
        "dossier, suivi, attente, avancement, validée, reçu",
        ["où en est mon dossier d'adhésion", "ma demande d'inscription est-elle validée",
         "j'ai envoyé le dossier il y a trois semaines et pas de nouvelles", "est-ce que vous avez reçu notre adhésion",
         "on attend toujours la confirmation de l'inscription", "quand mon adhésion sera-t-elle acceptée",
         "je voudrais connaître l'avancement de notre demande", "le dossier est bloqué en attente depuis un mois"]),
    "siret_obtenir": ("Obtenir un numéro de Siret", "Get a SIRET number", "answer",
        "Sans Siret, demandez l'immatriculation de l'association au guichet des formalités avant d'adhérer.", "",
        "siret, siren, insee, immatriculation, formalités",
        ["on n'a pas de siret comment l'obtenir", "où demander un numéro de siren pour une association",
         "faut-il un sirette pour employer quelqu'un", "notre association n'est pas immatriculée à l'insee",
         "je ne retrouve pas notre numéro siret", "combien de temps pour avoir un siret",
         "comment immatriculer l'association", "c'est quoi le numéro à quatorze chiffres qu'on me demande"]),
    "identifiants_acces": ("Retrouver l'accès à l'espace employeur", "Recover access", "answer",
        "Sur la page de connexion, choisissez mot de passe oublié et suivez le message reçu.", "",
        "mot de passe, identifiant, connexion, connecter, espace, bloqué",
        ["j'ai perdu mon mot de passe", "impossible de me connecter à l'espace employeur", "mon compte est bloqué après trois essais",
         "je ne reçois pas le mail pour réinitialiser", "quel est mon identifiant de connexion",
         "le nouveau président n'a pas les codes d'accès", "comment changer le mot de passe de l'association",
         "la page de connexion me dit identifiant inconnu"]),
    "embauche_dpae": ("Déclarer une embauche", "Declare a hire", "answer",
        "La déclaration préalable se fait dans votre espace, rubrique salariés, avant le premier jour de travail.", "",
        "embauche, embaucher, DPAE, déclaration préalable, recruter, nouveau salarié",
        ["comment déclarer une embauche", "on recrute un animateur que faut-il faire avant", "la d p a e c'est vous ou nous",
         "j'ai oublié la déclaration préalable pour un salarié qui a déjà commencé", "nouveau professeur de judo lundi je déclare où",
         "des pas eu à faire pour un cdd de deux jours", "embaucher quelqu'un pour un remplacement",
         "quel délai pour déclarer l'arrivée d'un salarié"]),
    "contrat_travail": ("Établir un contrat de travail", "Write a contract", "answer",
        "Le volet d'identification tient lieu de contrat s'il est signé par l'employeur et le salarié.", "",
        "contrat, CDD, CDI, signature, durée, temps partiel",
        ["faut-il faire un contrat de travail écrit", "le contrat c'est vous qui le faites", "comment passer un cdd en cdi",
         "où signer le contrat du salarié", "on veut augmenter ses heures il faut un avenant", "modèle de contrat pour un temps partiel",
         "le salarié demande son contrat", "durée de la période d'essai"]),
    "volet_social_saisie": ("Saisir le volet social", "Enter the monthly form", "answer",
        "Chaque mois, saisissez les heures et le salaire dans la rubrique volet social, puis validez.", "",
        "volet social, saisir, heures, déclarer, salaire, mois",
        ["comment saisir le volet social", "où je rentre les heures du mois", "le volet social s'il n'a pas travaillé je mets quoi",
         "je dois déclarer trente heures pour novembre", "comment noter une prime sur le volet", "volé social à remplir avant quand",
         "déclarer le salaire du mois dernier", "combien d'heures mettre pour un mois incomplet"]),
    "volet_social_correction": ("Corriger un volet social", "Correct a form", "answer",
        "Un volet se corrige dans votre espace jusqu'à dix jours avant le prélèvement ; ensuite, un conseiller s'en charge.", "",
        "corriger, erreur, trompé, modifier, annuler, rectifier",
        ["je me suis trompé dans les heures du volet", "comment corriger un volet social déjà validé", "annuler une déclaration saisie deux fois",
         "j'ai mis quinze heures au lieu de cinquante", "modifier le salaire déclaré le mois dernier", "erreur sur le taux horaire saisi",
         "peut-on rectifier après le prélèvement", "j'ai déclaré le mauvais salarié"]),
    "bulletin_paie": ("Récupérer un bulletin de paie", "Get a pay slip", "answer",
        "Les bulletins sont dans votre espace, rubrique documents, dès que le volet social est traité.", "",
        "bulletin, fiche de paie, télécharger, imprimer, document",
        ["où trouver le bulletin de paie", "je n'arrive pas à télécharger la fiche de paie", "le salarié n'a pas reçu son bulletin",
         "imprimer les bulletins de l'année", "la fiche de paye de septembre a disparu", "quand le bulletin est-il disponible",
         "peut-on envoyer les fiches de paie par mail", "il y a une erreur d'adresse sur le bulletin"]),
    "cotisations_taux": ("Connaître les cotisations", "Contribution rates", "answer",
        "Les taux figurent sur le décompte de cotisations et sur le site, rubrique taux en vigueur.", "",
        "cotisations, taux, charges, patronales, pourcentage, coût",
        ["quel est le taux de cotisations", "combien de charges pour un salaire de mille euros", "les charges patronales ont augmenté pourquoi",
         "à combien revient un salarié au smic", "je ne comprends pas le décompte des cotisations", "taux accident du travail de notre association",
         "quel pourcentage de charges faut-il prévoir", "simuler le coût d'une embauche"]),
    "prelevement_date_montant": ("Date et montant du prélèvement", "Debit date and amount", "answer",
        "Le montant et la date du prélèvement figurent sur le décompte, disponible dans votre espace avant chaque échéance.", "",
        "prélèvement, date, montant, décompte, échéance, quand",
        ["quand passe le prélèvement", "quel montant va être prélevé ce mois-ci", "pourquoi le prélèvement est plus élevé que d'habitude",
         "à quelle date êtes-vous payés", "où voir le décompte du prochain prélèvement", "peut-on choisir la date du prélèvement",
         "le prélèvement n'est pas passé c'est normal", "montant des cotisations débitées en octobre"]),
    "prelevement_rejet_delai": ("Prélèvement rejeté ou délai de paiement", "Rejected debit or payment delay", "answer",
        "Si le prélèvement est rejeté, ne payez pas deux fois : il est présenté à nouveau. Pour un délai, écrivez avant l'échéance depuis votre espace.", "",
        "rejeté, rejet, impayé, délai, découvert, majoration, échéancier",
        ["le prélèvement a été rejeté par la banque", "on ne peut pas payer ce mois-ci comment avoir un délai", "vous nous réclamez des majorations",
         "la banque a refusé le prélèvement que faire", "demande d'échéancier pour les cotisations", "notre compte était à découvert vous représentez quand",
         "peut-on étaler le paiement", "j'ai reçu une lettre pour impayé"]),
    "conges_payes": ("Congés payés", "Paid leave", "answer",
        "Les congés se déclarent dans le volet social du mois où ils sont pris, en jours et non en heures.", "",
        "congés, vacances, CP, jours, absence",
        ["comment déclarer les congés payés", "le salarié prend une semaine de vacances je fais quoi", "combien de jours de congés lui reste-t-il",
         "les cp se comptent en heures ou en jours", "payer les congés à la fin du contrat", "indemnité de dix pour cent pour un cdd",
         "congés non pris sont-ils perdus", "comment on calcule les congés d'un temps partiel"]),
    "arret_maladie": ("Arrêt maladie", "Sick leave", "answer",
        "Déclarez l'arrêt dans la rubrique absences ; l'attestation de salaire est alors envoyée à la caisse du salarié.", "",
        "arrêt, maladie, malade, indemnités, attestation de salaire, absence",
        ["mon salarié est en arrêt maladie", "que faire en cas d'arrêt de travail", "comment envoyer l'attestation de salaire",
         "elle est malade depuis lundi je déclare où", "les indemnités journalières ne sont pas versées", "prolongation d'arrêt du salarié",
         "il reprend à mi-temps après son arrêt", "congé maternité quelle démarche"]),
    "fin_contrat": ("Fin de contrat", "End of contract", "answer",
        "Indiquez la date et le motif de fin dans la fiche du salarié ; les documents de fin de contrat sont alors produits.", "",
        "fin de contrat, démission, licenciement, rupture, solde, départ",
        ["le salarié démissionne que faire", "comment déclarer une fin de contrat", "où trouver le solde de tout compte",
         "rupture conventionnelle avec notre animateur", "on doit licencier quelqu'un", "le cdd se termine vendredi",
         "attestation pour le chômage après son départ", "documents de fin de contrat pas reçus par le salarié"]),
    "resiliation": ("Quitter le service", "Leave the service", "handoff",
        "Un conseiller enregistre votre demande et vérifie les déclarations qui restent à faire.", "gestion des comptes",
        "résilier, résiliation, fermer, quitter, dissoudre, arrêter",
        ["comment résilier l'adhésion", "l'association est dissoute il faut fermer le compte", "on n'a plus de salarié on veut arrêter",
         "nous passons par un comptable je veux quitter le service", "suspendre notre compte pendant un an", "clôturer le dossier employeur",
         "arrêter le chèque emploi associatif", "demande de fermeture de compte"]),
    "parler_conseiller": ("Parler à un conseiller", "Speak to an adviser", "handoff",
        "Je vous mets en relation avec un conseiller. S'il n'est pas disponible, votre appel est inscrit sur la liste de rappel.", "conseillers",
        "conseiller, humain, personne, quelqu'un, rappeler, joindre",
        ["je voudrais parler à un conseiller", "passez-moi quelqu'un", "je veux une vraie personne pas un robot",
         "pouvez-vous me rappeler", "comment joindre un gestionnaire", "ça fait trois fois que j'appelle je veux un humain",
         "je souhaite faire une réclamation à un responsable", "un agent s'il vous plaît"]),
}
OLD_RULE = {"intent": "adhesion_conditions", "title_fr": "Limite d'effectif (ancienne règle)", "title_en": "Head-count limit (old rule)",
            "kind": "answer", "answer_fr": "Le service est réservé aux associations de moins de vingt salariés.", "source": SOURCE + "7",
            "checked": CHECKED, "valid_from": "2015-07-01", "valid_to": "2022-12-31", "redirect": "", "keywords": "effectif, limite, vingt"}
NEW_RULE = dict(OLD_RULE, title_fr="Conditions pour adhérer", title_en="Eligibility", valid_from="2023-01-01", valid_to="",
                answer_fr="Le service est ouvert à toutes les associations et fondations, sans condition d'effectif.",
                keywords="condition, éligible, effectif, limite, droit, fondation, salariés")
UNCHECKED = {"intent": "exonerations_aides", "title_fr": "Exonérations et aides", "title_en": "Exemptions and aid", "kind": "answer",
             "answer_fr": "Certaines zones ouvrent droit à une exonération.", "source": SOURCE + "31", "checked": "", "valid_from": "2024-01-01",
             "valid_to": "", "redirect": "", "keywords": "exonération, aide, zone, réduction, prime, alléger"}
MORE = {
    "adhesion_conditions": ["une fondation peut-elle adhérer", "a-t-on droit au service avec trente salariés", "y a-t-il une limite d'effectif",
        "est-ce que les comités des fêtes sont éligibles", "quelles conditions pour bénéficier du chèque emploi", "le service est-il gratuit",
        "combien de salariés au maximum", "sommes-nous concernés avec un seul salarié"],
    "exonerations_aides": ["a-t-on droit à une exonération", "réduction de charges pour une zone rurale", "aide à l'embauche d'un jeune",
        "notre association sportive peut-elle être exonérée", "comment demander un allègement de cotisations", "prime pour un contrat aidé",
        "la base forfaitaire sport c'est quoi", "déduction pour les arbitres"],
}
OUTSIDE = [
    "je suis particulier employeur pour une femme de ménage", "ma nounou demande sa fiche de paie", "mon employeur ne me paie pas je suis salarié",
    "je veux m'inscrire au chômage", "je suis autoentrepreneur où déclarer mon chiffre d'affaires", "ma carte vitale ne marche plus",
    "comment créer une association loi 1901", "déclarer un intermittent du spectacle", "mes points de retraite", "un reçu fiscal pour un don",
    "à quelle heure est le prochain train", "quel temps fera-t-il demain", "je voudrais commander une pizza", "le garage est ouvert le samedi",
    "allocation logement pour mon fils", "déposer les statuts à la préfecture", "subvention de la mairie pour notre salle",
    "ma connexion internet est en panne", "prendre rendez-vous chez le dentiste", "changer l'adresse de ma carte grise",
    "je cherche une assistante maternelle", "contester mes impôts sur le revenu", "un jeune en service civique", "résultat du match d'hier",
]
SERVICES = [
    ("cesu", "Cesu", "particulier, ménage, jardinier, domicile, femme de ménage"), ("pajemploi", "Pajemploi", "nounou, assistante maternelle, garde d'enfants"),
    ("guso", "Guso", "intermittent, artiste, technicien, spectacle"), ("france_travail", "France Travail", "chômage, emploi, offre, allocation chômage"),
    ("cpam", "Assurance maladie", "carte vitale, remboursement, sécurité sociale"), ("caf", "Caf", "allocation, logement, prime d'activité"),
    ("impots", "Impôts", "impôts, déclaration de revenus, reçu fiscal, don"), ("prefecture", "Greffe des associations", "créer une association, statuts, préfecture, dissolution"),
    ("prudhommes", "Inspection du travail", "mon employeur, salarié non payé, litige, prud'hommes"), ("retraite", "Assurance retraite", "points, trimestres, retraite personnelle"),
    ("mairie", "Mairie", "subvention, salle, passeport, cantine"), ("autoentrepreneur", "Urssaf autoentrepreneur", "autoentrepreneur, micro, chiffre d'affaires"),
]


def write(name, text):
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def answers():
    rows = []
    for number, (intent, (fr, en, kind, text, redirect, keywords, _)) in enumerate(INTENTS.items(), 1):
        rows.append({"intent": intent, "title_fr": fr, "title_en": en, "kind": kind, "answer_fr": text, "source": SOURCE + str(number),
                     "checked": CHECKED, "valid_from": "2024-01-01", "valid_to": "", "redirect": redirect, "keywords": keywords})
    rows += [NEW_RULE, OLD_RULE, UNCHECKED]
    for row in rows:
        row["keywords"] = [word.strip() for word in row["keywords"].split(",")]
    write("answers.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    write("services.tsv", "service\tname\tkeywords\n" + "".join("\t".join(row) + "\n" for row in SERVICES))
    lines = [(text, intent) for intent, value in INTENTS.items() for text in value[6]]
    lines += [(text, intent) for intent, texts in MORE.items() for text in texts]
    lines += [(text, "oos") for text in OUTSIDE]
    write("utterances.tsv", "text\tintent\n" + "".join(f"{text}\t{intent}\n" for text, intent in lines))
    write("deadlines.tsv", "deadline\tdate\tintents\nprélèvement de décembre\t2026-12-15\tprelevement_rejet_delai,prelevement_date_montant\n"
          "prélèvement de novembre\t2026-11-27\tprelevement_rejet_delai,volet_social_correction\n")


# caller (numbers that the regulator keeps for fiction), hours after DAY, what happens, words or turns
STORIES = [
    ("0353010123", 2, "abandon", None), ("0353010123", 30, "abandon", None),
    ("0353010123", 75, "voicemail", "bonjour euh le prélèvement il est rejeté par la banque le siret c'est quatre cent quarante trois zéro soixante et un "
     "huit cent quarante et un zéro zéro zéro quarante sept rappelez moi vite on a reçu une mise en demeure"),
    ("0639980045", 20, "bot", [("bot", "Bonjour, quelle est votre question ?"), ("caller", "alors voilà c'est pour le machin là le papier bleu de la rentrée"),
                               ("bot", "Je n'ai pas compris. Pouvez-vous le dire autrement ?"), ("caller", "ben le papier bleu là que vous envoyez"),
                               ("bot", "Je vous passe un conseiller.")]),
    ("0465710112", 26, "abandon", None), ("0465710112", 50, "voicemail", "où trouver la fiche de paye d'octobre de notre animateur il la demande"),
    ("0261910188", 52, "bot", [("bot", "Bonjour, quelle est votre question ?"), ("caller", "ma nounou voudrait sa fiche de paie de garde d'enfants"),
                               ("bot", "Cette question relève d'un autre service : Pajemploi.")]),
    ("0536490177", 28, "voicemail", "on embauche un moniteur lundi pour quinze heures par semaine la des pas eu je la fais où"),
    ("0199000134", 3, "abandon", None), ("0199000134", 27, "answered", None),
    ("0639980066", 74, "voicemail", "je me suis trompé sur le volet social j'ai mis quinze non pardon cinquante heures au lieu de quinze"),
    ("0353010155", 77, "timeout", None), ("", 78, "abandon", None),
    ("0465710144", 51, "bot", [("bot", "Bonjour, quelle est votre question ?"), ("caller", "y a-t-il une limite d'effectif pour adhérer"),
                               ("bot", "Votre question porte bien sur : Conditions pour adhérer ? Tapez 1 pour oui."), ("caller", "[raccroche]")]),
    ("0639980091", 76, "voicemail", "bonjour ici un salarié de l'association des Tilleuls mon employeur ne me paie pas depuis deux mois"),
    ("0261910121", 79, "voicemail", "notre salariée est en arrêt maladie depuis mardi et les indemnités ne sont pas versées"),
    ("0536490102", 54, "bot", [("bot", "Bonjour, quelle est votre question ?"), ("caller", "c'est au sujet du papier bleu de la rentrée"),
                               ("bot", "Je n'ai pas compris. Pouvez-vous le dire autrement ?"), ("caller", "[raccroche]")]),
    ("0639980023", 29, "bot", [("bot", "Bonjour, quelle est votre question ?"), ("caller", "à quelle date passe le prélèvement"),
                               ("bot", "Le montant et la date du prélèvement figurent sur le décompte, disponible dans votre espace avant chaque échéance.")]),
    ("0199000177", 80, "voicemail", "on voudrait résilier l'association est dissoute au trente et un décembre"),
]


def calls():
    log, cdr, talks, transcripts = [], [], [], ["message\tuniqueid\tcallerid\ttext"]
    box = 0
    for number, (caller, hours, ending, words) in enumerate(STORIES):
        start = int(DAY.timestamp()) + hours * 3600 + number * 37
        unique = f"{start}.{400 + number}"
        wait = 60 + (number * 53) % 240
        if ending != "bot":
            log.append((start, f"{start}|{unique}|accueil|NONE|ENTERQUEUE||{caller}|{1 + number % 5}"))
        last, data = "Queue", "accueil,tT,,,300"
        if ending == "abandon":
            log.append((start + wait, f"{start + wait}|{unique}|accueil|NONE|ABANDON|1|3|{wait}"))
        elif ending == "timeout":
            log.append((start + 300, f"{start + 300}|{unique}|accueil|NONE|EXITWITHTIMEOUT|1|4|300"))
        elif ending == "answered":
            log.append((start + wait, f"{start + wait}|{unique}|accueil|Agent 2|CONNECT|{wait}|{start + wait}.9|4"))
            log.append((start + wait + 200, f"{start + wait + 200}|{unique}|accueil|Agent 2|COMPLETECALLER|{wait}|200|1"))
        elif ending == "voicemail":
            log.append((start + wait, f"{start + wait}|{unique}|accueil|NONE|EXITWITHKEY|1|2|4|{wait}"))
            last, data = "VoiceMail", "800@default,u"
            name = f"msg{box:04d}"
            write(f"voicemail/{name}.txt", f";\n; Message Information file\n;\n[message]\norigmailbox=800\ncontext=default\nexten=800\nrdnis=Unknown\n"
                  f"priority=6\ncallerchan=PJSIP/trunk-{number:08x}\ncallerid=\"ASSO\" <{caller}>\norigdate=inventée\norigtime={start + wait + 20}\n"
                  f"category=\nmsg_id={start}-{box:08d}\nflag=\nduration={8 + len(words) // 14}\n")
            transcripts.append(f"{name}\t{unique}\t{caller}\t{words}")
            box += 1
        else:
            last, data = "AGI", "agi://127.0.0.1:4573/accueil"
            outcome = "answered" if number == len(STORIES) - 2 else "handoff"
            talks.append({"call": unique, "caller": caller, "time": start, "outcome": outcome,
                          "turns": [{"who": who, "text": text} for who, text in words]})
        when = dt.datetime.fromtimestamp(start, dt.timezone.utc).strftime("%Y-%m-%d %H:%M:%S")
        cdr.append(f'"accueil","{caller}","800","from-trunk","""ASSO"" <{caller}>","PJSIP/trunk-{number:08x}","","{last}","{data}","{when}","{when}",'
                   f'"{when}",{wait},{wait},"ANSWERED","DOCUMENTATION","{unique}",""')
    log.sort()
    write("queue_log", "".join(line + "\n" for _, line in log))
    write("Master.csv", "".join(line + "\n" for line in cdr))
    write("dialogues.jsonl", "".join(json.dumps(talk, ensure_ascii=False) + "\n" for talk in talks))
    write("transcripts.tsv", "\n".join(transcripts) + "\n")


answers()
calls()
