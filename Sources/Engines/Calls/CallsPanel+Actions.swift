import Review

extension CallsPanel {
  /// Names of the actions.
  enum Action {
    static let intent = "intent"
    static let outside = "outside"
    static let write = "write"
    static let play = "play"
    static let callBack = "callback"
    static let talk = "talk"
    static let topics = "topics"
    static let protect = "protect"
    static let retention = "retention"
  }

  private static func action(
    _ name: String, _ fr: String, _ en: String, help: (fr: String, en: String), key: String? = nil,
    scope: ActionDescription.Scope = .suggestion,
    parameters: [ActionDescription.Parameter] = [], role: Role = .agent,
    isConversation: Bool = false
  ) -> ActionDescription {
    ActionDescription(
      name: name, title: LocalizedText(fr: fr, en: en),
      help: LocalizedText(fr: help.fr, en: help.en), key: key, scope: scope,
      parameters: parameters, minimumRole: role, isConversation: isConversation)
  }

  private static func parameter(
    _ name: String, _ fr: String, _ en: String, _ type: ValueType = .text, initial: String = ""
  ) -> ActionDescription.Parameter {
    ActionDescription.Parameter(
      name: name, title: LocalizedText(fr: fr, en: en), type: type, initial: initial)
  }

  static let actions = [
    action(
      Action.intent, "Autre intention", "Other intent",
      help: (
        "Corrige ce qui a été compris ; le modèle candidat en apprend.",
        "Corrects what was understood; the candidate model learns from it."
      ), key: "c", parameters: [parameter("intent", "Intention", "Intent")]),
    action(
      Action.outside, "Hors domaine → service", "Out of scope → service",
      help: (
        "Marque l'appel comme relevant d'un autre service.",
        "Marks the call as another service's business."
      ), key: "o", parameters: [parameter("service", "Service (code)", "Service (code)")]),
    action(
      Action.write, "Écrire la réponse", "Write the answer",
      help: (
        "Ajoute une réponse à la base ; elle n'est dite qu'une fois vérifiée et sourcée.",
        "Adds an answer to the base; it is spoken only once checked and sourced."
      ), key: "w",
      parameters: [
        parameter("text", "Réponse", "Answer"), parameter("source", "Source", "Source"),
        parameter("valid_to", "Valable jusqu'au", "Valid to", .date),
      ]),
    action(
      Action.play, "Écouter", "Play",
      help: (
        "Fait entendre le message laissé, sinon la réponse proposée.",
        "Plays the message left, else the proposed answer."
      ), key: "p"),
    action(
      Action.callBack, "Rappeler (montre le numéro)", "Call back (shows the number)",
      help: (
        "Montre le numéro et ce qu'il faut dire ; l'état se note par f.",
        "Shows the number and what to say; note the state with f."
      ), key: "K"),
    action(
      Action.talk, "Parler au robot", "Talk to the bot",
      help: (
        "Ce que le robot répondrait ; plusieurs tours se séparent par « / ».",
        "What the bot would answer; several turns are parted by “/”."
      ), key: "b", scope: .panel, parameters: [parameter("said", "Vous dites", "You say")],
      isConversation: true),
    action(
      Action.topics, "Sujets nouveaux", "New topics",
      help: (
        "Groupe ce que personne n'a compris.", "Groups what nobody understood."
      ), key: "N", scope: .panel),
    action(
      Action.protect, "Protéger ce cas", "Protect this case",
      help: (
        "Un candidat qui ne comprend plus ce cas n'est pas proposé.",
        "A candidate that no longer understands this case is not proposed."
      ), key: "P", parameters: [], role: .supervisor),
    action(
      Action.retention, "Conservation", "Retention",
      help: (
        "Ce qui a dépassé la durée de conservation.", "What is past its retention period."
      ), scope: .panel, role: .supervisor),
  ]
}
