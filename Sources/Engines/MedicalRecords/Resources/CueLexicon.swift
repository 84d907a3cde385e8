import Language

/// The phrases that qualify mentions in French reports, written for this project after ConText
/// (Harkema et al. 2009) and the errors listed in its brief. Braces spell out alternatives.
struct CueLexicon: Sendable {
  /// The lexicon of this module.
  static let standard = CueLexicon()

  /// The cues; a phrase's value in the trie is an index of this.
  let cues: [Cue]
  /// The phrases.
  let trie: PhraseTrie

  init() {
    var cues: [Cue] = []
    var trie = PhraseTrie()
    for (cue, lines) in Self.negation + Self.hypothesis + Self.family + Self.history + Self.stops {
      for phrase in lines.flatMap(BraceExpansion.expand) {
        let stems = PhraseTrie.stems(of: phrase)
        var cue = cue
        if let earlier = trie.value(of: stems[...]), cues[Int(earlier)].role == cue.role {
          cue = cue.merged(with: cues[Int(earlier)])
        }
        // Most phrases of a group are the same cue.
        if cues.last != cue { cues.append(cue) }
        trie.insert(stems, value: Int32(cues.count - 1), replaces: true)
      }
    }
    self.cues = cues
    self.trie = trie
  }

  private static func cue(
    _ role: Cue.Role, _ side: Cue.Side = .after, _ reach: Int = 0, weak: Bool = false
  ) -> Cue {
    Cue(
      role: role, after: side == .after ? reach : 0, before: side == .before ? reach : 0,
      isWeak: weak)
  }

  private static let negation: [(Cue, [String])] = [
    (
      cue(.negation, .after, 22),
      [
        "sans", "sans {aucun,signe de,signes de,signe d',signes d',argument pour,notion de}",
        "{aucun,aucune,ni,nulle}", "absence {de,d',du,des}",
        "{pas,plus} d'{argument,arguments,élément,éléments} {pour,en faveur de,en faveur d',de}",
        "pas de {signe,signes,notion,critère} {de,d',en faveur de,en faveur d',pour}",
        "l'absence {de,d',du,des}",
        "pas {de,d',du,des}", "pas eu {de,d'}", "pas été {retrouvé,noté,observé,identifié} de",
        "ne {retrouve,montre,révèle,objective,note,présente,décrit,rapporte,signale} pas",
        "{jamais,plus jamais} {de,d',eu,eu de,présenté}", "non plus de",
        "n'{y a,y avait,a,avait} plus {de,d'}", "ne présente plus {de,d'}",
        "négati{f,ve,fs,ves,vité} {pour,à}", "négati{f,ve,fs,ves} {pour le,pour la,pour les}",
        "indemne{,s} {de,d'}", "{exempt,exempte,exempts,exemptes} {de,d'}",
        "libre{,s} {de,d'}", "dépourvu{,e,s,es} {de,d'}", "sans {qu',que}",
        "{exclut,excluait,excluant,exclu,exclure,exclus,exclue}",
        "{élimine,éliminait,éliminant,éliminé,écarte,écartait,écartant,écarté,infirme,infirmé}",
        "permis d'{éliminer,exclure,écarter}", "{permet,permettait} d'{éliminer,exclure,écarter}",
        "n'{est,était,a,avait,ont,avaient} pas {de,d'}", "{rien,pas} en faveur {de,d'un,d'une}",
        "dénie", "nie", "niait", "refuse toute notion de",
        "aucun {argument,signe} {de,pour,en faveur de}",
      ]
    ),
    (
      cue(.negation, .after, 14, weak: true),
      [
        "pas", "n'a pas {été,montré,révélé,mis en évidence,retrouvé,présenté,objectivé}",
        "n'ont pas {été,montré,révélé,mis en évidence,retrouvé,présenté,objectivé}",
        "jamais",
      ]
    ),
    (cue(.negation, .after, 1), ["non", "n'{a,ont} pu être", "n'a pas pu être"]),
    (
      cue(.negation, .before, 9),
      [
        "n'{est,était,a été,ont été,a pas été} {retrouvé,observé,trouvé,décelé,noté}{,e,s,es}",
        "n'{est,était,a,ont,sont,étaient} pas {,été }{retrouvé,observé,trouvé,décelé,noté,vu}{,e,s,es}",
        "n'{est,était,sont,étaient} pas {palpable,visible,présent,présente,présents,perceptible}{,s}",
        "n'{a,ont} pas été {mis,mise,mises} en évidence", "n'{a,ont} été {mis,mise} en évidence",
        "{est,était,sont,étaient,a été,ont été,être} {exclu,écarté,éliminé,infirmé}{,e,s,es}",
        "non {retrouvé,observé,trouvé,décelé,visualisé,vu,palpé,palpable}{,e,s,es}",
        "non {identifié,identifiable,individualisé,visible,perçu}{,e,s,es}",
        "{est,sont,était,étaient} absent{,e,s,es}", "absent{,e,s,es}", "{: non,: absent,: absente}",
        ": {négatif,négative,négatifs,négatives,aucun,aucune,néant,0}",
        "n'{est,a été} {palpable,visible,palpé,palpée}",
      ]
    ),
    (
      cue(.negation, .before, 4, weak: true),
      ["négati{f,ve,fs,ves}", "{est,sont} négati{f,ve,fs,ves}", "({non,négatif,négative,-})"]
    ),
    (
      cue(.absentHistory, .after, 14),
      [
        "sans {antécédent,antécédents,atcd,facteur de risque}", "{aucun,pas d'} {antécédent,atcd}",
        "sans {aucun antécédent,notion d'antécédent,antécédents connus}",
        "pas d'{antécédents,autre antécédent,autres antécédents}", "absence d'antécédent{,s}",
        "n'{a,avait} {pas d'antécédent,aucun antécédent,pas d'antécédents}",
        "sans de notion de", "sans notion de",
      ]
    ),
    (
      cue(.pseudo),
      [
        "sans {doute,particularité,particularités,préjudice,délai,contraste,injection,objet}",
        "sans {modification,modifications,changement,changements,évolution,amélioration,réponse}",
        "sans {traitement,intérêt,cesse,succès,suite,suites,incident,complexe,but,conséquence}",
        "sans {diagnostic,confirmation,preuve} histologique", "avec {et,ou} sans",
        "pas {de,d'} {modification,changement,évolution,amélioration,réponse,différence,variation}",
        "{aucun,aucune} {modification,changement,évolution,variation,réponse,croissance,différence}",
        "absence {de,d'} {modification,changement,évolution,réponse,croissance,diagnostic}",
        "pas {seulement,uniquement,encore,pu,plus,répondu,toléré,accepté,candidat,candidate,opérable}",
        "{à,à l'} {exception,exception de,exception d'}", "à l'exception {de,d',du,des}",
        "non {seulement,loin}", "non à petites cellules", "non hodgkinien{,s,ne}",
        "non {opéré,traité,métastatique,insulinodépendant,insulino}{,e,s,es}", "pas été possible",
        "sans {recevoir,avoir reçu,pouvoir être,nécessité}", "pas pu être",
        "pas {reçu,subi,réalisé}",
        "pas permis {de,d'} {contrôler,soulager,traiter,réduire,réséquer,retirer,améliorer}",
        "{jamais,pas} cessé {de,d'}", "{jamais,pas} {guéri,remis,récupéré}{,e}",
        "n'{a,ont} pas été {opéré,traité,réséqué,biopsié,contrôlé,exploré,repris}{,e,s,es}",
        "pas été {opéré,traité,réséqué,biopsié,contrôlé,exploré,repris,opérable}{,e,s,es}",
        "pas {opéré,traité,réséqué,contrôlé}{,e,s,es}",
        "malgré l'absence", "pas plus", "pas moins",
        "négati{f,ve,fs,ves} {pour ca,pour s}", "antécédents actuels", "plus ou moins",
        "ni de {l'aspect,la taille,son aspect,sa taille}",
        "sans {compter,oublier,attendre,toutefois,autre précision,franchir,dépasser,la dépasser}",
      ]
    ),
  ]

  private static let hypothesis: [(Cue, [String])] = [
    (
      cue(.hypothesis, .after, 7),
      [
        "{peut,peuvent,pourrait,pourraient,pouvait,puisse} être",
        "{pourrait,pourraient,puisse,pouvait} {s'agir d',y avoir}",
      ]
    ),
    (
      cue(.hypothesis, .after, 18),
      [
        "{suspicion,suspicions,suspiçion,suspiscion}{, clinique, diagnostique, radiologique}{ de, d', du}",
        "{suspect,suspecte,suspects,suspectes,suspicieux,suspicieuse,suspicieuses} {de,d'}",
        "suspect{ant,é,ée,ait,aient,er,e,és,ées}", "{on,nous} suspecte",
        "évoqu{ant,e,ent,ait,aient,er,é,ée}",
        "{évocateur,évocatrice,évocateurs,évocatrices} {de,d'}",
        "suggér{ant,ait,aient,é,ée,er}", "sugg{ère,èrent}", "suggesti{f,ve,fs,ves} {de,d'}",
        "compatible{,s}{, avec}", "en faveur {de,d',du,des}", "pouvant {être,correspondre,évoquer}",
        "{en relation,en rapport} probable avec", "en lien probable avec",
        "probable{,s}", "{probablement,vraisemblablement,possiblement,éventuellement}",
        "vraisemblable{,s}", "possible{,s}", "{possibilité,éventualité,probabilité} {de,d',du,qu'}",
        "{possibilité,possibilités,hypothèse,hypothèses}", "{première,seconde} possibilité",
        "hypothèse{,s} {de,d',du}", "éventuel{,le,s,les}", "{semble,semblait,semblent} être",
        "{pourrait,peut} {correspondre,évoquer}",
        "{doute,doutes} sur", "{impression,aspect évocateur} de",
        "faisant {craindre,évoquer,suspecter}",
        "{fait,faire,fit} {craindre,évoquer,suspecter}", "laissant {suspecter,craindre,penser à}",
        "{laisse,laissait} {suspecter,craindre,penser à}",
        "{orient,orienté,orientant,orientait,oriente} vers",
        "{soupçon,soupçons} {de,d'}", "soupçonn{ant,é,ée,ait,er}", "présumé{,e,s,es}",
        "présomption {de,d'}", "diagnostic de présomption",
        "{diagnostic,diagnostics} différentiel{,s}",
        "versus", "vs", "à {exclure,éliminer,écarter,confirmer}",
        "{ne,n'} {permet,permettait,permettent,peut,pouvait,peuvent} pas d'{exclure,éliminer,écarter}",
        "{ne,n'} {peut,pouvait,pouvons,puissions,pourrait} {pas ,}{exclure,éliminer,écarter}",
        "ne puissions pas exclure",
        "sans {pouvoir ,}{exclure,éliminer,écarter,permettre d'exclure}",
        "sans qu'on puisse {exclure,éliminer,écarter}", "pas {exclure,éliminer,écarter}",
        "{pour,afin} {d',de ,}{éliminer,écarter,exclure,rechercher,confirmer}",
        "{afin d',en vue d',pour }{éliminer,exclure,écarter}", "à la recherche {de,d'}",
        "recherche {de,d'}", "en cas {de,d'}", "{risque,risques} {de,d'}", "menace {de,d'}",
        "en prévention {de,d'}", "{prévenir,éviter} {une,un,la,le,toute,tout}",
        "susceptible{,s} {de,d'}", "faute de {diagnostic,preuve} de",
        "plaid{e,ent,ait,ant} {pour,en faveur de,en faveur d'}", "ressembl{ant,e,ait,ent} à",
        "mim{ant,e,ait}", "cru être",
        "penser à", "discuter",
        "s'il {s'agit,existe,y a}", "pour le diagnostic de", "dans l'hypothèse", "surtout si",
        "{interprété,interprétée,interprétées,interprétés} comme", "apparemment", "apparent{,e}",
      ]
    ),
    // What is planned or proposed is not done yet.
    (
      cue(.hypothesis, .after, 6),
      [
        "{projet,discussion,programmation,éventualité,perspective} {de,d'}", "en attente {de,d'}",
        "{prévoir,envisager,proposer,discuter,programmer,planifier} {une,un,la,le,de}",
        "{nous,on} propos{ons,e} {une,un,de}", "pourrait bénéficier {de,d'}",
      ]
    ),
    (
      cue(.hypothesis, .before, 4),
      [
        "{est,sont,était,étaient} {envisagé,prévu,programmé,planifié,proposé,discuté}{,e,s,es}",
        "{à prévoir,à programmer,à discuter,à envisager}",
      ]
    ),
    // « dépistage du cancer du sein »: nobody has it yet.
    (cue(.hypothesis, .after, 4), ["dépistage{, organisé, individuel} {du,de,d',des}"]),
    // « si fièvre »: a noun without an article is a condition; « si la résection » is none.
    (cue(.hypothesis, .after, 1), ["si", "sauf si"]),
    (
      cue(.hypothesis, .before, 3),
      [
        "probable{,s}", "possible{,s}", "vraisemblable{,s}", "éventuel{,le,s,les}",
        "suspecté{,e,s,es}",
        "soupçonné{,e,s,es}", "{très,peu,fort} {probable,vraisemblable}{,s}", "présumé{,e,s,es}",
        "à {confirmer,exclure,éliminer,préciser}", "?", "douteu{x,se,ses}", "versus", "vs",
      ]
    ),
    (
      cue(.hypothesis, .before, 7),
      [
        "{est,était,a été,sont,étaient,ont été} {suspecté,évoqué,suspectée,évoquée,suspectés,évoqués}",
        "{est,était,sont,semble} {probable,possible,vraisemblable,très probable,peu probable}{,s}",
        "n'{est,était} pas {exclu,exclue,éliminé,éliminée,écarté,écartée}",
        "ne {peut,pouvait,peuvent} {pas ,}être {exclu,exclue,éliminé,éliminée,écartée,exclus,exclues}",
        "{reste,restait} {possible,à discuter,à éliminer}", "très probable", "peu probable",
      ]
    ),
  ]

  private static let family: [(Cue, [String])] = [
    (
      cue(.family, .after, 40),
      [
        "{mère,père,frère,frères,sœur,soeur,sœurs,soeurs,oncle,oncles,tante,tantes,fratrie}",
        "{cousin,cousine,cousins,cousines,neveu,nièce,demi-frère,demi-sœur,aïeul,aïeule}",
        "{grand,arrière-grand}{ ,-}{père,mère}{,s}", "grands{ ,-}parents",
        "{parent,parents,apparentés} {au,du} {premier,deuxième,troisième,1er,2e} degré",
        "{ses,les} deux parents", "{son,un,le} fils", "{sa,ses} fille{,s}",
        "membre{,s} de {la,sa} famille", "{dans,de} sa famille", "dans la famille",
        "antécédent{,s} {familial,familiaux}",
        "antécédents {pathologiques,oncologiques,médicaux} familiaux",
        "familia{l,le,ux,les} {de,d'}",
        "{atcd,atcds} familia{l,ux}", "histoire familiale",
        "{commémoratif,contexte,terrain} familia{l,ux}",
        "antécédent{,s} maternel{,s}",
        "antécédent{,s} paternel{,s}",
        "hérédité", "parent{,s} {atteint,atteints,porteur,porteurs,décédé}{,s} {de,d'}",
      ]
    ),
    (
      cue(.family, .before, 16),
      [
        "chez {sa,son,ses,la,le,les,un,une,deux,trois,l'}{ ,}{mère,père,frère,sœur,soeur,oncle,tante}{,s}",
        "chez {sa,son,ses,la,le,les,un,une,deux} {grand-mère,grand-père,cousin,cousine,fille,fils,neveu}{,s}",
        "chez {la,sa,le,son} grand{ ,-}{mère,père}", "chez {deux,des,les,ses} {deux ,}parents",
        "{(mère),(père),(sœur),(soeur),(frère),(tante),(oncle),(mère}",
        "du côté {maternel,paternel}",
        "{de,du} {sa,son,la,le} {mère,père,sœur,soeur,frère,tante,oncle}", "dans {sa,la} famille",
        "{maternel,maternelle,paternel,paternelle}{,s}", "chez l'{oncle,aïeul}",
        "{au,aux} {premier,deuxième} degré",
      ]
    ),
    (
      cue(.pseudo),
      [
        "dure{ ,-}mère", "pie{ ,-}mère", "médecin de famille",
        "mère {de deux,de trois,de quatre,d'un}",
        "{père,mère} de {2,3,4,5,famille}", "cellules mères", "cellule mère", "nourrisson de mère",
        "polypose adénomateuse familiale", "fièvre méditerranéenne familiale", "forme familiale",
        "hypercholestérolémie familiale", "{planning,situation} familial{,e}", "jeune fille",
        "petite fille", "fille {unique,de}", "mère et {enfant,nouveau-né}",
      ]
    ),
  ]

  private static let history: [(Cue, [String])] = [
    (
      cue(.history, .after, 45),
      [
        "antécédent{,s}{, de, d', personnel, personnels}",
        "{comme,pour,dans ses,dans les} antécédent{,s}",
        "antécédents {médicaux,chirurgicaux,personnels,pathologiques,oncologiques,toxiques}{, de, d'}",
        "antécédent {personnel,médical,chirurgical,oncologique} {de,d'}",
        "{atcd,atcds}{, de, d', personnels}", "{histoire,passé} {de,d'}",
        "antécédents médico-chirurgicaux",
        "{ses,ces,ce} antécédents", "son antécédent de", "antécédents significatifs",
      ]
    ),
    (
      cue(.history, .after, 20),
      [
        "suivi{,e,s,es} {pour,depuis}", "suivi{,e} en {,ambulatoire }{pour,depuis}",
        "{opéré,opérée}{, d', de, pour, en, il y a}", "connu{,e}{, pour, comme, porteur de}",
        "{hémodialysé,hémodialysée,dialysé,dialysée}{, chronique}",
        "{traité,traitée} {en,pour,il y a}",
        "porteu{r,se} {connu ,}{de,d'}", "ancien{,ne,s,nes}", "séquelles {de,d'}",
        "en rémission {de,d'}", "ayant {présenté,eu,fait,développé}",
        "{autrefois,jadis,auparavant,par le passé,dans le passé}",
        "tabagisme", "{diagnostiqué,diagnostiquée} en {19,20}",
        "déjà {traité,opéré,suivi}{,e} pour",
        "{premier,première} {néoplasme,tumeur,cancer}",
      ]
    ),
    (
      cue(.history, .before, 14, weak: true),
      [
        "il y a {deux,trois,quatre,cinq,six,sept,huit,dix,quinze,vingt} ans", "dans l'enfance",
        "depuis l'enfance", "{traité,traitée,opéré,opérée,réséqué,réséquée,diagnostiqué} en",
        "{traité,opéré,réséqué,diagnostiqué}{e,s,es} en", "en rémission",
        "sous {traitement,antidiabétiques}",
        "bien {équilibré,équilibrée,contrôlé,contrôlée,suivi,suivie}", "comme seul antécédent",
        "à l'âge de", "survenu{,e} en", "chronique", "ancien{,ne}",
      ]
    ),
  ]

  private static let stops: [(Cue, [String])] = [
    (
      cue(.stop),
      [
        "mais", "chez", "cependant", "toutefois", "néanmoins", "en revanche", "par contre",
        "alors que",
        "tandis que", ";", "bien que", "hormis", "sauf", "excepté", "en dehors {de,d',du,des}",
        "c'est pourquoi", "ce qui", "dont",
      ]
    ),
    (
      cue(.stopNegation),
      [
        "avec", "pour", "car", "puis", "présentant", "montrant", "révélant", "objectivant",
        "{a,ont,est,était} {été,présenté,montré,révélé,consulté,subi,reçu,mené}",
        "qui {a,ont,est,présente}",
        "{consulte,présente,présentait,montre,révèle,retrouve,objective}", "{admis,admise} ",
        "{adressé,adressée,hospitalisé,hospitalisée,victime}", "évoluant", "associé{,e,s,es} à",
        ":",
        "{il,elle,on} {y ,}{a,avait,est,présente,existe}",
        "secondaire à",
        "suite à", "en raison {de,d'}", "grâce à", "afin {de,d'}", "après", "lors {de,d',du}",
        "malgré",
        "avant", "pendant", "depuis", "par ailleurs", "responsable", "précédant",
        ", présence {de,d',du}",
        "qui {pourrait,pourraient,peut,peuvent} {être ,}", "et {le,la,les}",
      ]
    ),
    (
      cue(.stopHistory),
      [
        "{consulte,consultait,présente,présentait,présentant,se présente,s'est présenté}",
        "{a,avait,ont} {consulté,présenté,été admis,été admise,été hospitalisé,été adressé,développé,mené}",
        "qui {a,présente,consulte,se présente,s'est présentée,s'est présenté,avait été,a présenté}",
        "{admis,admise,adressé,adressée,hospitalisé,hospitalisée,référé,référée}",
        "{est,a été} {admis,admise,adressé,adressée,hospitalisé,hospitalisée}",
        "s'est {rapidement ,}aggravé{,e}",
        "{actuellement,récemment,aujourd'hui}", "{découverte,bilan,exploration,prise en charge} d",
        "victime", "s'est compliqué{,e}", "a commencé", "qui se plaint",
        "pour {des,une,un} {masse,douleur}",
        "{nous,il} {a été diagnostiqué,est porteur}", "occasionnant", "évoluant {depuis,dans}",
        "pour laquelle", "a été diagnostiquée{, en}", "dans notre {service,centre,hôpital}",
      ]
    ),
    (
      cue(.stopFamily),
      [
        "{le,la,notre,cette} patient{,e}", "{elle,il} {a,est,présente,consulte,avait,rapporte}",
        "{ses,comme} antécédents personnels", "antécédents personnels{, :}", "à l'examen",
        "{consulte,actuellement}", "maladie actuelle", "il s'agit d",
      ]
    ),
  ]
}
