import Language

/// The words of the twenty themes, written for this project; each line is a pattern of
/// `PhrasePatterns`.
enum ThemeLexicon {
  /// The patterns of a theme.
  static func patterns(_ theme: LetterTheme) -> [String] {
    (words[theme] ?? "").split(separator: ";").map {
      String($0).withSingleSpaces
    }
  }

  private static let words: [LetterTheme: String] = [
    .maintenance: """
    maintenance*; essai* periodique*; pbmp; requalification; vieillissement; piece* de \
    rechange; preventi*; modification*; metrologie; etalonnage; panne*; programme* de base; \
    controle* qualite; ap 913
    """,
    .methods: """
    procedure*; retour d experience; rex; crex; consigne*; documentaire*; gestion \
    documentaire; evenement* significatif*; declaration des evenements; reexamen; revue*; \
    note* d organisation; guide; mode* operatoire*; enregistrement*; referentiel*
    """,
    .organisation: """
    formation*; competence*; habilitation*; organisation*; management; ecart*; prestataire*; \
    intervenant* exterieur*; engagement*; effectif*; action* corrective*; sous traitant*; \
    qualite; politique; planification; surveillance des
    """,
    .trades: """
    beton; genie civil; ferraillage; robinet*; vanne*; pompe*; electrique*; cable*; controle \
    commande; chaudronnerie; armoire*; ancrage*; informatique*; bitumeuse; betonnage; \
    moteur*
    """,
    .barriers: """
    combustible*; assemblage*; corps etranger*; corps migrant*; fme; gaine*; circuit \
    primaire; enceinte de confinement; bore; etancheite*; piscine*
    """,
    .operation: """
    consignation*; salle de commande; quart; chantier*; arret de reacteur; lignage*; \
    condamnation*; instruction* temporaire*; mti; dmp; conduite du; rondier*; ronde*; \
    operateur* de conduite; rtr; deconsignation
    """,
    .operatingRules: """
    ste; specification* technique*; rge; regles generales d exploitation; conduite \
    accidentelle; incidentelle*; cia; accident* grave*; chimi*; hydrazine; critere a; \
    critere b
    """,
    .hazards: """
    seisme*; sismique*; grand* froid*; grand* chaud*; inondation*; foudre; vent; tornade*; \
    chute d avion; fukushima; agression*; agresseur*; climatique*; noyau dur
    """,
    .fire: """
    incendie*; feu; coupe feu; extincteur*; sectorisation; permis de feu; calorifique*; \
    desenfumage; detection incendie; dai; pompier*; inflammable*
    """,
    .pressure: """
    equipement* sous pression; espn; esp; soudage; soudure*; radiographique*; end; cnd; \
    epreuve* hydraulique*; requalification periodique; tuyauterie*; soupape*; erosion; \
    supportage*; generateur* de vapeur
    """,
    .waste: """
    dechet*; effluent*; contamine*; zonage dechet*; aire tfa; fut*; poubelle*; cuve*
    """,
    .environment: """
    rejet*; environnement; substance* dangereuse*; retention*; hydrocarbure*; piezometre*; \
    nappe; icpe; bruit; legionel*; frigorigene*; depotage; milieu naturel; riviere; eaux
    """,
    .emergency: """
    pui; crise; urgence*; exercice*; astreinte*; ppi; moyens locaux; farn; grement; \
    evacuation; alerte; secours; gestion de crise; mlc; mms
    """,
    .workers: """
    dosimetr*; travailleur*; poste* de travail; plan* de prevention; medical*; medecine du \
    travail; pcr; personne* competente*; aptitude*; categorie a; categorie b; medecin du \
    travail; exposition; cristallin; dosimetre*; equivalent de dose
    """,
    .patients: """
    patient*; radiotherapie; physicien*; radiophysi*; psrpm; popm; nrd; curietherapie; \
    scanner*; operatoire*; acte*; medecine nucleaire; praticien*; manipulateur*; radiologi*; \
    chirurgien*; dispositif* medica*; esr; interventionnel*; protocole*
    """,
    .zoning: """
    zonage; zone* surveillee*; zone* controlee*; zone* reglementee*; controle* technique*; \
    controle* d ambiance; debit* de dose; signalisation; evaluation* des risques; \
    delimitation; nf c 15; controle* externe*; controle* interne*; radiametre*; 2010 dc \
    0175; zone* orange
    """,
    .sources: """
    source*; scellee*; autorisation*; detention; inventaire; gammagraph*; gammadensimetre*; \
    radionucleide*; irradiateur*; d autorisation; reprise
    """,
    .transport: """
    transport*; colis; adr; vehicule*; arrimage; arrime*; conseiller* a la securite; \
    placard*; chauffeur*; expediteur*; emballage*; convoi*; lettre de voiture
    """,
    .safetyFunctions: """
    demantelement; eip; aip; criticite; ventilation*; surete; refroidissement; element* \
    important*; assainissement; definitive; confinement; filtre*; the
    """,
    .suppliers: """
    accelerateur*; cyclotron*; fournisseur*; fabricant*; distributeur*
    """,
  ]
}
