import Foundation

/// The file descriptors between Vigie and a program that is being started.
struct Descriptors {
  var inputRead: Int32 = -1
  var outputRead: Int32 = -1
  var outputWrite: Int32 = -1
  var errorRead: Int32 = -1
  var errorWrite: Int32 = -1

  /// Opens them all; gives the system's error number on failure.
  mutating func open(input: Data) -> Int32? {
    inputRead = input.isEmpty ? Foundation.open("/dev/null", O_RDONLY) : Self.temporaryFile()
    guard inputRead >= 0 else { return errno }
    if !input.isEmpty {
      if let number = Self.write(input, to: inputRead) { return number }
      guard lseek(inputRead, 0, SEEK_SET) == 0 else { return errno }
    }
    var pair: [Int32] = [-1, -1]
    guard pipe(&pair) == 0 else { return errno }
    (outputRead, outputWrite) = (pair[0], pair[1])
    guard pipe(&pair) == 0 else { return errno }
    (errorRead, errorWrite) = (pair[0], pair[1])
    for descriptor in [inputRead, outputRead, outputWrite, errorRead, errorWrite] {
      guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { return errno }
    }
    for descriptor in [outputRead, errorRead] {
      guard fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else { return errno }
    }
    return nil
  }

  /// A file without a name instead of a pipe: the program may stop reading when it likes and Vigie
  /// neither blocks nor receives SIGPIPE.
  private static func temporaryFile() -> Int32 {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("vigie-XXXXXX").path
    var template = Array(path.utf8CString)
    let descriptor = mkstemp(&template)
    if descriptor >= 0 { unlink(template) }
    return descriptor
  }

  /// Closes what only the program needs.
  mutating func closeChildEnds() {
    Self.close([inputRead, outputWrite, errorWrite])
    (inputRead, outputWrite, errorWrite) = (-1, -1, -1)
  }

  /// Closes what Vigie would have read from.
  mutating func closeOwnEnds() {
    Self.close([outputRead, errorRead])
    (outputRead, errorRead) = (-1, -1)
  }

  private static func close(_ descriptors: [Int32]) {
    for descriptor in descriptors where descriptor >= 0 { Foundation.close(descriptor) }
  }

  private static func write(_ data: Data, to descriptor: Int32) -> Int32? {
    data.withUnsafeBytes { bytes -> Int32? in
      var done = 0
      while done < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        done += count
      }
      return nil
    }
  }
}
