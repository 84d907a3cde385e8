/// Dirt: tableware, room, kitchen, toilets, staff.
extension SanitaryLexicon {
  static let dirt = dirtOfToilets + "\n" + dirtOfThings

  private static let dirtOfToilets = """
    1.0 @toilet ,7 sale|sales|@filthy|saletes|salete|dirty|pisse|urine|saleté
    1.0 sale|sales|@filthy|salete|saletes _4 @toilet
    1.0 @toilet ,6 ^@clean|propet*|hygiene|proprete
    1.0 @toilet ,5 non|mal|peu|pas|jamais|plus ?tres|bien|vraiment|trop|assez|toujours|du ?tout @clean
    1.0 @toilet ,8 odeur|odeurs|@stink|urine|pisse|@filth|sentent|sentait|sentaient|sent
    1.0 odeur|odeurs|@stink|relent*|effluve* ,6 @toilet
    0.9 @toilet ,5 laisse*|laissait|laissent|laissaient _3 desirer|desire
    0.9 @toilet ,4 horreur|horreurs|infection|honte|catastrophe|cauchemar|desastre|cloaque|taudis|scandale|repoussoir|poubelle|porcherie|immondice*|bouge
    0.9 horreur|horreurs|infection|honte|catastrophe|cauchemar|desastre|cloaque ,4 @toilet
    0.9 @toilet ,5 @doubtful|@filthy
    0.8 @doubtful|etat _3 @toilet
    0.8 @toilet ,5 etat|revoir|ameliorer|refaire|fuir|eviter|revoire|nettoyer|deplaisant*|deplorable*
    0.6 @toilet ,4 ^terrible*|top|niveau|hauteur|digne*|plaisant*|agreable*|fou|folichon*|presentable*|correct*
    0.6 @toilet ,4 moins|peu|pas ?tres|vraiment|au propre*|plaisant*|agreable*|terrible*|niveau|ragoutant*|net|nettes|claires|reluisant*
    0.8 nettoyer|nettoyez|nettoye*|entretenir|laver|lavez|desinfect* _3 @toilet
    0.7 evitez|eviter|evitons|attention|gare|passons|passe|parlons|parlerai|parle|parler|parlons|pire|oubliez|epargne* _5 @toilet
    0.5 @toilet ;4 parlons|parler|parlerai|passons|bref|commentaire|beurk|berk|pouah|beark
    0.7 @toilet ,5 bouche*|bouchees|bouché|inonde*|deborde*|fuite*|fuit|trempe*|mouille*|inutilisable*|impraticable*
    0.6 @toilet ,5 casse*|cassé|cassee|cassees|vetuste*|delabre*|defonce*|panne|hs|ancien*|decrepi*|arrache*
    0.6 chasse* _3 marche*|fonctionn*|casse*|cassee|panne|arrache*|moitie|hs
    0.6 pas|plus|sans|aucun|ni|manque _2 savon|papier -de|essuie|serviettes|pq|toilette|essuiemain*|lumiere
    0.8 papier|papiers _4 sol|terre|partout|par -toilette
    0.6 eau|flaque*|urine|papiers|dechets|detritus|mouchoirs _2 sol|terre
    0.9 @toilet ;6 nettoyage|menage|detritus|dechets|poubelle|poubelles|moisissure*|cafard*|trace*|crotte*|insalubr*
    0.9 sent|sentent|sentait|sentaient|senter _3 urine|pisse|pipi|egout|egouts|moisi|poubelle|poubelles|humidite|renferme|merde|vomi|sueur|transpiration|chien|serpilliere|javel|eau croupie|toilettes|graillon|pieds|@filth
    0.9 odeur|odeurs|puanteur|relent* _4 urine|pisse|pipi|egout|egouts|canalisation*|caca|merde|vomi|poubelle|poubelles|moisi|humidite|serpilliere|chiotte*|toilette*|@filth|javel|insecticide
    0.5 odeur|odeurs _3 transpiration|sueur|renferme|chien|pieds|aisselle*|mauvaise|graillon|tabac
    0.8 odeur|odeurs ,3 nauseabond*|pestilen*|fetide*|infect*|immonde*|atroce*|insoutenable*|insupportable*|repugnant*|putride*|epouvantable*|abominable*|ecoeurant*|degueul*|irrespirable|affreu*|horrible*|desagreable*|suspect*|etrange*
    0.8 nauseabond*|pestilen*|fetide*|infect*|immonde*|atroce*|insoutenable*|insupportable*|repugnant*|putride*|epouvantable*|abominable*|ecoeurant*|degueul*|affreu*|horrible*|sale|sales|mauvaise|mauvaises|drole odeur|odeurs
    0.8 @stink
    """

  private static let dirtOfThings = """
    1.0 @ware ,5 sale|sales|crade*|crado*|crasseu*|degueu*|degueulasse*|degeulasse*|deguelasse*|degoutant*|malpropre*|poisseu*|souille*
    0.9 @ware ,3 @stain
    1.0 @ware ,5 ^@clean
    1.0 @ware ,4 mal|non|peu|pas|jamais ?tres|bien|vraiment|toujours|super @clean
    0.8 @ware ,4 douteu*|laisse*|laissait|laissent|limite|negligé
    1.0 proprete|hygiene _2 @ware ;6 laisse*|revoir|douteu*|limite|manque
    0.9 rouge|traces|trace|marque|marques _3 levre|levres
    0.9 trace|traces|tache|taches|reste|restes|residu*|depot|marques _3 doigt|doigts|gras|graisse|sauce|nourriture|aliments|levres|cafe|calcaire|dentifrice|sang|vaisselle|m|merde|caca|excrement*
    0.8 trace|traces|tache|taches _3 @ware|@furniture|@dress
    0.8 nourriture|aliments|sauce|oeuf|jaune|restes _2 seche*|seché|sechee|collé|colle|collee|incruste* ;4 @ware
    1.0 @furniture ,4 sale|sales|crade*|crado*|crasseu*|degueu*|degueulasse*|degoutant*|repugnant*|malpropre*|poisseu*|souille*|immonde*|insalubre*|infect*
    0.8 @furniture ,3 taché*|tachees|tachee|tache|taches|maculé*|maculee*|graisseu*|collant*|colant*|gluant*|poussiereu*|moisi*|noirci*|crasse
    1.0 @furniture ,5 ^nettoye*|propre|propres|lave|laves|lavee|lavees|lavé|desinfect*|aspire*|net|nettes|essuye*
    1.0 @furniture ,4 mal|non|peu|jamais|pas ?tres|bien|vraiment|toujours|super|correctement nettoye*|propre|propres|lavé|lavés|lavee|lavees|desinfect*|essuye*|net|nettes
    0.5 @furniture _3 poisse|poissent|poissait|colle|collent|collait|collaient
    0.9 @place ,4 crade*|crado*|cradingue|crasseu*|insalubre*|malpropre*|sale|sales|poussiereu*|souille*
    0.7 @place ,4 degueu*|degueulasse*|degoutant*|repugnant*|immonde*
    1.0 @place ,5 ^propre|propres|nettoye*|net|nette|entretenu*|hygienique*|clean
    0.9 @place ,4 mal|non|peu|jamais|pas ?tres|bien|vraiment|trop|toujours|super propre|propres|nettoye*|net|nette|hygienique*
    0.5 @place ,4 mal|peu|pas ?tres|bien entretenu*
    0.9 @staff|@dress ,5 sale|sales|crade*|crasseu*|douteu*|malpropre*|taché|tachés|tachee|tachees|noirs|graisseu*|pue|puait|odeur|transpir*|crado*|neglige
    1.0 @dress|@staff ,4 ^propre|propres|lave|laver|lavé|lavent|hygiene
    1.0 mains ,3 sale|sales|nues|cheveux|nez|poubelle
    1.0 sans|pas|jamais _3 laver|lave|lavait|lavent _2 mains
    0.9 sans|pas|ni _1 gant|gants|charlotte|charlottes ;6 @food|cuisine|cuisinier*
    0.9 eternu*|tousse*|crach*|postillon*|mouch* _4 dans|sur|main|mains|doigts|plat|plats|assiette*|nez|nourriture|vitrine
    0.9 gratte* _3 nez|tete|cheveux|fesses|entrejambe
    0.3 doigt|doigts|pouce|pouces ,3 dans|nez _3 plat|assiette|sauce|verre|risotto|soupe|nez
    0.9 ^hygiene~|hygienne|hygyene|higiene|igiene
    1.0 hygiene~|hygienne|higiene|igiene|hygiene ,5 @filthy|@doubtful|zero|0|revoir|laisse*|laissait|laissent|manque*|absente|absent|deplore*|catastrophe|probleme*|repasser|bof|nulle|horreur|honte|mauvais*|relative|plus|moins
    1.0 @filthy|@doubtful|mauvais* _1 hygiene|hygienne|higiene|proprete
    1.0 manque*|absence|probleme*|souci*|soucis|defaut*|zero|0|deficit|normes|regles|niveau|question|cote|respect|respecte*|respectent|point|standard* _5 hygiene|hygienne|higiene|propret* -rien
    0.5 hygiene|hygienne|higiene|higyene
    0.9 service*|services|inspecteur*|inspection|controle*|controles|agence|norme*|normes _3 hygiene|sanitaire*|veterinaire*|repression|dgccrf|ddpp
    0.9 dgccrf|ddpp|dsv
    0.9 ^hygienique*
    0.9 peu|anti|non|pas ?tres|vraiment hygienique*
    0.9 antihygienique*
    0.8 etchebest|cauchemar _2 cuisine ;8 hygiene|sale|crasse|frigo
    1.0 proprete|propretée|propete ,5 @filthy|@doubtful|laisse*|laissait|laissent|revoir|relative|manque*|absente|zero|deplore*|ameliorer|bof|repasser|moins|pas
    1.0 ^proprete|propretée|netteté|nettete
    0.6 plus|davantage|mieux|meilleure _2 proprete|hygiene|menage|nettoyage
    0.9 ^propre|propres -leur|leurs|sa|son|ses|mon|ma|mes|notre|nos|votre|vos !a|du
    0.8 pas|peu|non|plus|moins|jamais ?tres|vraiment|super|forcement|toujours|du|bien|ou ?tout|moins propre|propres -leur|sa|son !a|que
    0.9 ^nettoye*|lavé|lavée|lavés|desinfecte*|epoussete*
    0.9 mal|non|jamais|jamais|pas ?encore|bien|correctement|toujours nettoye*|lavé|lavés|lavee|lavees|desinfecte*
    0.9 menage|nettoyage|entretien _4 ^fait|faits|effectue|regulier
    0.9 menage|nettoyage ,3 pas|jamais|non|revoir|laisse*|inexistant*|rare*|manque*|douteu*|mal
    0.9 manque|absence|defaut|pas|aucun|besoin|coup|un _2 entretien|nettoyage|menage|balai|serpilliere|eponge -rapport
    0.7 -plus|trop|tres|assez|bien|un|plat|plats|sauce|gout|deja sale|sales !goût|gout
    0.9 tout|partout|vraiment|tellement|etait|sont|etaient|super|hyper|c _2 sale|sales -trop|plat|plats|sauce|viande|soupe|gratin
    1.0 salete|saletes|saleté|salubrite|insalubre*|insalubrite|crasse|crasses|crasseu*
    0.8 crade|crades|crado|crados|cradingue*|cracra|craspec|craignos|dirty
    0.8 ^salubre*
    0.8 poussiere*|poussiereu*
    0.8 toile|toiles _2 araignee*|araignées
    0.9 detritus|immondice*|ordure|ordures|fiente|fientes|excrement*|dejection*|crotte|crottes
    0.7 dechet|dechets|megot|megots|miette|miettes|epluchure*|mouchoir|mouchoirs|noyaux|papiers|restes ,5 sol|terre|table|tables|chaise*|fauteuil*|banquette*|partout|dessous|sous|usage*|trainent|jonch*|siege*|assiette
    0.6 plein|pleine|pleins|pleines|couvert*|jonche*|rempli*|recouvert* _3 miettes|miette|poussiere|taches|dechets|megots|graisse|crasse|saletes
    0.7 poubelle|poubelles ,4 deborde*|debordent|pleine|pleines|odeur*|ouverte*|cote|sur|milieu|salle|cuisine
    0.6 sur|dans _2 poubelle|poubelles
    0.8 moisissure*|champignons _3 mur|murs|plafond|joints
    0.7 moquette|plafond|mur|murs|sol|tapis ,4 repugnant*|ignoble*|tache*|moisi*|noir|noire|crasse|gras
    0.8 porcherie|taudis|depotoir|cloaque|bouge|gargote|depotoire
    0.7 table|tables|nappe|nappes|couverts|verre|verres|serviette*|set|sets _4 client|clients|precedent*|precedents|sale|reutilis*
    0.8 reutilis*|resserv*|recycl*|remis|reservi|resservi _5 pain|beurre|restes|assiette|assiettes|table*|client*|clients|verre|serviette*|nappe*|olives|plats
    0.7 deja _2 entame*|utilise*|utilisé|servi|mange*|croque*|mordu* ;4 pain|verre|serviette|beurre|client*|assiette|couverts|burger
    0.8 craché|craches|crachés|crachees|crachat*
    0.8 douteu*|deplorable*|sale|sales|crasseu* _2 cuisine|cuisines|frigo|arriere
    0.8 etat _3 cuisine|cuisines ;6 toilette*|imagine*|ose
    0.6 ose|imagine*|imaginer|demande ;4 cuisine|cuisines|etat
    0.7 graisse ,3 partout|mur|murs|table|tables|sol|plafond|hotte
    0.7 auge|cantine|boui _2 sale|crade|crasse
    0.6 desinfect*|gel|masque|masques|gants|covid ,5 ^port*|porte|portent|respect*|mis
    0.5 ^desinfect*|masque|masques
    0.8 plan travail ;6 poubelle|sale|crade
    0.8 serpill*|torchon*|chiffon*|eponge*|lavette* ,4 sale|sales|noir|noire|crade*|degueu*|douteu*|essui*|puant*|odeur
    0.6 sang -bouts|saucisse|boudin _4 assiette|table|nappe|serviette|doigt|mur
    """
}
