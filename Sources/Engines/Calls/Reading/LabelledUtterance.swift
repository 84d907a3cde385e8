/// Something a caller said, with its intent where it is known.
public struct LabelledUtterance: Hashable, Sendable, Codable {
  /// What was said.
  public var text: String
  /// The intent; empty when it is not known.
  public var intent: String
  /// The file it was read from.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// Makes an utterance.
  public init(text: String, intent: String, file: String = "", line: Int = 0) {
    self.text = text
    self.intent = intent
    self.file = file
    self.line = line
  }
}
