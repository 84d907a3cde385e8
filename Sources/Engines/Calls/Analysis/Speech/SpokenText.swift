import Foundation
import Review

/// A text ready to be spoken: in words, and as SSML with pauses.
public struct SpokenText: Hashable, Sendable {
  /// The text in words.
  public let words: String

  /// Spells a French text.
  public init(_ text: String) { words = FrenchSpeech.spell(text) }

  /// What identifies its sound in a cache.
  public func cacheKey(voice: String) -> String {
    StableID.make("speech", voice, words) + StableID.make("sound", words, voice)
  }

  /// The text as SSML: a short breath after groups of digits, a longer one between sentences.
  ///
  /// Source: W3C, "Speech Synthesis Markup Language 1.1", 2010.
  public var ssml: String {
    var escaped = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default:
        // Control characters and what is no character are not allowed in XML.
        if scalar.value >= 0x20, scalar.value & 0xFFFE != 0xFFFE {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    let paused = escaped.replacingOccurrences(of: ", ", with: ", <break time=\"180ms\"/>")
      .replacingOccurrences(of: ". ", with: ". <break time=\"350ms\"/>")
    return "<speak xml:lang=\"fr-FR\"><prosody rate=\"95%\">\(paused)</prosody></speak>"
  }
}
