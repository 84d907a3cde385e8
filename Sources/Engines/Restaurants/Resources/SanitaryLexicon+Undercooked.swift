/// Poultry, pork, fish and shellfish served undercooked; never steak, vegetables or pastry.
extension SanitaryLexicon {
  static let undercooked = """
    1.0 @raw ,5 ^cuit|cuits|cuite|cuites
    1.0 @raw ,5 non|sous|mi|demi|insuffisamment|peine|moitie|pas|peu ?tres|assez|encore|bien|totalement|suffisamment|completement cuit|cuits|cuite|cuites
    1.0 @raw ,4 cru|crus|crue|crues -jambon
    0.9 @raw ,4 saignant|saignants|saignante|saignantes|sanguinolent*|sanglant*|rosé|rosés|sang
    0.9 @raw ,4 rose|rosatre|roses|rouge !a ?a ?l ?interieur|coeur|os|dedans
    0.8 cru|crus|crue|crues|saignant*|rose|rosé|rouge ?a ?l ?interieur _3 @raw
    0.8 ^cuit|cuits|cuite|cuites _2 @raw
    0.6 @raw ,4 mal|pas|peu ?assez|tres|trop|bien cuit|cuits|cuite|cuites
    0.6 ^cuit|cuits|cuite|cuites _2 interieur|coeur|centre|os
    0.6 cru|crus|crue|crues|saignant|sang _2 interieur|coeur|centre|os|dedans
    0.8 quasi|encore|presque|totalement|completement|carrement|limite cru|crue|crus|crues ;5 @raw
    0.6 @raw ,4 encore|toujours|completement|totalement|coeur|interieur gele*|congele*|glacé*|surgele*
    0.5 cuisson ,4 insuffisant*|manque|pas ;6 @raw
    0.8 souscuit*|undercooked
    """
}
