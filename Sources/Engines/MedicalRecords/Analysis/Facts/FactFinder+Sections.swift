import Language
import Review

extension FactFinder {
  /// The longest quotation, in tokens.
  private static let quotation = 60

  /// What whole sections say: reason, question, conclusions, plan.
  mutating func addSections() {
    for section in text.sections {
      guard let heading = section.heading else { continue }
      let body = heading.upperBound..<section.tokens.upperBound
      guard let slot = slot(of: section, heading: heading) else { continue }
      var taken = 0
      for sentence in sentences(of: body) where taken < slot.limit {
        guard sentence.count >= 3 else { continue }
        quote(sentence, as: slot)
        taken += 1
      }
    }
    addQuestions()
  }

  private func slot(of section: Section, heading: Range<Int>) -> Slot? {
    let name = heading.map { text.folded($0) }.joined(separator: " ")
    if name.contains("question") { return .question }
    switch section.kind {
    case .reason: return .reason
    case .plan: return name.contains("cadre") ? .frame : .plan
    case .conclusion:
      switch reading.note.kind {
      case .pathology, .molecular: return .pathology
      case .imaging, .endoscopy: return .examination
      default: return .synthesis
      }
    case .diagnosis where reading.note.kind == .pathology: return .pathology
    case .other: return name.contains("quorum") ? .quorum : nil
    default: return nil
    }
  }

  /// The sentences of a section, without the colon after its heading.
  private func sentences(of body: Range<Int>) -> [Range<Int>] {
    text.sentences.compactMap { sentence in
      var begin = max(sentence.lowerBound, body.lowerBound)
      let end = min(sentence.upperBound, body.upperBound)
      while begin < end, !text.tokens[begin].isWord { begin += 1 }
      return begin < end ? begin..<end : nil
    }
  }

  private mutating func quote(_ sentence: Range<Int>, as slot: Slot) {
    var tokens =
      sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.quotation)
    if tokens.count > 1, text.utf8[Int(text.tokens[tokens.upperBound - 1].byteBegin)] == 0x2E {
      tokens = tokens.lowerBound..<(tokens.upperBound - 1)
    }
    let words = text.string(tokens).withSingleSpaces
    add(
      slot, key: slot.rawValue + "|" + String(reading.sentenceHash(around: tokens.lowerBound)),
      value: words, tokens: tokens, date: reading.note.date,
      ignoring: [.negated, .hypothesis, .history, .family])
  }

  /// « Question : … », « Question posée à la RCP : … » inside a text; a sentence that asks.
  private mutating func addQuestions() {
    for sentence in text.sentences {
      guard let last = sentence.last, sentence.count >= 4,
        text.utf8[Int(text.tokens[last].byteBegin)] == 0x3F,
        [.consultation, .meeting, .discharge, .other].contains(reading.note.kind)
      else { continue }
      quote(sentence, as: .question)
    }
  }

  // MARK: Events

  private static let events: [(slot: Slot, key: String, value: String, phrases: [String])] = [
    (
      .discovery, "screening", "dépistage organisé",
      [
        "dépistage organisé", "test immunologique positif", "campagne de dépistage",
        "dépistage{, individuel} {du cancer,par mammographie,par fit}",
        "coloscopie de dépistage", "mammographie de dépistage",
      ]
    ),
    (
      .discovery, "chance", "découverte fortuite",
      ["découverte fortuite", "de façon fortuite", "fortuitement", "découvert{e,} fortuitement"]
    ),
    (
      .phase, "initial", "phase initiale",
      [
        "{prise en charge,diagnostic,bilan} initial{,e}", "bilan d'extension", "phase initiale",
        "nouveau diagnostic", "tumeur primitive",
      ]
    ),
    (
      .phase, "relapse", "rechute",
      ["récidive{, locale, tumorale}", "rechute", "récidive {ganglionnaire,hépatique,pulmonaire}"]
    ),
    (
      .progression, "local", "progression locale",
      ["progression locale", "évolution locale", "récidive locale", "extension locorégionale"]
    ),
    (
      .progression, "regional", "progression régionale",
      ["progression {régionale,ganglionnaire}", "envahissement ganglionnaire"]
    ),
    (
      .progression, "none", "pas de progression",
      [
        "maladie stable", "stabilité {tumorale,de la maladie}", "rémission complète",
        "réponse complète",
      ]
    ),
    (
      .complication, "none", "suites simples",
      [
        "suites{, opératoires, postopératoires, immédiates} {simples,favorables}",
        "suites {ont été,étaient,sont} {simples,favorables}",
        "suites opératoires {ont été,étaient,sont} {simples,favorables}",
        "suites{, opératoires, postopératoires} sans particularité{,s}",
      ]
    ),
    (
      .allergy, "none", "pas d'allergie connue",
      [
        "pas d'allergie{,s}{, connue, connues, médicamenteuse}", "aucune allergie{, connue}",
        "absence d'allergie{, connue}", "sans allergie{, connue}", "allergie : {aucune,non,néant}",
      ]
    ),
  ]

  /// Events whose words deny something themselves.
  static let absences = ["suites simples", "pas d'allergie connue", "pas de progression"]

  private static let eventTrie: PhraseTrie = {
    var trie = PhraseTrie()
    for (index, event) in events.enumerated() {
      for phrase in event.phrases.flatMap(BraceExpansion.expand) {
        trie.insert(phrase, value: Int32(index))
      }
    }
    return trie
  }()

  mutating func addEvents() {
    for sentence in text.sentences {
      for match in Self.eventTrie.matches(text.stems, in: sentence) {
        let event = Self.events[Int(match.value)]
        let set = reading.qualifiers(of: match.tokens, scorer: scorer).set
        guard !set.contains(.family) else { continue }
        add(
          event.slot, key: event.slot.rawValue + "|" + event.key, value: event.value,
          tokens: match.tokens, date: reading.time(near: match.tokens.lowerBound)?.date,
          ignoring: Self.absences.contains(event.value) ? [.negated, .hypothesis] : [])
      }
    }
  }
}
