import Language
import Review

/// Finds a concept in notes by word, synonym, abbreviation or code, aware of negation and person.
struct ConceptSearch {
  /// What is looked for: concepts of the terminology, or words that are none.
  struct Wanted {
    /// The keys of the concepts.
    var keys: Set<String> = []
    /// What the codes begin with, or empty.
    var code = ""
    var stems: [UInt64]

    /// Whether a concept is one of those asked for.
    func holds(_ concept: Concept) -> Bool {
      keys.contains(concept.key)
        || (!code.isEmpty && concept.code.filter { $0 != "." }.hasPrefix(code))
    }
  }

  /// A place found.
  struct Hit: Sendable, Hashable {
    var span: Span
    var qualifiers: Qualifiers
  }

  let terminology: Terminology
  let model: MedicalModel
  /// Whether negated, suspected and family mentions are wanted too.
  let includesAll: Bool

  /// What a query asks for; `nil` when it holds no word.
  func wanted(_ query: String) -> Wanted? {
    let stems = PhraseTrie.stems(of: query)
    guard !stems.isEmpty else { return nil }
    var wanted = Wanted(stems: stems)
    if let value = terminology.trie.value(of: stems[...]) {
      let concept = terminology.concepts[Int(value)]
      wanted.keys = narrower(than: concept).union([concept.key])
    }
    let code = query.filter { !$0.isWhitespace && $0 != "." }.uppercased()
    if code.count >= 3, code.contains(where: \.isNumber), code.allSatisfy(\.isASCII) {
      wanted.code = code
    }
    return wanted
  }

  /// « diabète » also finds the diabetes of type 2: a label that begins with the words asked for.
  private func narrower(than concept: Concept) -> Set<String> {
    Set(
      terminology.concepts.filter {
        $0.kind == concept.kind && $0.label.hasPrefix(concept.label + " ")
      }
      .map(\.key))
  }

  /// The places of a note.
  func hits(in note: PatientNote, wanted: Wanted) -> [Hit] {
    let reading = NoteReading(
      note, index: 0, terminology: terminology, noise: [], tagger: model.mentions,
      rejected: model.rejectedSpans)
    let concepts = reading.mentions.filter { wanted.holds($0.concept) }
    let hits =
      concepts.isEmpty && wanted.keys.isEmpty
      ? words(wanted.stems, reading) : concepts.map { hit($0.tokens, reading) }
    if includesAll { return hits }
    return hits.filter {
      !$0.qualifiers.contains(.negated) && !$0.qualifiers.contains(.family)
        && !$0.qualifiers.contains(.hypothesis)
    }
  }

  private func hit(_ tokens: Range<Int>, _ reading: NoteReading) -> Hit {
    Hit(
      span: reading.text.span(tokens),
      qualifiers: reading.qualifiers(of: tokens, scorer: model.scorer).set)
  }

  private func words(_ stems: [UInt64], _ reading: NoteReading) -> [Hit] {
    let all = reading.text.stems
    guard all.count >= stems.count else { return [] }
    return (0...(all.count - stems.count)).compactMap { start in
      guard all[start] == stems[0], Array(all[start..<start + stems.count]) == stems else {
        return nil
      }
      return hit(start..<start + stems.count, reading)
    }
  }
}
