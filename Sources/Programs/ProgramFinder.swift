import Foundation

/// Finds programs by name, as a shell does.
public enum ProgramFinder {
  /// The folders of `PATH`, or the usual ones when it is not set. Relative entries are left out:
  /// a program must not come from the folder that holds the letters.
  public static var folders: [String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }

  /// The program's absolute path, or `nil` when it is not installed.
  public static func find(_ name: String, in folders: [String] = folders) -> String? {
    guard !name.isEmpty, !name.contains("/") else { return nil }
    return folders.lazy.map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
