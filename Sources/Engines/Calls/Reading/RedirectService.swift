/// Another public service to which callers who rang the wrong one are sent.
public struct RedirectService: Hashable, Sendable {
  /// Its code.
  public var code: String
  /// Its name.
  public var name: String
  /// Words that callers use for it.
  public var keywords: [String]

  /// Makes a service.
  public init(code: String, name: String, keywords: [String]) {
    self.code = code
    self.name = name
    self.keywords = keywords
  }
}
