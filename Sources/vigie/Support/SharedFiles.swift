import Foundation

/// Finds the folders that come with the program: SampleData and Themes.
enum SharedFiles {
  /// A folder by name: `VIGIE_SHARE`, then beside or above the program, then the current folder.
  static func folder(_ name: String) -> URL? {
    candidates.map { $0.appendingPathComponent(name) }.first { url in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  private static var candidates: [URL] {
    var found: [URL] = []
    if let share = ProcessInfo.processInfo.environment["VIGIE_SHARE"], !share.isEmpty {
      found.append(URL(fileURLWithPath: share))
    }
    // Where the program lies: `bin` of an installation, or `.build/release` of a checkout.
    if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      var folder = URL(fileURLWithPath: program).deletingLastPathComponent()
      found.append(folder.deletingLastPathComponent().appendingPathComponent("share/vigie"))
      for _ in 0..<5 {
        found.append(folder)
        folder.deleteLastPathComponent()
      }
    }
    found.append(URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
    return found
  }
}
