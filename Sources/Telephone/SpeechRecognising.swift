import Foundation

/// Turns a recording into words.
public protocol SpeechRecognising: Sendable {
  /// What recognises, for whoever asks.
  var name: String { get }
  /// The words of a WAV file; empty when there are none.
  func text(of recording: URL) -> String
}

/// Reads what another program wrote down beside a recording (`name.txt` for `name.wav`).
public struct TranscriptRecogniser: SpeechRecognising {
  /// What recognises.
  public let name = "transcripts"
  private static let sizeLimit = 8192

  /// Makes a recogniser.
  public init() {}

  /// The words of the text file beside the recording.
  public func text(of recording: URL) -> String {
    let url = recording.deletingPathExtension().appendingPathExtension("txt")
    guard let data = try? Data(contentsOf: url), data.count <= Self.sizeLimit else { return "" }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
