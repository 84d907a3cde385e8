import Language

/// The words of a demand that tell what is asked, and how much two demands ask the same.
///
/// A repeated demand is reworded at its ends (« l'ASN vous demande à nouveau de … », another article
/// of the code) and often shortened: compared are the content words and their order, measured
/// against the shorter of the two. Numbers, articles of codes and forms of asking count nothing, so
/// that nothing has to be learned and boilerplate drives nothing.
struct DemandWords: Hashable, Sendable {
  /// The largest number of words of a demand that are compared.
  private static let limit = 400

  /// The stems of the content words, sorted, as hashes.
  let words: [UInt64]
  /// The pairs of neighbouring content words, sorted, as hashes.
  let pairs: [UInt64]

  init(_ text: String) {
    let tokens = TokenizedText(text)
    var stems: [UInt64] = []
    for index in tokens.tokens.indices where tokens.tokens[index].kind == .word {
      let folded = tokens.folded(index)
      guard !Self.empty.contains(folded), folded.utf8.count > 1 else { continue }
      stems.append(StableHash.of(Self.stem(folded)))
      if stems.count == Self.limit { break }
    }
    words = stems.sorted()
    pairs = zip(stems, stems.dropFirst()).map { ($0 &* 0x9E37_79B9_7F4A_7C15) ^ $1 }.sorted()
  }

  /// The word without its mark of number or gender.
  private static func stem(_ word: String) -> String {
    guard word.utf8.count > 4 else { return word }
    for ending in ["es", "s", "e", "x"] where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  /// How much two demands ask the same, 0…1.
  func similarity(_ other: DemandWords) -> Double {
    let shorter = Double(min(words.count, other.words.count))
    guard shorter >= 2 else { return words == other.words && shorter > 0 ? 1 : 0 }
    let shared = Double(Self.common(words, other.words))
    // What cannot reach the least similarity of interest is not compared further.
    guard shared / shorter > 0.3 else { return 0 }
    let sharedPairs = Double(Self.common(pairs, other.pairs))
    let whole = shared / (Double(words.count) * Double(other.words.count)).squareRoot()
    let order = sharedPairs / max(1, shorter - 1)
    // Very short demands agree by chance.
    let trust = (shorter / (shorter + 1)).squareRoot()
    return (0.35 * shared / shorter + 0.2 * whole + 0.45 * order) * trust
  }

  /// The number of elements that two sorted lists share, with their multiplicity.
  private static func common(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        count += 1
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }

  private static let empty: Set<String> = Set(
    """
    je vous me nous il elle ils elles on ce cet cette ces le la les l un une des du de d a au aux \
    en et ou par pour sur dans avec sans sous entre vers que qu qui dont ne n pas plus se s son sa \
    ses leur leurs votre vos notre nos mon ma mes y est sont etre ete soit soient ont avoir asn \
    asnr demande demandes demandons invite invitons nouveau egalement notamment ainsi afin bien ci \
    dessus cite cites precite application conformement article articles code arrete decision vu r
    """.split(separator: " ").map(String.init))
}
