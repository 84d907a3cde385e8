/// Where a value comes from: file, place in the file, engine, model and time.
public struct Provenance: Hashable, Codable, Sendable {
  /// The source file's name (without its folders).
  public var file: String
  /// SHA-256 of the source file, in hexadecimal; empty when unknown.
  public var sha256: String
  /// The row or line of the file, from 1, or `nil`.
  public var row: Int?
  /// The engine and its version (`restaurants 1`).
  public var engine: String
  /// The version of the model that scored it, or `nil` for rules.
  public var model: Int?
  /// When it was read.
  public var time: Timestamp

  /// Makes a provenance.
  public init(
    file: String, sha256: String, row: Int?, engine: String, model: Int? = nil, time: Timestamp
  ) {
    self.file = file
    self.sha256 = sha256
    self.row = row
    self.engine = engine
    self.model = model
    self.time = time
  }
}
