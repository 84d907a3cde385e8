import Foundation
import Learning
import Review
import Testing

@testable import Calls

/// No telephone number is shown but by the action that rings it.
@Suite struct MaskedSpeechTests {
  /// A number as people write and say it.
  private static func forms(_ number: String) -> [String] {
    let pairs = Slot.groups(number, [2, 2, 2, 2, 2])
    return [
      number, pairs.joined(separator: " "), pairs.joined(separator: "."),
      pairs.joined(separator: "-"), pairs.joined(separator: "\u{A0}"), "+33" + number.dropFirst(),
      "+33 " + PhoneNumber.display(number).dropFirst(),
      FrenchSpeech.spell(PhoneNumber.display(number)),
      number.map { FrenchSpeech.padded(String($0)) }.joined(separator: " "),
    ]
  }

  @Test func everyFormOfANumberIsMasked() {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<40 {
      let number = generator.telephone()
      let middle = String(number.dropFirst(4).dropLast(2))
      for form in Self.forms(number) {
        let masked = MaskedSpeech("bonjour rappelez moi au \(form) merci").text
        let digits = masked.filter(\.isNumber)
        #expect(masked.contains("•"), "\(form): \(masked)")
        #expect(!digits.contains(middle) && digits.count <= 8, "\(form): \(masked)")
        #expect(masked.hasPrefix("bonjour rappelez moi au "))
        #expect(masked.hasSuffix(" merci"))
      }
    }
  }

  @Test(arguments: [
    ("rappelez le 06 12 34 56 78", "rappelez le 06 12 •• •• 78"),
    ("rappelez le 06.12.34.56.78.", "rappelez le 06 12 •• •• 78."),
    ("au zéro six douze trente quatre cinquante six soixante dix huit", "au 06 12 •• •• 78"),
    ("le 06 12 34 56 78 ou le 03 53 01 01 23", "le 06 12 •• •• 78 ou le 03 53 •• •• 23"),
    ("rien à masquer", "rien à masquer"), ("", ""), ("12 €", "12 €"),
    ("le 15/01/2027 à 8h30", "le 15/01/2027 à 8h30"),
    ("siret 443 061 841 00047", "siret 443 061 841 00047"),
  ])
  func onlyTelephonesAreMasked(said: String, shown: String) {
    #expect(MaskedSpeech(said).text == shown)
  }

  @Test func maskingTwiceChangesNothingMore() {
    var generator = SplitMix64(seed: 42)
    for _ in 0..<200 {
      let said = generator.hostileText(20) + " " + PhoneNumber.display(generator.telephone())
      let once = MaskedSpeech(said)
      #expect(MaskedSpeech(once.text).text == once.text, "\(said)")
    }
  }

  @Test func valuesKeepTheirPlaces() {
    let masked = MaskedSpeech("le 06 12 34 56 78 pour douze euros cinquante le 3 mars")
    let scalars = Array(masked.text.unicodeScalars)
    let parts = masked.slots.map { slot in
      String(String.UnicodeScalarView(scalars[slot.span.range]))
    }
    #expect(masked.slots.map(\.kind) == [.phone, .amount, .date])
    #expect(parts == ["06 12 •• •• 78", "douze euros cinquante", "3 mars"])
  }

  @Test func numbersAfterTheLastWordLookedAtAreMaskedToo() {
    let long = String(repeating: "mot ", count: SlotFinder.wordLimit + 10)
    for form in ["06 12 34 56 78", "0612345678", "+33 6 12 34 56 78", "06.12.34.56.78"] {
      let shown = MaskedSpeech(long + form).text.filter(\.isNumber)
      #expect(!shown.contains("3456"), "\(form)")
    }
  }

  @Test func aNumberInALongerRunIsMasked() {
    let text = MaskedSpeech("0612345678 0612345679 puis 0612345670").text
    #expect(!text.contains("345670"))
  }

  // MARK: Everywhere in the panel

  private static let number = "0698765432"
  private static let said = [
    "06 98 76 54 32", "06.98.76.54.32", "+33 6 98 76 54 32",
    "zéro six quatre vingt dix huit soixante seize cinquante quatre trente deux",
    "zéro six quatre vingt dix huit, soixante-seize, cinquante-quatre, trente-deux",
  ]

  /// The number that a caller of a form rings from.
  private static func caller(_ place: Int) -> String { "035301999\(place)" }

  /// A caller who leaves a number in a message and says it to the bot.
  private static func files(_ form: String, _ place: Int = 0) -> [String: String] {
    let caller = caller(place)
    return [
      "queue_log.\(place)": """
      1793865665|a.\(place)|cea|NONE|ENTERQUEUE||\(caller)|4
      1793865853|a.\(place)|cea|NONE|ABANDON|1|1|188

      """,
      "msg\(place).txt":
        "[message]\ncallerid=\"ASSO 1901\" <\(caller)>\norigtime=1793865900\nduration=9\n",
      "transcripts\(place).tsv":
        "message\ttext\nmsg\(place)\tbulletin de paie rappelez au \(form) merci\n",
      "dialogues\(place).jsonl":
        #"{"call":"a.\#(place)","caller":"\#(caller)","time":1793865700,"outcome":"handoff","turns":"#
        + #"[{"who":"bot","text":"Bonjour"},{"who":"caller","text":"mon numéro est le \#(form)"}]}"#
        + "\n",
    ]
  }

  /// The sample, a model, and one caller for each form.
  private static let shared = Result { () throws -> CallsBench in
    let bench = try CallsBench.filled()
    let all = said.enumerated().map { files($0.element, $0.offset) }
    try bench.analyse(all.reduce(into: [:]) { $0.merge($1) { first, _ in first } })
    return bench
  }

  private func suggestion(_ place: Int) throws -> Suggestion {
    try #require(try Self.shared.get().list().first { $0.place == "03 53 •• •• 9\(place)" })
  }

  private static func leaks(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber)
    let words = text.lowercased()
    return digits.contains("987654") || digits.contains("3530199")
      || words.contains("soixante seize")
      || words.contains("soixante-seize")
  }

  @Test(arguments: said.indices)
  func nothingOfACaseShowsANumber(place: Int) throws {
    let suggestion = try suggestion(place)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let evidence = try suggestion.evidence.map {
      String(decoding: try encoder.encode($0), as: UTF8.self)
    }
    for line in evidence { #expect(!Self.leaks(line), "\(line)") }
    for text in [suggestion.title, suggestion.place, suggestion.naturalKey, suggestion.id] {
      #expect(!Self.leaks(text))
    }
    #expect(suggestion.facets.allSatisfy { !Self.leaks($0.value) })
    #expect(evidence.joined().contains("•• •• 32"))
  }

  @Test func searchFindsNoNumber() throws {
    let documents = try Self.shared.get().documents()
    #expect(documents.count { $0.text.contains("•• •• 32") } == 2 * Self.said.count)
    for document in documents {
      #expect(!Self.leaks(document.text) && !Self.leaks(document.title), "\(document.text)")
    }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func onlyTheCallShowsNumbers(language: InterfaceLanguage) throws {
    let bench = try Self.shared.get()
    for name in ["topics", "retention"] {
      guard case .text(let lines) = try bench.act(name, language: language) else {
        Issue.record("\(name) gave no text")
        continue
      }
      #expect(lines.allSatisfy { !Self.leaks($0) }, "\(name)")
    }
    guard
      case .disclosure(let lines, let reason) = try bench.act(
        "callback", on: try suggestion(0), language: language)
    else {
      Issue.record("the number was shown without a trace")
      return
    }
    #expect(lines.contains { $0.contains("03 53 01 99 90") })
    #expect(lines.contains { $0.contains("06 98 76 54 32") }, "the number that was said")
    #expect(!reason.isEmpty)
  }

  @Test(arguments: said.indices)
  func whatIsLearnedHoldsNoNumber(place: Int) throws {
    guard
      case .decision(let decision) = try Self.shared.get().act(
        "intent", ["intent": "bulletin_paie"], on: try suggestion(place))
    else {
      Issue.record("a correction is a decision")
      return
    }
    #expect(!Self.leaks(decision.correction["text"] ?? "06 98 76 54 32"))
  }

  @Test func aHiddenNumberThatWasSaidCanBeRung() throws {
    let bench = CallsBench()
    let files = Self.files("06 98 76 54 32")
    try bench.analyse([
      "queue_log": "1793865665|a.0|cea|NONE|ENTERQUEUE||anonymous|4\n",
      "d.jsonl": files["dialogues0.jsonl"]?.replacing(Self.caller(0), with: "") ?? "",
    ])
    let suggestion = try #require(try bench.list().first)
    #expect(suggestion.place == "numéro masqué")
    guard case .disclosure(let lines, _) = try bench.act("callback", on: suggestion) else {
      Issue.record("the number was said")
      return
    }
    #expect(lines.first == "Numéro dit par l'appelant : 06 98 76 54 32")
  }
}
