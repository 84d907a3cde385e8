/// What a panel can do besides deciding, as its engine declares it.
public struct ActionDescription: Hashable, Sendable, Codable {
  /// What the action works on.
  public enum Scope: String, Hashable, Sendable, Codable {
    /// The whole panel.
    case panel
    /// The suggestion in focus.
    case suggestion
  }

  /// A parameter that is asked before the action runs.
  public struct Parameter: Hashable, Sendable, Codable {
    /// The name, as on the command line (`--count`).
    public let name: String
    /// The title on screen.
    public let title: LocalizedText
    /// The type of its value.
    public let type: ValueType
    /// The value offered.
    public let initial: String

    /// Makes a parameter.
    public init(name: String, title: LocalizedText, type: ValueType, initial: String = "") {
      self.name = name
      self.title = title
      self.type = type
      self.initial = initial
    }
  }

  /// The name, as in `vigie do PROJECT NAME`.
  public let name: String
  /// The title in the palette.
  public let title: LocalizedText
  /// One sentence of help.
  public let help: LocalizedText
  /// The key that runs it in its panel, or `nil`.
  public let key: String?
  /// What it works on.
  public let scope: Scope
  /// The parameters, in the order in which they are asked.
  public let parameters: [Parameter]
  /// Who may run it.
  public let minimumRole: Role
  /// Whether it is a conversation: its first parameter is asked again and again, each time it gets all
  /// that was said so far, parted by ` / `, and its text is the whole conversation.
  public let isConversation: Bool

  /// Makes a description.
  public init(
    name: String, title: LocalizedText, help: LocalizedText, key: String? = nil, scope: Scope,
    parameters: [Parameter] = [], minimumRole: Role = .agent, isConversation: Bool = false
  ) {
    self.name = name
    self.title = title
    self.help = help
    self.key = key
    self.scope = scope
    self.parameters = parameters
    self.minimumRole = minimumRole
    self.isConversation = isConversation
  }
}
