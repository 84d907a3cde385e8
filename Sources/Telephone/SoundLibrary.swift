import Calls
import Foundation
import Synchronization

/// Sounds of what the bot says, made once and kept by their text, and a place for recordings; the
/// exchange sees the same folder.
public final class SoundLibrary: Sendable {
  private let folder: URL
  private let speech: (any SpeechSynthesising)?
  private let voice: String
  /// The most sounds kept; with more, the oldest quarter falls.
  private let soundLimit: Int
  /// How many there are; held while one is made.
  private let soundCount: Mutex<Int>

  /// Makes a library in a folder, which is made when it is not there (mode 0700).
  ///
  /// - Throws: what the file system says.
  public init(
    folder: URL, speech: (any SpeechSynthesising)?, voice: String = "fr", soundLimit: Int = 5_000
  ) throws {
    self.folder = folder
    self.soundLimit = soundLimit
    self.speech = speech
    self.voice = voice
    for name in ["sounds", "recordings"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750])
    }
    soundCount = Mutex(Self.files(folder.appendingPathComponent("sounds")).count)
  }

  /// The files of a folder with the day they were written, oldest first.
  private static func files(_ folder: URL) -> [(url: URL, date: Date)] {
    let key = URLResourceKey.contentModificationDateKey
    let listed = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [key])
    return (listed ?? []).compactMap { url in
      (try? url.resourceValues(forKeys: [key]).contentModificationDate).map { (url, $0) }
    }.sorted { $0.date < $1.date }
  }

  /// Takes the oldest sounds away when there are more than are kept; gives how many are left.
  private func makeRoom(_ soundCount: Int) -> Int {
    guard soundCount > soundLimit else { return soundCount }
    let files = Self.files(folder.appendingPathComponent("sounds"))
    let fallen = files.prefix(max(0, files.count - soundLimit * 3 / 4))
    for file in fallen { try? FileManager.default.removeItem(at: file.url) }
    return files.count - fallen.count
  }

  /// The path, without its ending, of the sound of a text; `nil` when nothing can speak.
  public func path(of text: String) throws -> String? {
    guard let speech else { return nil }
    let spoken = SpokenText(text)
    let base = folder.appendingPathComponent("sounds")
      .appendingPathComponent(spoken.cacheKey(voice: voice))
    let file = base.appendingPathExtension("wav")
    if FileManager.default.fileExists(atPath: file.path) { return base.path }
    return try soundCount.withLock { count in
      if FileManager.default.fileExists(atPath: file.path) { return base.path }
      let sound = try speech.wave(of: spoken)
      guard let (samples, rate) = WaveFile.samples(sound) else { return nil }
      let telephone = WaveFile.data(
        WaveFile.resampled(samples, from: rate, to: WaveFile.telephoneRate),
        rate: WaveFile.telephoneRate)
      count = makeRoom(count) + 1
      try telephone.write(to: file, options: .atomic)
      return base.path
    }
  }

  /// Where a recording of a name goes, without its ending.
  func recordingPath(_ name: String) -> String {
    folder.appendingPathComponent("recordings").appendingPathComponent(name).path
  }

  /// Removes recordings that are older than so many days; gives how many.
  @discardableResult
  public func removeRecordings(olderThan days: Int, now: Date) -> Int {
    let limit = now.addingTimeInterval(-Double(days) * 86_400)
    var removed = 0
    for file in Self.files(folder.appendingPathComponent("recordings")) where file.date < limit {
      if (try? FileManager.default.removeItem(at: file.url)) != nil { removed += 1 }
    }
    return removed
  }
}
