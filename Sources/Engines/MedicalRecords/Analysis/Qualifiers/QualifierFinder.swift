import Language

/// Finds which cues reach a mention, and turns that into features of each qualifier.
struct QualifierFinder: Sendable {
  /// What was found for one mention and one qualifier.
  struct Finding: Sendable, Hashable {
    var features = QualifierFeatures()
    /// The cue that reaches the mention, or `nil`.
    var cue: Range<Int>?
  }

  let text: ClinicalText
  /// The last year the text names before which a year is long past, or `nil`.
  private let pastBefore: Int?
  private let years: [(token: Int, year: Int)]
  private static let lexicon = CueLexicon.standard

  init(_ text: ClinicalText, times: [TimeMention]) {
    self.text = text
    years = times.compactMap { time in time.date.map { (time.tokens.lowerBound, $0.year) } }
    pastBefore = years.count > 2 ? years.map(\.year).max().map { $0 - 3 } : nil
  }

  /// The cues of a sentence.
  func cues(in sentence: Range<Int>) -> [CueMatch] {
    Self.lexicon.trie.matches(text.stems, in: sentence).map {
      CueMatch(tokens: $0.tokens, cue: Int($0.value))
    }
  }

  /// The findings for a mention, in the order of `Qualifier.allCases`.
  func findings(_ mention: Range<Int>, cues: [CueMatch]) -> [Finding] {
    let sentence = text.sentence(around: mention.lowerBound)
    var findings = [
      finding(mention, sentence, cues, [.negation, .absentHistory], .negated),
      finding(mention, sentence, cues, [.hypothesis], .hypothesis),
      finding(mention, sentence, cues, [.family], .family),
      finding(mention, sentence, cues, [.history], .history),
    ]
    if let cue = embracing(mention, sentence, cues) {
      findings[Qualifier.negated.rawValue].cue = cue
      findings[Qualifier.negated.rawValue].features[.before] = 1
      findings[Qualifier.negated.rawValue].features[.adjacent] = 1
    }
    let section = text.sectionOfToken[mention.lowerBound]
    if section == .family { findings[Qualifier.family.rawValue].features[.section] = 1 }
    if section == .antecedents, !isPresent(mention, cues) {
      findings[Qualifier.history.rawValue].features[.section] = 1
    }
    if isLongPast(sentence) { findings[Qualifier.history.rawValue].features[.pastYear] = 1 }
    exclude(&findings)
    return findings
  }

  /// Whether the sentence came to the present complaint before a mention: « …, consulte pour ».
  private func isPresent(_ mention: Range<Int>, _ cues: [CueMatch]) -> Bool {
    cues.contains {
      Self.lexicon.cues[$0.cue].role == .stopHistory
        && $0.tokens.upperBound <= mention.lowerBound
    }
  }

  /// A family or negated mention is no antecedent of the patient; what is denied is not suspected.
  private func exclude(_ findings: inout [Finding]) {
    func reaches(_ qualifier: Qualifier) -> Bool {
      let features = findings[qualifier.rawValue].features
      return features[.before] + features[.after] > 0
    }
    let isFamily = reaches(.family) || findings[Qualifier.family.rawValue].features[.section] > 0
    if reaches(.negated) || isFamily || reaches(.hypothesis) {
      findings[Qualifier.history.rawValue].features[.excluded] = 1
    }
    // « recherche de thrombose négative »: what was looked for is not there.
    if findings[Qualifier.negated.rawValue].features[.after] > 0,
      findings[Qualifier.hypothesis.rawValue].features[.before] > 0
    {
      findings[Qualifier.hypothesis.rawValue].features[.excluded] = 1
      return
    }
    let negation = findings[Qualifier.negated.rawValue].cue
    let hypothesis = findings[Qualifier.hypothesis.rawValue].cue
    if let negation, let hypothesis, negation.lowerBound <= hypothesis.lowerBound {
      findings[Qualifier.hypothesis.rawValue].features[.excluded] = 1
    }
    if let negation, let hypothesis, hypothesis.lowerBound < negation.lowerBound,
      hypothesis.upperBound + 3 >= negation.lowerBound
    {
      findings[Qualifier.negated.rawValue].features[.excluded] = 1
    }
  }

  private func isLongPast(_ sentence: Range<Int>) -> Bool {
    guard let pastBefore else { return false }
    let named = years.filter { sentence.contains($0.token) }.map(\.year)
    guard let latest = named.max() else { return false }
    return latest < pastBefore
  }

  // MARK: Words inside a cue

  /// The tokens of a negation that holds the mention itself: « sans particularité », « n'a pas
  /// montré », « ne montre pas ».
  private func embracing(
    _ mention: Range<Int>, _ sentence: Range<Int>, _ cues: [CueMatch]
  ) -> Range<Int>? {
    for match in cues
    where match.tokens.overlaps(mention) && match.tokens.lowerBound < mention.lowerBound {
      let role = Self.lexicon.cues[match.cue].role
      let isNegation = role == .negation || role == .absentHistory
      if isNegation
        || (role == .pseudo && Self.denying.contains(text.stems[match.tokens.lowerBound]))
      {
        return match.tokens
      }
    }
    // « ne … pas » around a verb.
    let before = max(sentence.lowerBound, mention.lowerBound - 3)..<mention.lowerBound
    guard mention.count == 1,
      let particle = before.last(where: { Self.particles.contains(text.tokens[$0].hash) })
    else { return nil }
    let after = mention.upperBound..<min(sentence.upperBound, mention.upperBound + 2)
    let between = (particle + 1)..<mention.lowerBound
    let isDenied =
      after.contains { Self.closers.contains(text.tokens[$0].hash) }
      || between.contains { Self.closers.contains(text.tokens[$0].hash) }
    return isDenied ? particle..<mention.lowerBound : nil
  }

  /// Whether a mention names a test: its result may be negative, the test is not denied.
  private func isTest(_ mention: Range<Int>) -> Bool {
    mention.contains { Self.tests.contains(text.stems[$0]) }
  }

  private static func stems(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordStem.hash(Array($0.utf8)) })
  }

  private static let denying = stems("sans aucun pas absence ni")
  private static let particles = hashes("ne n")
  private static let closers = hashes("pas plus jamais rien aucun aucune guere nullement ni")
  private static let tests = stems(
    """
    serologie prelevement test bilan examen culture hemoculture recherche coombs anamnese ecbu \
    biopsie cytologie marqueur antigene anticorps coproculture frottis cytoponction idr pcr
    """)

  // MARK: Reach

  private func finding(
    _ mention: Range<Int>, _ sentence: Range<Int>, _ cues: [CueMatch], _ roles: Set<Cue.Role>,
    _ qualifier: Qualifier
  ) -> Finding {
    var finding = Finding()
    var best = Float.infinity
    for match in cues {
      let cue = Self.lexicon.cues[match.cue]
      guard roles.contains(cue.role), !match.tokens.overlaps(mention) else { continue }
      // « sérologie négative »: the test was done.
      if cue.role == .negation, cue.isWeak, cue.before > 0, isTest(mention) { continue }
      let isBefore = match.tokens.upperBound <= mention.lowerBound
      let gap =
        isBefore
        ? match.tokens.upperBound..<mention.lowerBound
        : mention.upperBound..<match.tokens.lowerBound
      let reach = isBefore ? cue.after : cue.before
      guard reach > 0 else { continue }
      guard gap.count < reach, !isStopped(gap, cue, cues, qualifier, isBefore: isBefore) else {
        finding.features[.outside] = 1
        continue
      }
      let distance = Float(gap.count) / Float(reach)
      // A weak cue speaks only where no other does.
      let rank = distance + (cue.isWeak ? 1 : 0)
      guard rank < best else { continue }
      best = rank
      finding.features[.before] = isBefore ? 1 : 0
      finding.features[.after] = isBefore ? 0 : 1
      finding.features[.weak] = cue.isWeak ? 1 : 0
      finding.features[.distance] = distance
      finding.features[.comma] = gap.contains { isComma($0) } ? 1 : 0
      finding.features[.adjacent] = gap.count <= 1 ? 1 : 0
      finding.cue = match.tokens
    }
    return finding
  }

  private func isComma(_ index: Int) -> Bool {
    text.utf8[Int(text.tokens[index].byteBegin)] == 0x2C && text.tokens[index].kind == .punctuation
  }

  /// Whether something between cue and mention ends the reach.
  private func isStopped(
    _ gap: Range<Int>, _ cue: Cue, _ cues: [CueMatch], _ qualifier: Qualifier, isBefore: Bool
  ) -> Bool {
    for match in cues where gap.contains(match.tokens.lowerBound) {
      if stops(Self.lexicon.cues[match.cue].role, cue, isBefore: isBefore) { return true }
    }
    switch qualifier {
    case .negated, .hypothesis:
      return gap.contains { isComma($0) && clauseBegins($0 + 1, cue) } || hasClosing(gap)
    case .history:
      return isBefore ? false : gap.contains { isComma($0) && clauseBegins($0 + 1, cue) }
    case .family: return false
    }
  }

  private func stops(_ role: Cue.Role, _ cue: Cue, isBefore: Bool) -> Bool {
    switch role {
    case .stop: return cue.role != .family || !isBefore
    case .stopNegation:
      return isBefore && (cue.role == .negation || cue.role == .absentHistory)
    case .stopHistory:
      return cue.role == .history || cue.role == .absentHistory
        || (isBefore && (cue.role == .family || cue.role == .negation))
    case .stopFamily: return cue.role == .family
    case .negation: return cue.role == .hypothesis
    default: return false
    }
  }

  /// A parenthesis that closes between cue and mention without having opened there.
  private func hasClosing(_ gap: Range<Int>) -> Bool {
    var depth = 0
    for index in gap {
      switch text.utf8[Int(text.tokens[index].byteBegin)] {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth < 0 { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a new clause begins after a comma, and not the next item of a list.
  private func clauseBegins(_ index: Int, _ cue: Cue) -> Bool {
    guard index < text.tokens.count else { return true }
    if cue.role == .absentHistory { return true }
    let hash = text.tokens[index].hash
    if Self.listGoesOn.contains(hash) { return false }
    return Self.clauseStarts.contains(hash)
  }

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { StableHash.of($0) })
  }

  private static let listGoesOn = hashes("ni de d des du et ou sans pas aucun aucune")
  private static let clauseStarts = hashes(
    """
    le la les l un une il elle ils elles on nous ce cet cette ces son sa ses a ont est etait avec qui \
    que dont ou puis mais avec chez lors apres avant une admis admise adresse adressee hospitalise \
    hospitalisee victime evoluant presentant montrant mesurant associe associee celibataire en au \
    aux dans sur s c avait etaient sont fut ayant ainsi alors cependant consulte presente
    """)
}
