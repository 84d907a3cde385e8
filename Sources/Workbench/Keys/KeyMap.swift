import Display
import Review

/// Which key asks for what: the one table from which dispatch, hints, help, palette and manual are
/// made, so that they cannot disagree.
public enum KeyMap {
  /// When the hint line shows a key.
  public enum Hint: Sendable {
    /// Always.
    case always
    /// When the focused suggestion has pictures.
    case pictures
    /// Only the help does.
    case never
  }

  /// One row of the table.
  public struct Binding: Sendable {
    /// The keys, the first one is shown.
    public let keys: [Key]
    /// What they ask for.
    public let command: Command
    /// What it does, in a few words.
    public let title: LocalizedText
    /// When the hint line shows it.
    public let hint: Hint

    init(_ keys: [Key], _ command: Command, _ fr: String, _ en: String, hint: Hint = .never) {
      self.keys = keys
      self.command = command
      title = LocalizedText(fr: fr, en: en)
      self.hint = hint
    }
  }

  /// The table, in the order of the help.
  public static let bindings: [Binding] = [
    Binding(["a"], .accept, "accepter", "accept", hint: .always),
    Binding(["r"], .reject, "rejeter (puis la raison)", "reject (then the reason)", hint: .always),
    Binding(["n"], .note, "noter", "note", hint: .always),
    Binding(["l"], .later, "plus tard", "later", hint: .always),
    Binding(
      ["u"], .undo, "annuler (ma dernière décision)", "undo (my last decision)", hint: .always),
    Binding(["e"], .explain, "expliquer", "explain", hint: .always),
    Binding(["/"], .filter, "filtrer", "filter", hint: .always),
    Binding([":"], .palette, "commandes", "commands", hint: .always),
    Binding(["?"], .help, "aide", "help", hint: .always),
    Binding(["j", "Down"], .down, "ligne suivante", "next row"),
    Binding(["k", "Up"], .up, "ligne précédente", "previous row"),
    Binding(["PageDown", "C-d"], .pageDown, "page suivante", "next page"),
    Binding(["PageUp", "C-u"], .pageUp, "page précédente", "previous page"),
    Binding(["g", "Home"], .first, "au début", "to the first"),
    Binding(["G", "End"], .last, "à la fin", "to the last"),
    Binding(["Enter", "Right"], .open, "ouvrir", "open"),
    Binding(["Esc", "Left"], .back, "revenir d'un pas", "one step back"),
    Binding(["Space"], .mark, "marquer", "mark"),
    Binding(["M"], .unmark, "tout démarquer", "unmark all"),
    Binding(["f"], .followUp, "suite donnée", "follow-up"),
    Binding(["F"], .facets, "filtrer par facette", "filter by facet"),
    Binding(["v"], .statuses, "choisir ce qui est listé", "choose what is listed"),
    Binding(["s"], .search, "chercher dans les textes", "search the texts"),
    Binding(["h"], .history, "annuler une autre décision", "undo another decision"),
    Binding(["H"], .replay, "revoir l'écran d'une décision", "see the screen of a decision"),
    Binding(["m"], .models, "modèles", "models"),
    Binding(["T"], .train, "apprendre un modèle candidat", "learn a candidate model"),
    Binding(["t"], .tables, "tables de connaissances", "knowledge tables"),
    Binding(
      ["b"], .flipPictures, "image avant ↔ après", "picture before ↔ after", hint: .pictures),
    Binding(["B"], .bothPictures, "les deux images", "both pictures"),
    Binding(["z"], .zoomPictures, "zoom des images", "zoom of pictures", hint: .pictures),
    Binding(["o"], .outlinePictures, "contour oui/non", "outline on/off", hint: .pictures),
    Binding(["Tab"], .nextPanel, "panneau suivant", "next panel"),
    Binding(["S-Tab"], .previousPanel, "panneau précédent", "previous panel"),
    Binding(["1"], .screen(1), "parcelles", "parcels"),
    Binding(["2"], .screen(2), "inspections", "inspections"),
    Binding(["3"], .screen(3), "restaurants", "restaurants"),
    Binding(["4"], .screen(4), "médical", "medical"),
    Binding(["5"], .screen(5), "appels", "calls"),
    Binding(["6"], .screen(6), "lettres", "letters"),
    Binding(["7"], .screen(7), "supervision", "supervision"),
    Binding(["C-l"], .redraw, "redessiner", "draw again"),
    Binding(["C-z"], .suspend, "suspendre", "suspend"),
    Binding(["q", "C-c"], .quit, "fermer", "close"),
  ]

  private static let commands: [Key: Command] = bindings.reduce(into: [:]) { map, binding in
    for key in binding.keys { map[key] = binding.command }
  }

  /// What a key asks for in a panel; the panel's own actions come after the common keys,
  /// and before those of pictures, which few panels have.
  public static func command(_ key: Key, panel: Panel?) -> Command? {
    let action = panel?.actions.first { $0.key == key.notation }.map { Command.action($0.name) }
    guard let command = commands[key] else { return action }
    return command.isOfPictures ? action ?? command : command
  }
}
