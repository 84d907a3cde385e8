import Calls
import Foundation
import Programs

/// Speech made by a program: espeak-ng, or one of the user's choice that reads text and writes WAV.
public struct ProgramSpeech: SpeechSynthesising {
  /// Why there is no sound.
  public enum Failure: Error, Hashable, Sendable {
    /// The program ended badly, with its first complaint.
    case program(String)
    /// What it wrote is no WAV file.
    case notWave
  }

  private let program: String
  private let arguments: [String]
  private let isEspeak: Bool
  /// What speaks, for whoever asks.
  public let name: String

  /// Finds the program; `nil` when it is not installed.
  public init?(program: String? = nil, voice: String = "fr") {
    if let program {
      guard let path = program.hasPrefix("/") ? program : ProgramFinder.find(program) else {
        return nil
      }
      self.program = path
      arguments = []
      isEspeak = false
      name = (path as NSString).lastPathComponent
    } else {
      guard let path = ProgramFinder.find("espeak-ng") else { return nil }
      self.program = path
      // The voice's name is ours or the user's own; it is an argument, never shell text.
      arguments = ["-m", "-v", voice, "-s", "155", "--stdin", "--stdout"]
      isEspeak = true
      name = "espeak-ng \(voice)"
    }
  }

  /// The text as 16-bit WAV.
  public func wave(of text: SpokenText) throws -> Data {
    let result = OutsideProgram(
      path: program, arguments: arguments,
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/"],
      limits: ProgramLimits(
        wallSeconds: 15, outputBytes: WaveFile.sizeLimit, fileBytes: WaveFile.sizeLimit)
    ).run(input: Data((isEspeak ? text.ssml : text.words).utf8))
    guard result.ending.isSuccess else {
      throw Failure.program(result.complaint ?? result.ending.sentence.en)
    }
    guard WaveFile.samples(result.output) != nil else { throw Failure.notWave }
    return result.output
  }
}
