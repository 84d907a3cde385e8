import Language
import Review

/// A mark that numbers a request or an observation: « Demande II.1 : », « Constat d'écart III.2 : »,
/// « C.1. », « A4 – ».
struct ItemTag: Hashable, Sendable {
  /// Where the mark and what parts it from the text stand, in code points of the passage.
  var range: Range<Int>
  /// Whether a key word (demande, observation…) stands in it.
  var hasKeyword: Bool
  /// The section its letter or Roman number names, or `nil` for a plain number.
  var section: Section?

  /// The section named by a tag: its letter A, B, C, D or its Roman number.
  enum Section: String, Sendable {
    case a, b, c, d, i, ii, iii, iv
  }

  /// Whether a folded line begins with a tag that has a key word.
  static func begins(_ folded: String) -> Bool {
    guard keywords.contains(where: { folded.hasPrefix($0) }) else { return false }
    return ItemTagScanner(Array(folded.utf8)).tag(at: 0).map { $0.hasKeyword } ?? false
  }

  /// The tags of a passage, in order.
  static func tags(in passage: JoinedText) -> [ItemTag] {
    let folded = FoldedText(passage.text)
    let scanner = ItemTagScanner(folded.bytes)
    var tags: [ItemTag] = []
    var place = 0
    while place < folded.bytes.count {
      guard scanner.isWordStart(place), let found = scanner.tag(at: place) else {
        place += 1
        continue
      }
      let source = folded.source(of: place..<found.end)
      let isCapital = passage.scalars[source.lowerBound].properties.isUppercase
      if isCapital, found.hasKeyword || isBareTag(found, at: source, in: passage) {
        tags.append(
          ItemTag(range: source, hasKeyword: found.hasKeyword, section: found.section))
        place = found.end
      } else {
        place += 1
      }
    }
    return tags
  }

  /// A bare « A.2 » counts at the beginning of a paragraph, and after a sentence when a request
  /// follows.
  private static func isBareTag(
    _ found: ItemTagScanner.Found, at source: Range<Int>, in passage: JoinedText
  ) -> Bool {
    if source.lowerBound == 0 { return true }
    let before = passage.scalars[..<source.lowerBound].last { $0 != " " }
    guard let before, ".!?»)".unicodeScalars.contains(before) else { return false }
    let next = passage.slice(source.upperBound..<min(passage.count, source.upperBound + 60))
    return RequestCue.begins(next.text.folded) || next.text.folded.hasPrefix("l'asn")
  }

  static let keywords = [
    "demande", "observation", "constat d'ecart", "constat", "ecart", "remarque",
  ]
}
