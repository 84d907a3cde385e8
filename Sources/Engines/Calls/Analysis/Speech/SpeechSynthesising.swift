import Foundation

/// Makes sound of a text. The engine runs no program itself: whoever starts it gives one.
public protocol SpeechSynthesising: Sendable {
  /// The text as 16-bit WAV.
  func wave(of text: SpokenText) throws -> Data
}
