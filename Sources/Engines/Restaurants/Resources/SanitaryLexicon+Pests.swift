/// Animals that carry disease, in the room, the kitchen or the plate.
extension SanitaryLexicon {
  static let pests = """
    1.0 cafard|cafards|caffard|caffards|kafards|blatte|blattes|blate|blates|cancrelat*
    0.9 rongeur*|mulot*|surmulot*|campagnol*
    0.9 rat|rats
    1.0 souris|souries|rat|rats ,6 salle|cuisine|cuisines|court|courir|courait|courant|courent|couru|balad*|promen*|gambad*|passe|passait|passer|passent|pieds|pattes|sol|mur|murs|traverse*|morte|mortes|vivante*|grimp*|plafond|comptoir|vitrine|banquette*|cours|terrasse
    0.9 @found|salu* _2 souris|souries|rat|rats !agneau
    0.9 y _1 a|avait|aura _1 des|une|deux|plein souris|souries|rat|rats
    1.0 crotte*|excrement*|dejection*|trace*|piege*|tapette*|invasion|presence|infest*|envahi* _2 souris|souries|rat|rats|rongeur*|cafard*|pigeon*|oiseau*|chien*|mouche*|insecte*
    0.8 crotte|crottes
    0.9 compagnie|accompagn* _2 souris|souries|rat|rats
    0.9 moucheron*|drosophile*|moustique*
    0.8 mouche|mouches|guepe|guepes ,6 dans|assiette|assiettes|verre|verres|plat|plats|soupe|vin|salade|cuisine|partout|nombreuses|volent|volaient|tourn*|autour|morte|mortes|beurre|pain|creme|dessert|noyee|flott*|sauce
    0.8 dans _5 mouche|mouches|insecte|insectes|bestiole*|limace*|fourmi|fourmis
    0.8 envahi*|invasion|infest*|rempli*|plein|pleine|bourre*|attaqu* _3 mouche|mouches|moucheron*|guepe|guepes|fourmi|fourmis|moustique*|insecte*
    0.5 mouches
    0.8 fourmi|fourmis
    0.8 insecte|insectes|bestiole|bestioles|bebete|bebetes|bestiolles
    0.7 petite|petites|sale|sales bete|betes
    0.8 araignee|araignees _4 dans|table|assiette|verre|plafond|plat|salade|mur
    0.9 limace|limaces|chenille|chenilles|puceron|pucerons|charancon*|cloporte*|cafards|punaises|perceoreille|scolopendre*|mite|mites
    1.0 asticot*|larve|larves|anisakis
    0.9 un|petit|gros|du ver|vers ?blanc|de|vivant|tout|vivants !19|20|21|22|12|13|14|18h|19h|20h|21h|midi
    0.9 des|petits|gros|plein|de ver|vers !19|20|21|22|12|13|14|midi|la|le|les|une ;5 salade|poisson|pomme|assiette|viande|plat|dans|blancs|vivants|fruits|lentilles
    0.9 vermine*|nuisibles|infeste*|infestation
    0.9 deratis*|desinsectis*|desinfection
    0.5 pigeon|pigeons|moineau|moineaux|oiseau|oiseaux _4 table|tables|assiette|assiettes|salle|volent|pain|viennent|vient|picor*|promen*|balad*
    0.4 chien|chat|chats|chiens _3 cuisine|cuisines|table|assiette|buffet
    """
}
