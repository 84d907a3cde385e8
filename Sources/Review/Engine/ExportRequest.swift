/// What an export in a panel's own format is given.
public struct ExportRequest: Sendable {
  /// The format's name.
  public var format: String
  /// Which suggestions.
  public var query: SuggestionQuery
  /// Options by name (`site`).
  public var options: [String: String]
  /// The circumstances.
  public var circumstances: AnalysisRequest
  /// The language.
  public var language: InterfaceLanguage

  /// Makes a request.
  public init(
    format: String, query: SuggestionQuery, options: [String: String] = [:],
    circumstances: AnalysisRequest, language: InterfaceLanguage
  ) {
    self.format = format
    self.query = query
    self.options = options
    self.circumstances = circumstances
    self.language = language
  }
}
