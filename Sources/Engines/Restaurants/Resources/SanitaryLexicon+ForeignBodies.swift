/// Things found in the food or the drink.
extension SanitaryLexicon {
  static let foreignBodies = """
    0.9 cheveu|cheveus|cheuveu|cheuveux|cheveut
    1.0 @found|avec|servi|servie|avait|avais|eu _4 cheveu|cheveux|cheuveux|cheveus|poil|poils _4 dans|sur|du|de|bien|au|dedans|en
    1.0 cheveu|cheveux|cheveus|cheuveux|poil|poils|cil|cils _3 dans|dedans|trouve*|retrouve*
    1.0 cheveu|cheveux|poil|poils|cil|ongle|ongles _6 assiette|assiettes|soupe|glace|salade|dessert|sauce|plat|pizza|puree|viande|pates|riz|gratin|creme|tarte|verre|cafe
    0.9 dans|assiette|plat|dessert|salade|soupe ,5 cheveu|cheveux|poil|poils
    0.8 @found|petit|offert|en _3 cheveu|cheveux|poils
    1.0 bout|bouts|morceau|morceaux|eclat*|debris|fragment*|particule*|brisure*|dechet*|copeau* _1 plastique*|verre|verres|metal|metallique*|ferraille|fer|bois|papier|carton|alu|aluminium|ficelle|caoutchouc|inox|pierre|faience|porcelaine|gant|latex|aluminum|eponge|scotch|plastic|ceramique|tissu|cellophane|polystyrene|film|plomb|assiette|allumette
    0.9 fil|fils|filament* _2 fer|plastique|nylon|metal*|couture
    0.8 plastique|cellophane|scotch|papier|film|etiquette|ficelle|carton|elastique|verre _3 dans|dedans _3 plat|assiette|salade|soupe|viande|burger|dessert|glace|pizza|sauce|pates|sandwich|nourriture|boisson|terrine|andouillette|gateau|fromage
    1.0 agrafe|agrafes|agraphe|pansement|pansements|sparadrap
    0.9 corps etranger|etrangers
    0.8 clou|vis|boulon|epingle|aiguille|trombone|punaise|piece|lame|capsule|bouchon|mégot|megot|ongle|gant|dent|bague|fer ,2 dans _3 plat|assiette|salade|soupe|viande|burger|dessert|glace|pizza|sauce|pates|verre|sandwich|nourriture|boisson
    0.9 caillou|cailloux|gravier|graviers|gravillon* _5 dans|salade|moules|lentilles|plat|assiette|dent|epinards
    0.6 sable|terre -de|par|a _3 dans|salade|moules|epinards|huitres|champignons|poireaux
    0.6 plein|pleine|pleines|pleins|rempli* _1 sable|terre
    0.8 cassé|casser|casse|abime|abimé|ebreche*|peté _3 dent|dents
    0.6 dent|dents _2 cassé|cassee|casse|cassees
    0.6 chose|truc|objet|bout|morceau ;4 flott*|nage|nageait|bizarre|non identifi*
    0.4 coquille|coquilles _2 oeuf|oeufs
    0.6 un|l elastique|elastiques _2 dans
    0.7 paille|laine _1 fer|acier
    0.6 verre|verres|assiette|assiettes|tasse|tasses|vaisselle _3 ebreche*|ebréché
    0.6 eclat*|bris|morceaux|morceau _2 verre|verres
    """
}
