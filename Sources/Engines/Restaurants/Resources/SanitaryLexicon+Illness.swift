/// Illness after the meal.
extension SanitaryLexicon {
  static let illness = """
    1.0 intoxication~|intoxications|intoxic*|intoxiq*
    0.9 empoisonnement*|empoisonné|empoisonner|empoisonnés|empoisonnée
    1.0 salmonel*|listeri*|botulisme|norovirus|staphyloco*|tiac|campylobac*
    1.0 gastro enterite*|enterique*
    1.0 gastroenterite*
    1.0 une|la|grosse|belle|grave|cette _1 gastro|gastros !nomi*
    1.0 attrape*|chope*|choppe*|ramene*|refile*|eu _2 gastro|creve
    1.0 diarrhe*|diarhe*|diare|diaree|diarré|diarrée|chiasse|tourista|turista|courante -compte
    0.8 colique*|coliques
    1.0 vomi|vomis|vomie|vomit|vomissement*|vomissait|vomissant|vomir|vomiss* -a
    0.8 degobill*|gerbé|gerber|gerbe !de|d
    1.0 @was|ete _3 malade|malades
    1.0 malade|malades _4 comme|toute|pendant|lendemain|apres|suite|depuis|nuit|nuits|soir
    1.0 @later|@count ,3 malade|malades
    1.0 rendu*|rendent|rend|rendre|tombé*|tomber|tombe|tombes _3 malade|malades
    0.5 malade|malades
    1.0 mal|mals _2 ventre|ventres|estomac|estomacs|bide|bidou
    0.7 -fait mal|maux _1 coeur
    1.0 maux|douleur*|crampe*|brulure*|spasme*|remontee* _3 ventre|estomac|abdomin*|gastri*|intestin*
    0.9 ventre|estomac|estomacs|intestins|bide _3 retourne*|noué|vrac|detraqu*|barbouill*|derang*|vrille
    0.9 raison _2 ventre|estomac|estomacs|intestins
    0.8 barbouill*
    0.9 nausee|nausees|nauseeu*|nausé
    0.8 indigestion*
    0.7 crise _2 foie
    0.4 mal|pas _2 digere*|digeré|digerer
    0.3 digestion* _2 difficil*|compliqu*|mauvais*|penible*|lourd*
    0.6 probleme*|soucis|troubles|ennuis _2 digesti*|intestin*|gastri*|gastro
    0.8 finir|fini|finit|finis|direction|allé|aller|conduit*|terminé|emmené|parti|partir _3 urgences|hopital|hosto
    0.8 hospitalis*|samu
    0.5 urgences
    0.6 reaction*|choc|crise|oedeme _2 allergi*|anaphyl*|quincke
    0.5 fievre
    0.9 repart*|reparti|restitu* _4 @toilet
    1.0 nuit|nuits|soiree|heures|journee|week ,5 @toilet
    1.0 @toilet _3 toute|pendant _2 nuit|soiree|heures|journee
    0.8 couru|courir|precipit* _3 @toilet
    0.8 @was _2 mal ?toute|pendant|le|la|dans|apres|tout _2 nuit|lendemain|soir|soiree|repas|journee|heures|weekend
    0.5 @was _1 ^bien _3 nuit|lendemain|apres
    0.6 rendre|rendu|rend _2 repas|diner|dejeuner|tripes|plat
    0.6 plié|pliee|pliés|tordu* _2 deux|douleur*
    0.8 alité|alitee|alités|cloué* _3 lit|nuit
    0.9 deshydrat*
    0.35 envie* _1 vomir|gerber|degueuler
    0.3 gerbant|gerbante|vomitif
    0.7 passe|passé|passer|passée|passés _3 nuit|soiree|apres _3 vomir|malade|toilettes|wc
    0.7 malade* _3 digestion
    """
}
