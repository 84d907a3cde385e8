import Language
import Review

/// What a sentence or a passage says, as the vigilance model sees it.
public struct PassageReading: Hashable, Sendable {
  /// How often a cue counts at most.
  static let countLimit: Float = 2
  /// The length, in code points, that counts 1; the feature stops at 3.
  static let lengthUnit: Float = 200

  /// The number of features: one for each cue, and the length.
  static let featureCount = VigilanceCue.allCases.count + 1

  /// The cues, with their places.
  public var hits: [CueHit]
  /// The features: counts of the cues in the order of `VigilanceCue.allCases`, then the length.
  public var features: [Float]
}

/// Reads passages.
struct PassageReader: Sendable {
  private let finder: CueFinder

  init() throws {
    do {
      finder = try CueFinder()
    } catch {
      throw EngineError.invalid(error.message)
    }
  }

  /// Reads a passage.
  func reading(_ text: String) -> PassageReading { reading(TokenizedText(text)) }

  /// Reads a tokenized passage.
  func reading(_ text: TokenizedText) -> PassageReading {
    let hits = finder.hits(in: text, SentenceMap(text))
    var features = [Float](repeating: 0, count: PassageReading.featureCount)
    for hit in hits {
      let column = Self.columns[hit.cue] ?? 0
      features[column] = min(PassageReading.countLimit, features[column] + 1)
    }
    features[PassageReading.featureCount - 1] = min(
      3, Float(text.codePointCount) / PassageReading.lengthUnit)
    return PassageReading(hits: hits, features: features)
  }

  static let columns: [VigilanceCue: Int] = Dictionary(
    uniqueKeysWithValues: VigilanceCue.allCases.enumerated().map { ($1, $0) })
}
