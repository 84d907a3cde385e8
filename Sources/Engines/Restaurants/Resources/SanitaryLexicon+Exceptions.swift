/// Expressions that look like a report and are none: dishes, idioms, praise, other subjects.
///
/// Each line gives the letters of the types it silences, then a pattern; a hit that shares a word
/// with the pattern is dropped.
extension SanitaryLexicon {
  static let exceptions = """
    P souris _2 agneau|dagneau|daigneau|agneaux|confite*|braisee*|fondante*|moelleuse*|laquee*
    P chauve souris
    P souris -des|les|aux _1 au|aux|et|de|est|etait|avec|tres|miel|thym|romarin|cuite|servie|parfaite|excellente
    P tu|je|me|nous|et|lui souris -une|des
    P mouche|mouches -une|des|de piqu*
    P quelle|fine|faire|fait|font|bateau|bateaux|amuse|amuses mouche|mouches
    P comme _1 mouches
    P comme _2 rat|rats
    P rat|rats _1 bibliotheque|opera|champs|ville|villes
    P petit|petits rat|rats
    P face|tete|gueule|queue _1 rat|rats
    P le|coup|gros cafard !s
    P donne*|file*|avoir|foutre|foutent _1 le cafard
    P araignee|araignees _1 mer|porc|boeuf|cochon|veau
    D toile|toiles araignee
    P fourmi|fourmis _2 jambes
    P travail|travaillent _2 fourmi|fourmis
    P punaise|punaises -de !de
    P restaurant|menu|cuisine|degustation _2 insectes
    P vers -des|petits|de|un|les la|le|les|l|une|un|chez|20|19|12|21|22|13|14|20h|midi|notre|nous|vous|eux|lui|18|18h|19h|21h|12h|13h|17h|16h|15h|23h|11h|10h
    F cheveux -un _1 ange
    F tire*|tiree|tirés _2 cheveux
    F cheveu _2 langue
    F cheveu sur _1 soupe
    F comme un cheveu
    F cheveux _1 blancs|longs|gris|bruns|blonds|courts|attaches|noirs|roux|boucles|rouges|roses|bleus|sales|propres
    F coupe|coiffeur|couleur|brun|blond|arracher|arrache|dresser|dresse* _3 cheveu|cheveux
    F odeur*|sent|sentent|sentir|impregn*|puent|pue ,6 cheveux
    F cheveux ,5 odeur*|sentent|sentait|puent|impregn*|vetements|habits
    F vetements|habits|peau|manteau _2 cheveux
    F pomme*|pommes _1 terre
    F par|a|pot|pied|mise terre
    F au|a|un poil !dans
    F verre|verres _1 vin|eau|champagne|biere|blanc|rouge|rose|the
    F clou*|clous _1 girofle|spectacle|soiree
    F piece|pieces _1 boeuf|viande|boucher|montee
    F bouchon lyonnais
    F papier|carton _1 alu*|cuisson
    I malade*|maladie|maladies _2 joie|bonheur|jalousie|rire|mental*|imaginaire
    I -nous|je|on|suis arret*|conge* maladie
    I @staff _4 malade|malades
    I malade|malades _3 annul*|absent*|remplac*
    I malade|malades|ete|etait|etant _4 remplac*|annule*|decommand*
    I un|une|des|ces|gros|grand|vrai|quel|tel malade|malades !mon|ma
    I gastro|gastros !ente* -une|la|grosse|belle|grave|cette|de
    I resto|restos|restaurant|restaurants|menu|cuisine|bistrot|bistro|bistronomi*|table|un|le|semi|bib|cote|niveau|du|au|tres|plus gastro|gastros
    I gerbe _1 fleurs
    I ancien*|vieil|vieux|hotel|batiment|histoire|ex|murs|cet|l hopital
    I mal _1 coeur _3 voir|dire|laisser|partir|entendre|payer|constater|de
    I mal|pas _1 digere* _4 note|addition|facture|prix|accueil|remarque|attitude|comportement|facon|refus
    I compte courante|courant
    I la|vie|eau|langue|consommation|pratique courante
    S frais _2 supplement*|bancaire*|annulation|reservation|dossier|port|livraison|deplacement|service|parking|stationnement|voyage|bouche
    S frais|fraiche|fraiches|fraicheur _2 soir|dehors|terrasse|climatis*|temps|meteo|nuit
    S fait|faisait|faire _3 frais|fraiche
    S sans|pas|de|aux|aucun|les|des|leurs frais _1 de
    S @drink ,3 ^frais|fraiche|fraiches
    S ^frais|fraiche|fraiches _2 @drink
    S pas|plus _3 @drink _2 frais|fraiche|fraiches
    S pas|aucun|sans|ni _1 produit|produits|legume|legumes|herbe|herbes|fruit|fruits|pates|poisson|poissons|cuisine|du|de frais|fraiche|fraiches
    S du|de|que|tout frais
    S ne|n _4 que _6 frais|fraiche|fraiches
    S pourri* _2 ambiance|service|accueil|experience|soiree|temps|systeme|anniversaire|vie|journee|restaurant|resto
    S service|accueil|systeme|resto|restaurant|ambiance|soiree|temps|organisation|site|experience|endroit|etablissement|cocktail|connexion ,4 pourri|pourris|pourrie|pourries
    S pourrir|pourrit|pourri _2 vie|soiree|gate*|moment|repas
    S riz|vin|pourriture noble
    S enfant|enfants|gosse|gosses _2 pourri*|gate*
    S limite _2 desagreable*|impoli*|aimable*|agressi*|froid*|insultan*
    S odeur|odeurs|gout _1 poisson -fort|mauvais
    U jambon|jambons cru|crus
    U poisson|saumon|thon|boeuf|tartare|cabillaud|daurade|dorade|lait|legume*|carotte*|tomate* _1 cru|crus|crue -encore|presque|quasi|completement|totalement|servi|arrive
    U tartare*|carpaccio*|ceviche*|sushi*|sashimi*|tataki|poke|gravlax|cru* ,8 cru|crus|crue|crues|rose|mi
    U legume|legumes|riz|pates|pate|pommes|pomme|frite|frites|haricot|haricots|carotte|carottes|lentille|lentilles|crepe|crepes|pizza|pain|gateau|moelleux|fondant|tarte|quinoa|risotto|semoule|courgette*|poireau*|aubergine*|brocolis|chou*|navet*|puree|gratin|pancake*|brioche|ble|asperges|oignons|champignons ,3 pas|non|mal|trop|peu|encore|a|presque|quasi|moitie|cru|crus|crue|crues|cuit|cuits|cuite|cuites|cuit*
    U steak|steaks|boeuf|entrecote|entrecotes|bavette|onglet|filet|faux|rumsteck|tournedos|cote|viande|viandes|pave|araignee|magret|magrets|canard|pigeon|agneau|veau|rognon|rognons|burger|burgers|gigot|tataki|thon|piece|canette|caille ,4 saignant*|bleu*|rosé|rosés|rose|rouge|cru|crue|crus|crues|cuit|cuits|cuite|cuites|sang
    U demande*|commande*|souhaite*|voulu*|veux|voulais ,3 saignant|saignante|saignants|bleu|bleue|rose|rosé|rosee
    U bien|tres|parfaitement|trop|sur|super|juste|mieux cuit|cuits|cuite|cuites
    U vin|vins|champagne|verre|bouteille|pichet|pot|cotes ,3 rosé|rose|roses|rouge|rouges
    D trop|bien|un|tres|plat|plats|sauce|gout|sucre|sucré|addition|note|peu|beurre|caramel salé|salés|salée|salées|salee|salees
    D plat|plats|sauce|soupe|gratin|puree|viande|poisson|frites|lentilles|pates|gout|beurre|riz|risotto|salade|quenelle|cuisine|caramel|bouillon|terrine|foie|saucisson|jambon|tarte|crepe|galette|sucre|sucré|nourriture|bouillon|pizza|biscuit* ,3 sale|sales
    D trop sale|sales -verre*|toilettes
    D sale|sales accueil|temps|tete|quart|moment|experience|surprise|coup|caractere|type|gosse|gosses|note|impression|mentalite|journee|service|humeur|air|besogne|histoire|affaire|reputation|clientele|habitude|boulot|race|con|mec|ambiance|epoque
    D papier|papiers hygienique|hygieniques
    D plat|plats|cuisine|repas|menu|produits|ingredients|vin|dessert propre* _1 a
    D leur|leurs|sa|son|ses|mon|ma|mes|notre|nos|votre|vos|nom|propres propre|propres
    D propre|propres a|au|aux
    D aucun|aucune|pas|sans|zero|0 _1 tache|trace|odeur|souci|probleme|faute|soucis _3 ?hygiene|proprete
    D aucun|aucune|pas|jamais|sans _2 probleme*|souci*|soucis|reproche* _3 hygiene|proprete|toilettes|toilette|sanitaire*
    D rien _3 dire|redire|reprocher|signaler _4 proprete|hygiene|toilettes
    D tache|taches|tâche !s* -de|des|une -les font|fait|faire
    D fait|font|faisait|faire|faisaient tache
    D reste*|point|mise|remise|table nette
    D net|nets _1 montant|prix|impots
    D @toilet _4 ^sale|sales
    D pas|jamais|rien|aucun|aucune|ni _2 sale|sales
    DS odeur*|sent|sentent|senteur* _4 ^mauvaise|mauvais|mauvaises
    DS pas|sans|aucune|ni _2 odeur|odeurs
    DS bonne|bonnes|delicieuse*|belle|agreable|agreables|alléchante* odeur|odeurs
    DS odeur|odeurs|sent|sentent|sentait _3 bon|bonne|agreable*|bonnes|delicieu*|alléchant*|divin*
    D odeur|odeurs _2 cuisine|cuisson|friture|graillon|nourriture|plats|feu|bois
    D serviette*|toilette* _1 matin|bebe
    D eau|eaux _1 toilette
    D menu|menus|carte|cartes ,3 limite|douteu*|moyen|moyenne|mediocre*|insuffisant*|approximati*|indigne*
    DFIPSU autre|autres|ailleurs|contrairement restaurant*|resto*|etablissement* ;3 sale|sales|crade*
    """
}
