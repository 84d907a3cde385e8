/// What a panel's action is given.
public struct ActionRequest: Sendable {
  /// The action's name.
  public var name: String
  /// The parameters, in canonical form.
  public var parameters: [String: String]
  /// The suggestion in focus, or `nil`.
  public var suggestion: Suggestion?
  /// The part of the suggestion in focus, or `nil`.
  public var part: String?
  /// The circumstances.
  public var circumstances: AnalysisRequest
  /// Who asks.
  public var agent: Agent
  /// The language of the answer.
  public var language: InterfaceLanguage

  /// Makes a request.
  public init(
    name: String, parameters: [String: String], suggestion: Suggestion?, part: String? = nil,
    circumstances: AnalysisRequest, agent: Agent, language: InterfaceLanguage
  ) {
    self.name = name
    self.parameters = parameters
    self.suggestion = suggestion
    self.part = part
    self.circumstances = circumstances
    self.agent = agent
    self.language = language
  }
}
