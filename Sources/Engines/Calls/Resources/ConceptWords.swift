/// Groups of words that people use for one another when they ask an administration or an employer
/// something. Written for this project; a word may stand in several groups.
enum ConceptWords {
  /// One group for each line.
  static let groups: [String] = """
    bonjour salut coucou bonsoir hello
    merci remercier gentil
    conge vacances cp repos absence absent rtt cet
    salaire paie paye remuneration traitement verser
    bulletin fiche
    domicile maison chez distance teletravail distanciel
    presentiel physique physiquement
    manger repas dejeuner diner cantine restaurant restauration self plateau nourriture faim
    cafe pause convivialite cuisine machine
    enfant enfants fils fille bebe creche ecole nounou garde garder college
    malade maladie symptome fievre toux souffrant fatigue sante medecin
    test depister depistage pcr antigenique cas
    positif contamine atteint contracte attrape
    contact croise cotoye proche
    vacciner vaccin vaccination dose injection
    masque protection ffp2 chirurgical
    gel hydroalcoolique desinfectant solution
    reunion rencontre assemblee seance rassemblement
    formation stage former cours apprentissage concours
    psychologue psychologique psy moral deprime stress stresse angoisse anxieux parler ecoute soutien mal
    deplacer deplacement sortir circuler attestation justificatif derogation
    vulnerable fragile risque comorbidite enceinte handicap
    document fichier procedure mode operatoire fiche note consigne guide
    chef responsable manager superieur direction encadrant hierarchie patron boss
    equipe service collegue agent collaborateur personnel
    barriere geste distance lavage mains hygiene aerer
    aide aider assister assistance soutenir
    adresse lieu endroit situe localisation ou habiter local siege
    telephone numero tel portable fixe joindre appeler contacter rappeler
    mail email courriel mel electronique message
    banque bancaire rib iban compte bic
    changer modifier modification changement nouveau nouvelle remplacer actualiser maj jour
    erreur trompe tromper faux faute corriger correction rectifier annuler regulariser
    oublier oublie perdu perdre egare retrouver
    motdepasse passe code identifiant connexion connecter acces login espace compte
    payer regler paiement reglement verser versement argent somme montant
    prelevement prelever debit debiter debite tirer
    rejet rejete refuse impaye decouvert provision solde delai echeance
    quand date jour periode moment delai
    combien montant taux pourcentage pourcent prix cout chiffre
    declarer declaration saisir saisie remplir renseigner enregistrer volet
    embaucher embauche recruter recrutement engager recrue dpae nouveau
    contrat cdd cdi duree temps partiel signer signature ecrit
    rupture licencier licenciement demission demissionner fin terminer partir depart finir quitter
    chomage solde certificat
    impot fiscal fisc source pas dgfip
    cotisation charge charges patronal patronale urssaf social sociale
    exoneration exonerer reduction aide aides prime zrr abattement allegement
    convention collective branche accord animation sport ccn idcc
    retraite pension agirc arrco complementaire mutuelle prevoyance
    medecine medical visite vip
    resilier resiliation fermer arreter cloturer suspendre dissoudre cesser radier
    adherer adhesion inscrire inscription affilier rejoindre integrer dossier
    siret siren insee ape rna immatriculation
    eligible condition droit possible limite plafond autorise
    president tresorier secretaire dirigeant bureau representant
    humain personne conseiller agent operateur gestionnaire quelqu interlocuteur
    association club asso
    salarie employe travailleur
    employeur embaucheur
    travail travailler boulot job emploi bosser
    age ans vieux jeune ne naissance anniversaire annee
    ami amie copain amitie pote
    aimer adorer amour epouser marier mariage plaire apprecier
    beau belle joli jolie magnifique mignon superbe
    intelligent malin fute genie brillant smart
    bete stupide idiot nul mauvais horrible inutile pire
    ennuyeux ennuyer ennui lasser lassant
    enerver enervant agacer agacant embetant penible irritant
    fache colere furieux enerve
    fou folle dingue cingle
    drole blague rire plaisanterie plaisanter humour rigoler
    robot bot chatbot machine ordinateur programme logiciel
    occupe occupation
    virer vire renvoyer
    seul solitaire solitude
    attendre attends patienter attente minute
    pret preparer
    site web internet url page
    reseau sociaux facebook twitter instagram
    developpeur programmeur createur createurs concepteur inventer inventeur cree fabrique concu construit
    langage traduire traduction langue
    occuper loisir passe-temps hobby passion interesser
    calin embrasser serrer bras etreinte
    origine provenir venir ne
    vivre habite vis
    raison vrai exact correct juste tort
    parler discuter bavarder conversation dire raconter
    repondre reponse question
    nom appelle nommer appeler
    version beta
    direct vivant live
    documentation apprendre savoir connaitre information renseignement infos
    """.split(separator: "\n").map(String.init)
}
