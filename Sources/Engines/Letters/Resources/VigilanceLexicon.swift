/// The words that tell vigilance in follow-up letters, written for this project.
///
/// Patterns are those of `PhrasePatterns`; `@name` stands for a list.
enum VigilanceLexicon {
  /// The patterns of each cue.
  static let patterns: [(cue: VigilanceCue, patterns: [String])] = [
    (.contrast, lines(contrast)), (.request, lines(request)), (.duty, lines(duty)),
    (.unmet, lines(unmet)), (.without, lines(without)), (.noProblem, lines(noProblem)),
    (.absence, lines(absence)), (.deviation, lines(deviation)), (.degraded, lines(degraded)),
    (.notSuch, lines(notSuch)), (.repetition, lines(repetition)), (.urgency, lines(urgency)),
    (.late, lines(late)), (.safety, lines(safety)), (.praise, lines(praise)),
    (.agenda, lines(agenda)), (.rule, lines(rule)), (.statement, lines(statement)),
    (.condition, lines(condition)), (.finding, lines(finding)), (.concern, lines(concern)),
    (.purpose, lines(purpose)), (.reference, lines(reference)),
  ]

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  // MARK: Demands

  private static let contrast = """
    toutefois|cependant|neanmoins|pourtant|malgre|mais|or
    pour autant
    en revanche|depit
    par contre
    """

  private static let request = """
    je|nous vous demande|demandons|invite|encourage|engage|enjoins
    je vous saurais gre
    asn|asnr vous demande|invite|encourage
    vous @future
    vous m|me|nous|vous|lui|y|en @future
    je souhaite
    """

  private static let duty = """
    devra|devront|devrait|devraient
    doit|doivent etre @improved
    doit|doivent egalement|donc|notamment|encore etre @improved
    il convient|conviendra|conviendrait|convenait
    est|sont|reste|restent|demeure|demeurent|serait|seraient a @improve
    est|sont|reste|restent encore|egalement|aussi|donc a @improve
    progres ,5 a @improve
    progres ,4 necessaires|attendus|possibles
    meriterait|meriteraient|necessite|necessitent|necessitera|necessiteront
    axe|axes|marge|marges d|de amelioration|progres
    point|points d|de amelioration|vigilance|progres
    point|points a @improve
    point|points faible|faibles
    vigilant|vigilants|vigilance particuliere
    recommande|recommandent|recommandation|recommandations
    serait souhaitable
    attention particuliere
    """

  private static let repetition = """
    a|de nouveau
    deja ?ete constate*|releve*|demande*|identifie*|signale*|fait|note*|formule*
    precedente|precedentes|derniere|dernieres inspection|inspections ,6 constate*|releve*|demande*
    recurrent|recurrents|recurrente|recurrentes|recurrence
    repetition|repetitif|repetitive|repetitifs|repetitives|reiterent|reitere
    rappele ce|que|cette
    persiste*|persistance|persistant*
    comme deja|lors
    n|ne a|ont|est|sont toujours pas|aucune|aucun
    toujours presente|presentes|present|presents
    toujours pas
    """

  private static let urgency = """
    sans delai
    immediatement
    dans les meilleurs delais
    dans les plus brefs delais
    au plus tot|vite
    rapidement
    suspendre|suspendu|suspension|suspendez
    cesser|cessez|cessation
    arret immediat
    mise en demeure
    """

  private static let late = """
    engagement|engagements ,6 non|pas
    retard|retards
    echeance|echeances ,5 depasse*|pas|non
    delai|delais ,4 depasse*
    n|ne ,2 pas encore ,3 repondu|transmis|donne|realise*|effectue*
    pas encore
    """

  private static let concern = """
    etonne|etonnent|etonnement
    deplore*|regrette*
    interrogent|interroge ?donc ?toutefois sur
    preoccupe*|preoccupant*|inquiet*|inacceptable*|alarmant*
    """

  // MARK: What is wrong

  private static let unmet = """
    n|ne _5 pas|jamais|plus|aucun|aucune|ni|guere
    n|ne _3 que partiellement
    pas|non ete @done
    """

  private static let without = """
    aucun|aucune !@trouble
    sans mesure*|justification*|autorisation*|protection*|surveillance|analyse*|tracabilite|validation|que
    depourvu|depourvus|depourvue|depourvues
    faute de|d
    hors d etat
    """

  private static let noProblem = """
    aucun|aucune @trouble
    n|ne appelle|appellent pas|aucune
    n|ne _4 pas _3 d|de @trouble
    n|ne _4 fait l objet d aucune
    """

  private static let absence = """
    absence|absences|absent|absents|absente|absentes
    manque|manquent|manquant*|manquait|manquaient
    defaut|defauts
    lacune|lacunes|lacunaire*
    oubli|oublie*|omis|omission*
    """

  private static let deviation = """
    ecart|ecarts
    non conforme*|conformite*|respect|respects
    anomalie|anomalies|defaillance*|defaillant*|dysfonctionnement*|manquement*
    erreur|erreurs|errone*|incoherence*|incoherent*|contradiction*
    inadapte*|inadequat*|insuffisan*|imprecis*|incomplet*|incompletude|incompatib*
    perfectible*|obsolete*|perime*|depasse|depasses|depassee|depassees|depassement*
    confusion|fragil*|derive|derives|faiblesse*|mediocre*
    difficilement|rarement|partiellement
    """

  private static let degraded = """
    degrade|degradee|degrades|degradees|degradation|degradations|endommage*
    corrosion|corrode*|oxyde|oxydes|oxydee|oxydees|rouille*|fissure|fissures|fissuration*
    fuite|fuites|fuyard*|inetanche*
    rupture|casse|cassee|casses|cassees|vrille*|obstrue*|encombre*|desolidaris*|arrache*|deforme*
    usure|usee|usees|humidite|eclaboussure*|apparents|bloque|bloques|bloquee|bloquees
    maintenu|maintenue|maintenues|laissee|restee ouverte|ouvertes|ouvert
    indisponible*|inoperant*
    hors service|usage
    non fonctionnel*|trace*|formalise*|renseigne*|realise*|signe*|protege*|identifie*|declare*|autorise*
    mal|non fixe*|identifie*|repere*|etiquete*
    """

  private static let notSuch = """
    pas _2 @quality
    pas ?toujours ?encore ?pleinement ?suffisamment ?systematiquement ?totalement @quality
    insuffisamment @quality
    """

  private static let safety = """
    criticite|confinement|barriere|barrieres|ignifuge*
    coupe feu
    sectorisation
    source|sources scellee|scellees|radioactive|radioactives
    zone|zones orange|rouge|controlee|controlees
    debit|debits de dose
    contamination|contamine*|surexposition
    mode commun
    eip|epi|ips
    """

  // MARK: What is well, or no judgement

  private static let praise = """
    satisfaisant|satisfaisante|satisfaisants|satisfaisantes|satisfaction
    bon|bonne|bons|bonnes tenue|maitrise|prise|qualite|organisation|gestion|connaissance|realisation|implication|reactivite|niveau|pratique|pratiques|adequation|application|culture|volonte|conditions
    rigoureux|rigoureuse|rigoureusement
    bien ete|prise|pris|tenu|tenue|tenus|tenues|renseigne*|identifie*|maitrise*|respecte*|connu*|suivi*|integre*|organise*|mis|mise
    positif|positive|positifs|positives|positivement
    apprecie|appreciee|apprecient|exemplaire*|correctement
    conforme|conformes a|aux|au
    amelioration de|du|des
    implication|transparence|professionnalisme
    tres bon|bonne|bien|satisfaisant*
    robuste|robustes|globalement
    point|points fort|forts
    """

  private static let agenda = """
    inspecteur|inspecteurs _4 examine|verifie|rendus|rendu|controle|interesses|interesse|attaches|visite|rencontre|consulte|interroge|assiste|souhaite|selectionne|concentres|etudie|entretenus|questionne|procede|aborde|effectue
    ils|elle _4 examine|verifie|rendus|controle|interesses|attaches|visite|rencontre|consulte|assiste|souhaite|concentres|etudie|entretenus|procede|aborde|effectue
    inspection|visite a|avait _2 porte|permis|consiste|concerne|but|objet|objectif
    avait|a pour but|objet|objectif|theme
    ont ensuite
    complete par une visite
    en fin d inspection
    au cours de la|l|cette journee|visite|inspection
    """

  private static let rule = """
    article|articles|annexe|decision|arrete|decret|paragraphe|guide|code ,12 prevoi*|dispose|disposent|precise|precisent|stipule*|exige|exigent|impose|imposent|definit|definissent|prescri*|fixe|fixent
    conformement a|aux|au
    en application d|de|des|du
    est tenu
    sont tenus
    doit|doivent avoir|beneficier|comporter
    fait|font l objet
    """

  private static let statement = """
    vous|exploitant|responsable|representants|interlocuteurs|service|services avez|a|ont _2 indique|precise|declare|presente|explique|informe|transmis|fait
    disponible|disponibles sur le|son site
    est|sont @routine
    """

  private static let condition = """
    si
    dans le cas ou
    en cas d|de
    des lors qu|que
    lorsqu|lorsque
    le cas echeant
    s il y a lieu
    """

  private static let finding = """
    ont|a|avons|avez ?egalement ?ainsi ?cependant ?toutefois ?neanmoins ?aussi ?enfin ?donc ?notamment constate|releve|note|observe|identifie|remarque|souligne|deplore|regrette
    ont|a ?par ?ailleurs constate|releve|note|observe|identifie|remarque|souligne
    mis|mettent|met en evidence
    il a ete constate|releve|note|observe
    """

  private static let purpose = """
    afin d|de
    pour garantir|assurer
    garantir
    s|vous assurer
    justifier
    """

  private static let reference = """
    portant homologation
    asn|asnr fr
    telechargeable*
    """

  // MARK: Lists

  /// The lists that patterns name.
  static let lists: [String: String] = [
    "future": """
    veillerez transmettrez preciserez indiquerez communiquerez ferez devrez presenterez \
    justifierez procederez mettrez prendrez etablirez adresserez completerez informerez voudrez \
    prononcerez reviserez declinerez analyserez confirmerez engagerez supprimerez evaluerez \
    assurerez examinerez proposerez definirez tiendrez realiserez corrigerez fournirez \
    detaillerez apporterez formaliserez adapterez verifierez poursuivrez joindrez rappellerez \
    attacherez identifierez enverrez repondrez decrirez expliquerez deposerez renforcerez \
    respecterez solderez exposerez rendrez produirez
    """,
    "improved": """
    renforce renforcee renforces renforcees ameliore amelioree ameliores ameliorees complete \
    completee completes completees corrige corrigee corriges corrigees mis mise mises precise \
    precisee precises precisees poursuivi poursuivie poursuivis poursuivies formalise formalisee \
    formalises formalisees trace tracee traces tracees revu revue revus revues porte portee \
    apporte apportee apportes apportees accompagnee clarifie clarifiee clarifies clarifiees
    """,
    "improve": """
    ameliorer renforcer completer preciser corriger formaliser perenniser etablir programmer \
    souligner effectuer poursuivre faire mener realiser accomplir mettre revoir reprendre \
    clarifier lever apporter finaliser deplorer planifier optimiser
    """,
    "trouble": """
    anomalie anomalies ecart ecarts remarque remarques observation observations conformite \
    conformites demande demandes constat constats dysfonctionnement dysfonctionnements probleme
    """,
    "done": "realise realisee realises realisees effectue effectuee effectues effectuees",
    "quality": """
    suffisant suffisante suffisants suffisantes satisfaisant satisfaisante satisfaisants \
    satisfaisantes conforme conformes adapte adaptee adaptes adaptees respecte respectee \
    respectes respectees formalise formalisee formalises formalisees systematique \
    systematiques realise realisee realises realisees effectue effectuee effectues effectuees \
    trace tracee traces tracees justifie justifiee justifies justifiees exhaustif exhaustive \
    exhaustifs exhaustives dispose disposent precis precise precises coherent coherente \
    coherents coherentes complet complete completes renseigne renseignee renseignes renseignees \
    identifie identifiee identifies identifiees connu connue connus connues jour nature attendu
    """,
    "routine": """
    assure assuree assures assurees realise realisee realises realisees effectue effectuee \
    effectues effectuees regroupe regroupes conserve conserves conservees reporte reportes \
    reportees
    """,
  ]
}
