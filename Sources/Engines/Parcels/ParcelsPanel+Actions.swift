import Review

/// What the panel can do besides deciding.
extension ParcelsPanel {
  static let actions = [
    ActionDescription(
      name: "draw",
      title: LocalizedText(fr: "Signaler un objet manqué", en: "Report a missed object"),
      help: LocalizedText(
        fr: "Ajoute un objet à la main, par son milieu en Lambert-93 ou en degrés, et ses côtés.",
        en: "Adds an object by hand, by its middle in Lambert-93 or degrees, and its sides."),
      key: "d", scope: .suggestion,
      parameters: [
        .init(
          name: "east",
          title: LocalizedText(
            fr: "Mètres vers l'est du milieu de l'image", en: "Metres east of the picture's middle"),
          type: .number(-60...60), initial: "0"),
        .init(
          name: "north",
          title: LocalizedText(fr: "Mètres vers le nord", en: "Metres north"),
          type: .number(-60...60), initial: "0"),
        .init(
          name: "length", title: LocalizedText(fr: "Longueur, m", en: "Length, m"),
          type: .number(1...200), initial: "7"),
        .init(
          name: "width", title: LocalizedText(fr: "Largeur, m", en: "Width, m"),
          type: .number(1...200), initial: "2.5"),
      ]),
    ActionDescription(
      name: "type",
      title: LocalizedText(fr: "Accepter sous un autre type", en: "Accept as another type"),
      help: LocalizedText(
        fr: "Accepte l'objet et corrige son type ; ses semblables suivront.",
        en: "Accepts the object and corrects its type; its like will follow."),
      key: "c", scope: .suggestion,
      parameters: [
        .init(
          name: "type", title: LocalizedText(fr: "Type", en: "Type"),
          type: .choice(ObjectType.allCases.map { $0.title.fr }),
          initial: ObjectType.caravan.title.fr)
      ]),
    ActionDescription(
      name: "redraw",
      title: LocalizedText(fr: "Accepter avec un autre contour", en: "Accept with another outline"),
      help: LocalizedText(
        fr: "Accepte l'objet et corrige son contour ; la recherche par pixels l'apprend.",
        en: "Accepts the object and corrects its outline; the search by pixels learns it."),
      key: "w", scope: .suggestion,
      parameters: [
        .init(
          name: "east", title: LocalizedText(fr: "Déplacer vers l'est, m", en: "Move east, m"),
          type: .number(-30...30), initial: "0"),
        .init(
          name: "north", title: LocalizedText(fr: "Déplacer vers le nord, m", en: "Move north, m"),
          type: .number(-30...30), initial: "0"),
        .init(
          name: "length",
          title: LocalizedText(fr: "Longueur, m (0 : inchangée)", en: "Length, m (0: as it is)"),
          type: .number(0...200), initial: "0"),
        .init(
          name: "width",
          title: LocalizedText(fr: "Largeur, m (0 : inchangée)", en: "Width, m (0: as it is)"),
          type: .number(0...200), initial: "0"),
        .init(
          name: "turn", title: LocalizedText(fr: "Tourner, degrés", en: "Turn, degrees"),
          type: .number(-90...90), initial: "0"),
      ]),
    ActionDescription(
      name: "sheet",
      title: LocalizedText(fr: "Fiche de signalement", en: "Report sheet"),
      help: LocalizedText(
        fr: "Écrit une page HTML avec les deux images, la parcelle, les zones et la prescription.",
        en: "Writes an HTML page with both pictures, the parcel, zones and limitation."),
      key: "p", scope: .suggestion),
    ActionDescription(
      name: "route",
      title: LocalizedText(fr: "Ordre de visite", en: "Order of visits"),
      help: LocalizedText(
        fr: "Les objets acceptés dans l'ordre d'une tournée courte, en Markdown.",
        en: "The accepted objects in the order of a short round, in Markdown."),
      scope: .panel,
      parameters: [
        .init(
          name: "count", title: LocalizedText(fr: "Nombre", en: "Count"),
          type: .integer(1...200), initial: "20")
      ]),
  ]
}
