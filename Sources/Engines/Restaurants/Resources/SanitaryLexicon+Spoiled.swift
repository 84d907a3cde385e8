/// Food that is spoiled, not fresh, out of date, or smells wrong.
extension SanitaryLexicon {
  static let spoiled = """
    1.0 avarié|avariee|avariees|avaries|avarie|avariés|avarriee*
    1.0 perime|perimes|perimee|perimees|perrime*|perimé|perimés|perimée|perimées|perimer
    0.8 peremption*|dlc|ddm|dluo
    0.9 date|dates _5 depassé*|depassee*|depasse|expire*
    1.0 pas|plus|guere|peu|ni|jamais|non ?du|de|trop ?tout|la ?@adverb ?@adverb ^frais|fraiche|fraiches|frai|fraich
    1.0 pas|plus|guere|peu|ni|non ?du|trop ?tout ?@adverb ?@adverb frais|fraiche|fraiches
    0.9 @food ,3 ^frais|fraiche|fraiches
    0.9 rien|aucun|aucune _3 frais|fraiche
    1.0 ^fraicheur|fraicheurs
    0.9 fraicheur ,4 @doubtful|@filthy|relative|absente|contestable|laisse*|laissait|laissent|revoir|manque*|questionn*|absence|probleme|interrog*
    0.9 manque|manquait|manquent|manquaient|absence|defaut|probleme|souci _3 fraicheur
    0.6 doute|doutes|doutait|doutons|interrog*|questions|questionne|inqui* _3 fraicheur|conservation|provenance
    0.9 @doubtful|@filthy _1 fraicheur
    0.9 @food ,4 pourri|pourris|pourrie|pourries|pouri*
    0.3 pourri|pourris|pourries|pourrie
    0.8 pourriture|putrefact*|putride*|decompos* 
    0.9 rance|rances|ranci|rancie|rancis|rancies|rancit
    1.0 @food ,4 moisi|moisie|moisies|moisis|moisissure*
    0.8 moisi|moisie|moisies|moisis|moisissure*
    0.8 lait|sauce|creme|vin|mayonnaise|mayo|soupe|chantilly|beurre|fromage _3 tourné|tournee|tournees|caille|caillé|fermente*|aigre
    0.8 faisandé|faisande|faisandee|faisandees|putois
    0.9 chaine _2 froid
    0.9 recongel*|recongelé
    0.9 impropre* _2 consommation|consommer
    0.7 ^comestible*|consommable*
    0.6 non consommable*|comestible*
    0.7 conservation _3 aliment*|produit*|viande*|mauvais*|douteu*
    0.7 probleme*|souci* _2 conservation|stockage
    0.8 germe|germes|bacteri*|microbe*
    0.7 huile|huiles ,4 usage*|usagee|perime*|rance|daube*|vidange|vieille|noire|douteu*|brulee|changee|brule
    0.6 gout|gouts|arriere|saveur ,4 avarie*|pourri*|moisi*|rance|perime*|ammonia*|javel|suspect*|douteu*|bizarre|etrange|terre|egout|vase|produit|fermente|savon|chimique|plastique
    0.6 @meat|@food ,4 douteu*|suspect|suspecte|suspectes
    0.6 @meat ,3 verte|verdatre*|grisatre*|bleuatre*|bleutee|noiratre*
    0.6 @meat ,3 gluant*|visqueu*|collant*|baveu*
    0.7 @meat|@food ,4 sentait|sentaient|sent|sentent|senti|puait|pue|puaient ?un ?tres ?trop mauvais|fort|forts|bizarre|avarie|pourri|rance|frais|ammoniaque|vase|moisi|merde|egout
    0.8 @meat|@food ,4 puait|pue|puaient|puent|nauseabond*|pestilen*|putride*
    0.9 @meat|@food ,4 odeur* _3 forte|mauvais*|suspect*|douteu*|nauseabond*|bizarre*|etrange*|desagreable*|horrible*|infect*|immonde*|insoutenable*|insupportable*|ammonia*|avarie*|pourri*|moisi*|rance
    0.8 odeur*|senteur* _3 avarie*|pourri*|putref*|rance|poisson|ammonia*|moisi*|viande|cadavre|charogne|vase|marée|maree
    0.8 stoppe*|arrete*|rebute*|degoute* _2 odeur|odeurs
    0.9 moule|moules|huitre|huitres|coquillage|coquillages|bulots|palourdes ,4 mortes|morts|fermees|vides|mauvaises|laiteuses|douteu*|avarie*|@doubtful|odeur*
    0.6 @greens ,3 fletri*|fane*|fané|fanee|fanees|noirci*|defraich*|fatigue*|abimé|abime*|gate*|gaté|blet|blets|marron|ramolli*|jaunie*|visqueu*|brunie*|brunatre*|passee|noir|noire
    0.5 fletri*|fané|fanees|fanee
    0.6 restes|reste|rechauffe*|rechauffé|plats|preparé|cuit|cuits _3 veille|hier|semaine
    0.6 @food ,3 veille|plusieurs _2 ?jours
    0.5 @food _3 dates|datait|datent|dataient|datant
    0.6 @food _5 plusieurs|3|4|5|trois|quatre|cinq jours
    0.5 pain _3 ^frais
    0.3 @meat ,3 rassis*
    0.7 eau|eaux _2 croupi*|stagnante*|trouble
    0.8 poisson|viande|poulet|crevettes|saumon|huitres _2 limite|limites
    0.4 produits|viande|poisson|nourriture _4 limite
    0.6 decongelé*|decongele* _4 recongele*|plusieurs|mal
    0.6 frigo|refrigerateur|congelateur|vitrine|chambre ,4 panne|ouvert|soleil|temperature
    0.5 laisse*|reste*|traine* _4 temperature ambiante
    """
}
