import Language
import Review

/// Finds the requests and observations of a section.
///
/// Where the section numbers them (« Demande A1 : ») the tags decide; else a sentence that asks
/// begins an item, and in sections without requests every paragraph is one. The sentences before an
/// item, down to the item before, are its context.
struct ItemParser {
  /// An item before it has a place among others.
  struct Found {
    var text: JoinedText
    var context: JoinedText
  }

  /// The largest number of items of a section.
  private static let itemLimit = 2_000

  private var found: [Found] = []
  private var context = JoinedText()
  /// Whether the last item may go on in the next paragraph.
  private var isOpen = false

  /// The items of a section's paragraphs.
  static func items(_ paragraphs: [Paragraph], section: SectionKind) -> [Found] {
    var parser = ItemParser()
    let tags = paragraphs.map { ItemTag.tags(in: $0.text) }
    let isTagged = tags.contains { !$0.isEmpty }
    for (paragraph, tags) in zip(paragraphs, tags) {
      guard parser.found.count < itemLimit else { break }
      if parser.goesOn(paragraph), tags.isEmpty {
        parser.extend(paragraph)
      } else if isTagged {
        parser.takeTagged(paragraph, tags)
      } else if section.holdsRequests {
        parser.takeUntagged(paragraph)
      } else {
        parser.takeObservation(paragraph)
      }
    }
    return parser.found
  }

  /// Whether a section says that there is nothing in it.
  static func isEmptySection(_ paragraphs: [Paragraph]) -> Bool {
    guard let first = paragraphs.first else { return true }
    return paragraphs.count == 1 && saysNothing(first.text)
  }

  private static func saysNothing(_ passage: JoinedText) -> Bool {
    // Only short passages say that there is nothing.
    guard passage.count <= 120 else { return false }
    let folded = passage.text.folded
    return nothings.contains(folded.split { !$0.isLetter }.joined(separator: " "))
  }

  private static let nothings: Set<String> =
    [
      "neant", "sans objet", "aucune", "aucune demande", "aucune observation", "pas d observation",
      "pas de demande", "aucun", "so", "aucune demande a traiter prioritairement",
      "l inspection n a pas donne lieu a des demandes a traiter prioritairement",
      "cette inspection ne donne pas lieu a des demandes prioritaires",
    ]

  // MARK: Going on

  private func goesOn(_ paragraph: Paragraph) -> Bool {
    guard isOpen, let last = found.last else { return false }
    if paragraph.isBullet { return true }
    return last.text.scalars.last == ":"
  }

  private mutating func extend(_ paragraph: Paragraph) {
    found[found.count - 1].text.append(paragraph.text)
  }

  private mutating func add(_ text: JoinedText) {
    guard !text.isEmpty else { return }
    found.append(Found(text: text, context: context))
    context = JoinedText()
    isOpen = true
  }

  private mutating func addContext(_ text: JoinedText) {
    context.append(text)
    isOpen = false
  }

  // MARK: Three kinds of sections

  private mutating func takeTagged(_ paragraph: Paragraph, _ tags: [ItemTag]) {
    guard let first = tags.first else {
      addContext(paragraph.text)
      return
    }
    addContext(paragraph.text.slice(0..<first.range.lowerBound))
    for (index, tag) in tags.enumerated() {
      let end = index + 1 < tags.count ? tags[index + 1].range.lowerBound : paragraph.text.count
      add(paragraph.text.slice(tag.range.upperBound..<end))
    }
  }

  private mutating func takeUntagged(_ paragraph: Paragraph) {
    guard !Self.saysNothing(paragraph.text) else { return }
    let sentences = SentenceSplitter.ranges(paragraph.text)
    let start = sentences.first { RequestCue.isRequest(paragraph.text.slice($0).text.folded) }
    guard let start else {
      addContext(paragraph.text)
      return
    }
    addContext(paragraph.text.slice(0..<start.lowerBound))
    add(paragraph.text.slice(start.lowerBound..<paragraph.text.count))
  }

  private mutating func takeObservation(_ paragraph: Paragraph) {
    let text = paragraph.text
    guard !Self.saysNothing(text) else { return }
    // A short line without a final mark is a heading.
    let isHeading = text.count < 90 && !(text.scalars.last.map(Self.endsSentence) ?? false)
    if isHeading { addContext(text) } else { add(text) }
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    ".:;!?»)".unicodeScalars.contains(scalar)
  }
}
