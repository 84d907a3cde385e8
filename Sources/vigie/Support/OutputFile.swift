import Foundation
import Tables

/// Writes a result to a file, or to standard output when none is named.
enum OutputFile {
  /// Writes all of it or nothing: a failure leaves an earlier file as it was.
  static func write(_ data: Data, to path: String?) throws {
    guard let path else { return Console.write(data) }
    do {
      try WholeFile.write(data, to: URL(fileURLWithPath: path))
    } catch {
      throw Failure("impossible d'écrire \(path)", "cannot write \(path)")
    }
  }
}
