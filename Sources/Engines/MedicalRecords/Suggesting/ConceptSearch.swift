import Language
import Review

/// Finds a concept in notes by word, synonym, abbreviation or code, aware of negation and person.
struct ConceptSearch {
  /// What is looked for: concepts of the terminology, or words that are none.
  struct Wanted {
    var concepts: Set<Int32>
    var stems: [UInt64]
  }

  /// A place found.
  struct Hit: Sendable, Hashable {
    var span: Span
    var qualifiers: Qualifiers
  }

  let terminology: Terminology
  let scorer: QualifierScorer
  /// Whether negated, suspected and family mentions are wanted too.
  let includesAll: Bool

  /// What a query asks for; `nil` when it holds no word.
  func wanted(_ query: String) -> Wanted? {
    let stems = PhraseTrie.stems(of: query)
    guard !stems.isEmpty else { return nil }
    let code = query.filter { !$0.isWhitespace && $0 != "." }.uppercased()
    var concepts: Set<Int32> = []
    if let value = terminology.trie.value(of: stems[...]) {
      let key = terminology.concepts[Int(value)].key
      for index in terminology.concepts.indices where terminology.concepts[index].key == key {
        concepts.insert(Int32(index))
      }
      concepts.formUnion(narrower(than: terminology.concepts[Int(value)]))
    }
    if code.count >= 3, code.contains(where: \.isNumber) {
      for index in terminology.concepts.indices {
        let own = terminology.concepts[index].code.filter { $0 != "." }
        if own.hasPrefix(code) { concepts.insert(Int32(index)) }
      }
    }
    return Wanted(concepts: concepts, stems: stems)
  }

  /// « diabète » also finds the diabetes of type 2: a label that begins with the words asked for.
  private func narrower(than concept: Concept) -> [Int32] {
    terminology.concepts.indices.filter {
      terminology.concepts[$0].kind == concept.kind
        && terminology.concepts[$0].label.hasPrefix(concept.label + " ")
    }
    .map { Int32($0) }
  }

  /// The places of a note.
  func hits(in note: PatientNote, wanted: Wanted) -> [Hit] {
    let reading = NoteReading(note, index: 0, terminology: terminology, noise: [])
    var hits: [Hit] = []
    if wanted.concepts.isEmpty {
      hits = words(wanted.stems, reading)
    } else {
      hits = reading.matches.filter { wanted.concepts.contains($0.concept) }
        .map { hit($0.tokens, reading) }
    }
    if includesAll { return hits }
    return hits.filter {
      !$0.qualifiers.contains(.negated) && !$0.qualifiers.contains(.family)
        && !$0.qualifiers.contains(.hypothesis)
    }
  }

  private func hit(_ tokens: Range<Int>, _ reading: NoteReading) -> Hit {
    Hit(
      span: reading.text.span(tokens),
      qualifiers: reading.qualifiers(of: tokens, scorer: scorer).set)
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
