import Display
import Foundation

/// Standard output and standard error. Results go to the first, everything else to the second.
///
/// On a terminal every text is made safe first: what comes from files may hold escape sequences.
enum Console {
  /// Whether standard output is a terminal.
  static let isTerminal = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is a terminal.
  static let isErrorTerminal = isatty(STDERR_FILENO) == 1

  /// Writes a line to standard output.
  static func print(_ line: String = "") {
    write((isTerminal ? safe(line) : line) + "\n", to: STDOUT_FILENO)
  }

  /// Writes bytes to standard output as they are.
  static func write(_ data: Data) {
    data.withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
  }

  /// Writes a line to standard error, always made safe.
  static func note(_ line: String) {
    write(safe(line) + "\n", to: STDERR_FILENO)
  }

  /// Writes text to standard error without ending the line (progress).
  static func trace(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  private static func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText(String($0)).content }.joined(separator: "\n")
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(descriptor, part.baseAddress, part.count)
      if count < 0 {
        if errno == EINTR { continue }
        // A closed pipe (`vigie list | head`) ends the output; there is nobody left to tell.
        return
      }
      rest = rest.dropFirst(count)
    }
  }
}
