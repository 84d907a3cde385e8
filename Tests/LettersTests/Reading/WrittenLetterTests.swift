import Language
import Learning
import Review
import Testing

@testable import Letters

/// Letters written at random from their items are read back as those items.
@Suite struct WrittenLetterTests {
  /// What a letter is written from.
  private struct Written {
    struct Item: Equatable {
      var section: SectionKind
      var context: String
      var text: String
    }

    var isNew: Bool
    var isTagged: Bool
    var width: Int
    var isPaged: Bool
    var items: [Item]

    private static let verbs = ["contrôler", "réparer", "tracer", "former", "vérifier", "recenser"]
    private static let objects = [
      "les vannes motorisées", "l’alarme du local", "le registre des sources",
      "les travailleurs classés",
      "la détection d’incendie", "les rétentions de l’aire", "l’œuvre « neuve »",
    ]

    init(_ generator: inout SplitMix64) {
      isNew = generator.below(2) == 0
      isTagged = isNew || generator.below(2) == 0
      width = 50 + generator.below(50)
      isPaged = generator.below(2) == 0
      let kinds: [SectionKind] =
        isNew ? [.priorityRequests, .otherRequests] : [.correctiveActions, .additionalInformation]
      items = []
      for kind in kinds {
        for number in 0..<generator.below(5) {
          let object = generator.pick(Self.objects)
          let context =
            generator.below(3) == 0
            ? ""
            : "Les inspecteurs ont noté le point \(number) concernant \(object) de ce bâtiment."
          let end = generator.pick([
            "", " sous deux mois", " sans délai", ", en application de l’article 3",
          ])
          items.append(
            Item(
              section: kind, context: context,
              text:
                "Je vous demande de \(generator.pick(Self.verbs)) \(object) et de m’en rendre compte\(end)."
            ))
        }
      }
    }

    private func wrapped(_ text: String) -> [String] {
      var lines = [""]
      for word in text.split(separator: " ") {
        if lines[lines.count - 1].count + word.count >= width { lines.append("") }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
      return lines
    }

    private func section(_ kind: SectionKind) -> [String] {
      let own = items.filter { $0.section == kind }
      guard !own.isEmpty else { return ["Sans objet."] }
      return own.enumerated().flatMap { place, item -> [String] in
        let tag = isTagged ? "Demande \(kind.rawValue)\(isNew ? "." : "")\(place + 1) : " : ""
        return (item.context.isEmpty ? [] : wrapped(item.context) + [""]) + wrapped(tag + item.text)
          + [""]
      }
    }

    /// The letter, with the foot of a page in the middle of its sentences.
    var text: String {
      func joined(_ kind: SectionKind) -> String { section(kind).joined(separator: "\n") }
      let whole =
        isNew
        ? LetterFixture.new(first: joined(.priorityRequests), second: joined(.otherRequests))
        : LetterFixture.old(a: joined(.correctiveActions), b: joined(.additionalInformation))
      guard isPaged else { return whole }
      var page = 0
      var lines: [String] = []
      for line in whole.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append(String(line))
        // A foot falls where a sentence goes on.
        let goesOn = line.last?.isLetter == true && line.count > 30 && lines.count > 30
        if goesOn, lines.count.isMultiple(of: 3) {
          page += 1
          lines += ["", "\(page)/99", "\u{0C}"]
        }
      }
      return lines.joined(separator: "\n")
    }
  }

  private static func read(_ letter: Letter) -> [Written.Item] {
    letter.items.map { Written.Item(section: $0.section, context: $0.context, text: $0.text) }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func whatWasWrittenIsRead(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let written = Written(&generator)
      let letter = LetterFixture.parse(written.text)
      #expect(Self.read(letter) == written.items, "\(written.text)")
      #expect(letter.layout == (written.isNew ? .new : .old))
    }
  }

  @Test func deadlinesAndCitationsAreThoseOfTheWords() {
    var generator = SplitMix64(seed: 101)
    for _ in 0..<60 {
      let letter = LetterFixture.parse(Written(&generator).text)
      for item in letter.items {
        #expect((item.deadline?.isImmediate == true) == item.text.contains("sans délai"))
        #expect((item.deadline?.date != nil) == item.text.contains("sous deux mois"))
        #expect(item.citations == (item.text.contains("article 3") ? ["article 3"] : []))
      }
    }
  }

  @Test func otherEndsOfLineChangeNoItem() {
    var generator = SplitMix64(seed: 102)
    for _ in 0..<40 {
      let text = Written(&generator).text
      let read = Self.read(LetterFixture.parse(text))
      for end in ["\r\n", "\r", "\u{2028}"] {
        #expect(Self.read(LetterFixture.parse(text.replacing("\n", with: end))) == read)
      }
    }
  }

  @Test func anItemMoreLeavesTheOthers() {
    var generator = SplitMix64(seed: 103)
    for _ in 0..<40 {
      var written = Written(&generator)
      guard let last = written.items.last else { continue }
      let before = Self.read(LetterFixture.parse(written.text))
      written.items.append(
        Written.Item(
          section: last.section, context: "", text: "Je vous demande de clore ce dernier point."))
      let after = Self.read(LetterFixture.parse(written.text))
      #expect(after.dropLast() == before[...], "\(written.text)")
    }
  }

  @Test func theIndexHoldsEveryWordOfALetter() {
    var generator = SplitMix64(seed: 104)
    let letters = (0..<10).map { number in
      LetterFixture.parse(Written(&generator).text, file: "l\(number).txt")
    }
    let index = PassageIndex(letters)
    for (place, letter) in letters.enumerated() {
      for item in letter.items {
        let phrase = item.text.split(separator: " ").suffix(3).joined(separator: " ")
        let found = index.search(
          SearchQuery("\"\(phrase.filter { $0.isLetter || $0 == " " || $0 == "’" })\""), limit: .max
        )
        #expect(found.contains { index.passages[$0].letter == place }, "\(phrase)")
      }
    }
  }
}
