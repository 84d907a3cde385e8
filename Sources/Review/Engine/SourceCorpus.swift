/// What an engine read from files, in the engine's own types.
public protocol SourceCorpus: Sendable {
  /// The files that were read.
  var files: [SourceFile] { get }
}

/// A file that was read.
public struct SourceFile: Hashable, Sendable, Codable {
  /// The file's name, without folders.
  public var name: String
  /// SHA-256 of its content, in hexadecimal.
  public var sha256: String
  /// The number of rows taken.
  public var rows: Int
  /// The number of rows refused.
  public var refused: Int

  /// Makes a file.
  public init(name: String, sha256: String, rows: Int, refused: Int) {
    self.name = name
    self.sha256 = sha256
    self.rows = rows
    self.refused = refused
  }
}
