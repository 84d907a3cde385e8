import Calls
import Foundation

/// Sounds of what the bot says, made once and kept by their text, and a place for recordings; the
/// exchange sees the same folder.
public final class SoundLibrary: Sendable {
  private let folder: URL
  private let speech: (any SpeechSynthesising)?
  private let voice: String
  private let lock = NSLock()
  /// The most sounds kept; with more, new ones are made each time.
  static let soundLimit = 5000

  /// Makes a library in a folder, which is made when it is not there (mode 0700).
  ///
  /// - Throws: what the file system says.
  public init(folder: URL, speech: (any SpeechSynthesising)?, voice: String = "fr") throws {
    self.folder = folder
    self.speech = speech
    self.voice = voice
    for name in ["sounds", "recordings"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o750])
    }
  }

  /// The path, without its ending, of the sound of a text; `nil` when nothing can speak.
  public func path(of text: String) throws -> String? {
    guard let speech else { return nil }
    let spoken = SpokenText(text)
    let base = folder.appendingPathComponent("sounds")
      .appendingPathComponent(spoken.cacheKey(voice: voice))
    let file = base.appendingPathExtension("wav")
    if FileManager.default.fileExists(atPath: file.path) { return base.path }
    return try lock.withLock {
      if FileManager.default.fileExists(atPath: file.path) { return base.path }
      let sound = try speech.wave(of: spoken)
      guard let (samples, rate) = WaveFile.samples(sound) else { return nil }
      let telephone = WaveFile.data(
        WaveFile.resampled(samples, from: rate, to: WaveFile.telephoneRate),
        rate: WaveFile.telephoneRate)
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
    let recordings = folder.appendingPathComponent("recordings")
    let files =
      (try? FileManager.default.contentsOfDirectory(
        at: recordings, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
    let limit = now.addingTimeInterval(-Double(days) * 86_400)
    var removed = 0
    for file in files {
      let values = try? file.resourceValues(forKeys: [.contentModificationDateKey])
      guard let date = values?.contentModificationDate, date < limit else { continue }
      if (try? FileManager.default.removeItem(at: file)) != nil { removed += 1 }
    }
    return removed
  }
}
