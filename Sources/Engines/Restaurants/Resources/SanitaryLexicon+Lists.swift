/// Named lists of folded words that the patterns of all types share.
extension SanitaryLexicon {
  static let lists: [String: String] = [
    "toilet": """
    toilette toilettes toilete toiletes toillettes toilets wc wcs waters chiotte chiottes gogues \
    sanitaires urinoir urinoirs latrines cuvette lavabo lavabos lavabot pissotiere cabinets
    """,
    "ware": """
    verre verres assiette assiettes couvert couverts fourchette fourchettes couteau couteaux \
    cuillere cuilleres cuiller cuillers vaisselle vaiselle tasse tasses soucoupe carafe carafes \
    bol bols nappe nappes nappage serviette serviettes pichet pichets theiere flute flutes gobelet \
    gobelets plateau plateaux saliere napperon napperons ramequin ramequins bouteille bouteilles \
    mug mugs ustensile ustensiles
    """,
    "furniture": """
    table tables chaise chaises banquette banquettes fauteuil fauteuils siege sieges coussin \
    coussins tabouret tabourets comptoir mobilier sol sols carrelage moquette parquet mur murs \
    plafond plafonds lustre lustres rideau rideaux vitre vitres fenetre fenetres rampe poignee \
    poignees porte portes escalier escaliers plinthe plinthes moulure moulures ventilateur hotte \
    evier plan etagere etageres parasol parasols transat transats faience tapis paillasson \
    carte cartes menu menus nappe nappes vitrine frigo frigos refrigerateur torchon torchons \
    chiffon eponge
    """,
    "place": """
    salle salles restaurant resto etablissement endroit lieu lieux local locaux terrasse terrasses \
    cuisine cuisines veranda bar cave interieur exterieur entree couloir hall cadre buffet cour
    """,
    "staff": """
    serveur serveurs serveuse serveuses cuisinier cuisiniers cuisiniere chef patron patronne \
    personnel barman employe employes employee plongeur commis equipe garcon
    """,
    "dress": """
    tablier tabliers tenue tenues costume costumes chemise chemises uniforme uniformes pantalon \
    pantalons ongles ongle mains main gants gant cheveux
    """,
    "filthy": """
    degueulasse* degeulasse* deguelasse* degueulase* degeulase* degueu* degeu* dgueu* degoutant* \
    degoutent* degouttant* crade* crado* cradingue* crasseu* craspec* crasse crasses poisseu* \
    souille* souillé immonde* repugnant* repoussant* ignoble* infect infecte infectes infects \
    insalubre* pouilleu* malpropre* infame* puant* nauseabond* inomable* innommable* innomable* \
    ecoeurant* degoutan* deplorable* lamentable* horrible* abominable* affreu* catastroph* honteu* \
    sordide* glauque* abject* infection
    """,
    "doubtful": """
    douteu* suspect suspects suspecte suspectes limite limites litigieu* discutable* \
    approximati* moyen moyenne moyennes perfectible* mediocre* pitoyable* negligé negligée \
    neglige* negligee* delaisse* inexistant* inexistente* inadmissible* inacceptable* \
    desastreu* insuffisant* indigne* scandaleu* epouvantable* minable* cata
    """,
    "stain": """
    taché tachés tachée tachées tachees tachee tache* maculé* maculee* graisseu* grasses grasse \
    gras collant* colant* gluant* poussiereu* crasseu* poisseu* moisi* ebreche*
    """,
    "clean": """
    propre propres clean net nets nette nettes nettoye* nettoyé nettoyer nettoie* lave laves \
    lavee lavees entretenu* entretenus hygienique* nickel impeccable* irreprochable* reluisant* \
    ragoutant* engageant* accueillant* desinfect* soigne* essuye*
    """,
    "stink": """
    pue puent puait puaient puant puanteur empest* schling* chlingu* cocott* fouett* relent* \
    effluve* pestilen* nauseabond* pestilant*
    """,
    "filth": """
    urine urines pisse pipi caca merde excrement* egout egouts egoût canalisation* vomi vomis \
    fosse moisi moisissure* renferme poubelle poubelles crottin selles dejection* putref* charogne
    """,
    "food": """
    plat plats viande viandes bidoche barbaque boeuf veau agneau porc cochon jambon steak entrecote \
    bavette onglet tartare poulet volaille canard dinde lapin foie pate terrine charcuterie \
    saucisse saucisses saucisson boudin andouillette andouillettes quenelle quenelles poisson \
    poissons saumon cabillaud thon sole dorade daurade bar lotte sandre brochet truite \
    moule moules huitre huitres crevette crevettes gambas langoustine langoustines homard crabe \
    tourteau bulots palourdes coquillage coquillages jacques fruits poulpe calamar calamars encornet \
    grenouille grenouilles escargots escargot salade salades laitue crudites legume legumes tomate \
    tomates avocat champignon champignons frite frites riz pates pizza burger hamburger pain beurre \
    creme chantilly sauce mayonnaise mayo lait fromage fromages oeuf oeufs omelette dessert \
    desserts gateau tarte glace glaces fruit salsa huile vinaigrette soupe nourriture bouffe \
    aliment aliments produit produits ingredients marchandise repas sushi sushis assiette assiettes \
    garniture garnitures gratin puree mousse tiramisu entree entrees denrees yaourt rosbif magret \
    gesiers cervelle tripes brochette brochettes kebab wrap sandwich nems raviolis ravioles feuilles
    """,
    "meat": """
    viande viandes bidoche barbaque boeuf veau agneau porc jambon steak entrecote bavette onglet \
    tartare poulet volaille canard dinde lapin charcuterie saucisse saucisses saucisson boudin \
    andouillette andouillettes poisson poissons saumon cabillaud thon sole dorade daurade lotte \
    moules huitres crevettes gambas langoustines crabe coquillages poulpe calamars grenouilles
    """,
    "greens": """
    salade salades laitue mesclun roquette crudites legume legumes tomate tomates avocat avocats \
    champignon champignons fruit fruits feuilles feuille herbes fraises framboises persil
    """,
    "drink": """
    biere bieres vin vins rose blanc champagne eau eaux carafe coca soda jus cocktail cocktails \
    boisson boissons bouteille bouteilles rouge perrier limonade pression verre kir cidre the
    """,
    "raw": """
    poulet poulets volaille volailles dinde pintade coq poularde chapon porc cochon travers echine \
    saucisse saucisses saucisson andouillette andouillettes chipolata* merguez cordon nuggets \
    poisson poissons cabillaud lotte sandre brochet dorade daurade merlu lieu truite raie turbot \
    fletan rouget loup merlan colin eglefin moule moules huitre huitres coquillage coquillages \
    bulots palourdes crevette crevettes gambas langoustine langoustines homard crabe encornet \
    calamar calamars poulpe grenouille grenouilles escargots escargot lapin supreme cuisse cuisses \
    pilon pilons ailes quenelle quenelles tripes
    """,
    "adverb": """
    tres vraiment franchement super hyper trop assez totalement completement toujours des tout \
    extremement terriblement particulierement plutot bien de si aussi absolument forcement \
    specialement toute premiere plus non
    """,
    "was": """
    suis es est sommes etes sont etais etait etions etaient ete etre fus fut furent serai sera soit \
    soyez reste restes resté tombe tombé tombés tombee tombees rendu rendus rendue rendues rend \
    retrouve retrouvé retrouvés retrouvee devenu sens senti sentis
    """,
    "later": """
    nuit soir soiree lendemain apres apresmidi suite jours jour heures heure week semaine depuis \
    ensuite rentrant retour sortant sortie matin consequence resultat
    """,
    "found": """
    trouve trouvé trouver trouvons trouvee trouvent retrouve retrouvé retrouver decouvre decouvert \
    decouvrir decouverte decouvrons apercu apercois apercevoir apercoit vu vus voit voir vois \
    vois vue rencontre croise surprise surprises bonus cadeau presence
    """,
    "count": """
    un une deux trois quatre cinq six sept huit tous toutes toute tout plusieurs 2 3 4 5 6 7 8 9 \
    10 moitie personnes convives mari femme fille fils enfants amis ami amie copine copain famille \
    conjoint compagne compagnon collegues mere pere
    """,
  ]
}
