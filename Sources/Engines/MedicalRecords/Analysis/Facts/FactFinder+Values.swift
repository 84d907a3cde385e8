import Language
import Review

extension FactFinder {
  mutating func addStages() {
    for stage in reading.stages {
      let tokens = text.tokens(in: stage.span)
      guard !tokens.isEmpty else { continue }
      add(
        stage.isPathological ? .pathologicalStage : .clinicalStage, key: "tnm|" + stage.title,
        value: stage.title, tokens: tokens,
        date: reading.time(near: tokens.lowerBound)?.date ?? reading.note.date,
        ignoring: [.negated, .hypothesis, .history, .family])
    }
  }

  // MARK: Scores

  /// A score: its words, the field, the values it may have.
  private struct ScoreRule {
    var slot: Slot
    var name: String
    var words: [String]
    var isValue: @Sendable (String) -> Bool
  }

  private static func isRoman(_ text: String) -> Bool {
    let head = text.prefix { "IVX".contains($0) }
    return !head.isEmpty && text.count - head.count <= 2
      && text.dropFirst(head.count).allSatisfy { "ABCabc1234".contains($0) }
  }

  private static let rules: [ScoreRule] = [
    ScoreRule(
      slot: .performance, name: "OMS",
      words: [
        "OMS", "ECOG", "performance status", "PS", "index de performance", "statut oms",
        "score oms",
      ],
      isValue: { ["0", "1", "2", "3", "4"].contains($0) }),
    ScoreRule(
      slot: .performance, name: "Karnofsky", words: ["Karnofsky", "indice de Karnofsky", "IK"],
      isValue: { Int($0.filter(\.isNumber)).map { (10...100).contains($0) } ?? false }),
    ScoreRule(
      slot: .performance, name: "G8", words: ["G8", "score G8"],
      isValue: { Int($0.prefix { $0.isNumber }).map { $0 <= 17 } ?? false }),
    ScoreRule(
      slot: .performance, name: "ASA", words: ["ASA", "score ASA"],
      isValue: { ["1", "2", "3", "4", "I", "II", "III", "IV"].contains($0) }),
    ScoreRule(
      slot: .otherStaging, name: "Gleason", words: ["Gleason", "score de Gleason"],
      isValue: { $0.first.map(\.isNumber) ?? false }),
    ScoreRule(
      slot: .otherStaging, name: "stade",
      words: ["stade", "stade FIGO", "FIGO", "stade AJCC", "stade UICC"],
      isValue: { isRoman($0) }),
    ScoreRule(
      slot: .otherStaging, name: "grade SBR",
      words: ["SBR", "grade SBR", "grade histopronostique"],
      isValue: { isRoman($0) || ["1", "2", "3"].contains($0) }),
    ScoreRule(
      slot: .otherStaging, name: "Breslow", words: ["Breslow", "indice de Breslow"],
      isValue: { $0.first.map(\.isNumber) ?? false }),
    ScoreRule(
      slot: .clavien, name: "Clavien-Dindo",
      words: ["Clavien-Dindo", "Clavien", "Clavien Dindo", "Clavien-Dindo grade", "Dindo-Clavien"],
      isValue: { isRoman($0) }),
  ]

  private static let scoreTrie: PhraseTrie = {
    var trie = PhraseTrie()
    for (index, rule) in rules.enumerated() {
      for words in rule.words { trie.insert(words, value: Int32(index)) }
    }
    return trie
  }()

  private static let linking: Set<String> = [
    "a", "de", "=", ":", "est", "grade", "score", "evalue", "cote", "stade", "chiffre", "(", "who",
  ]

  mutating func addScores() {
    for sentence in text.sentences {
      for match in Self.scoreTrie.matches(text.stems, in: sentence) {
        let rule = Self.rules[Int(match.value)]
        let first = text.tokens[match.tokens.lowerBound]
        guard match.tokens.count > 1 || first.marks.contains(.capital) || rule.name == "stade"
        else {
          continue
        }
        var index = match.tokens.upperBound
        while index < sentence.upperBound, index - match.tokens.upperBound < 3,
          Self.linking.contains(text.string(index..<index + 1).lowercased().folding)
        {
          index += 1
        }
        guard index < sentence.upperBound else { continue }
        let value = scoreValue(at: index, in: sentence)
        guard rule.isValue(value.text) else { continue }
        let tokens = match.tokens.lowerBound..<value.end
        add(
          rule.slot, key: rule.name + "|" + value.text, value: "\(rule.name) \(value.text)",
          tokens: tokens, date: reading.time(near: index)?.date ?? reading.note.date,
          ignoring: [.history, .hypothesis])
      }
    }
  }

  /// « 3+4 », « 7 », « IIIb », « 90 % ».
  private func scoreValue(at index: Int, in sentence: Range<Int>) -> (text: String, end: Int) {
    var end = index + 1
    let byte: (Int) -> UInt8 = {
      $0 < sentence.upperBound ? text.utf8[Int(text.tokens[$0].byteBegin)] : 0
    }
    while end + 1 < sentence.upperBound, byte(end) == 0x2B, text.tokens[end + 1].kind == .number {
      end += 2
    }
    let words = text.string(index..<end).filter { !$0.isWhitespace }
    if byte(end) == 0x25 { return (words, end + 1) }
    return (words, end)
  }

  // MARK: Biology

  private static let reported: [UInt64: String] = Dictionary(
    [
      ("hemoglobine", "hémoglobine"), ("hb", "hémoglobine"), ("plaquette", "plaquettes"),
      ("leucocyte", "leucocytes"), ("creatinine", "créatinine"), ("creatininemie", "créatinine"),
      ("albumine", "albumine"), ("albuminemie", "albumine"), ("crp", "CRP"), ("ace", "ACE"),
      ("psa", "PSA"), ("afp", "AFP"), ("ferritine", "ferritine"), ("fevg", "FEVG"),
      ("bilirubine", "bilirubine"), ("dfg", "DFG"), ("poids", "poids"), ("imc", "IMC"),
      ("ldh", "LDH"), ("glycemie", "glycémie"), ("ca", "CA"), ("inr", "INR"),
      ("kaliemie", "kaliémie"),
    ].map { (WordStem.hash(Array($0.0.utf8)), $0.1) },
    uniquingKeysWith: { first, _ in first })

  mutating func addBiology() {
    for measure in reading.measures {
      guard let analyte = measure.analyte, !measure.numbers.isEmpty, !measure.isDose,
        let item = Self.reported[text.stems[analyte.lowerBound]],
        measure.tokens.lowerBound >= analyte.upperBound
      else { continue }
      var label = item
      var tokens = analyte.lowerBound..<measure.tokens.upperBound
      if label == "CA" {
        // « CA 19-9 », « CA 125 »: the number is part of the name.
        guard let name = tumourMarker(analyte.lowerBound), name.end < tokens.upperBound else {
          continue
        }
        label = name.label
      }
      if text.sentence(around: tokens.lowerBound).upperBound < tokens.upperBound { continue }
      if let reference = measure.reference, let value = measure.numbers.first {
        let isHigh = value > reference.upperBound
        label += reference.contains(value) ? "" : isHigh ? " ↑" : " ↓"
        tokens = analyte.lowerBound..<min(text.tokens.count, measure.tokens.upperBound)
      }
      let result = text.string(measure.tokens).split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      add(
        .biology, key: "biology|" + item + label.filter(\.isNumber), value: "\(label) \(result)",
        tokens: tokens,
        date: reading.time(near: analyte.lowerBound)?.date ?? reading.note.date,
        ignoring: [.negated, .hypothesis, .history])
    }
  }

  private func tumourMarker(_ index: Int) -> (label: String, end: Int)? {
    guard index + 1 < text.tokens.count, text.tokens[index + 1].kind == .number else { return nil }
    let number = text.folded(index + 1)
    if number == "125" { return ("CA 125", index + 2) }
    guard index + 3 < text.tokens.count, number == "19" || number == "15" else { return nil }
    return ("CA \(number)-\(text.folded(index + 3))", index + 4)
  }
}

extension String {
  /// The word without accents, for comparisons.
  fileprivate var folding: String { folded }
}
