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

extension [RedirectService] {
  /// The service whose words an utterance uses most, or `nil`.
  func best(for utterance: Utterance) -> RedirectService? {
    let stems = Set(utterance.words.map { FeatureExtractor.stem($0.text) })
    let scored = map { service in
      let words = Set(
        (service.keywords + service.name.split(separator: " ").map(String.init))
          .flatMap { Utterance($0).words }
          .filter { !StopWords.grammar.contains($0.text) }
          .map { FeatureExtractor.stem($0.text) })
      return (service: service, count: words.intersection(stems).count)
    }
    return scored.filter { $0.count > 0 }
      .max { ($0.count, $1.service.code) < ($1.count, $0.service.code) }?.service
  }

  /// Whether a call is the business of one of the services.
  func claim(_ understanding: Understanding) -> Bool {
    understanding.isOutOfScope && best(for: understanding.utterance) != nil
  }
}
