import Display
import Review

/// Signs and scores, which never rest on colour alone.
extension Words {
  /// The score with its interval and what it rests on: « 88 % (79–93) · modèle 7 »; a rule's is a
  /// level, never a percentage: « règle ●●○ ».
  public func score(_ score: Score) -> SafeText {
    switch score.basis {
    case .rule(let level): self("règle ", "rule ") + SafeText(dots(level))
    case .probability(let model):
      SafeText(
        "\(percent(score.value)) (\(percentRange(score.low, score.high)))"
          + say(" · modèle \(model)", " · model \(model)"))
    }
  }

  /// The score as it is spoken: a level of rules is a number of three.
  public func spokenScore(_ score: Score) -> String {
    switch score.basis {
    case .rule(let level):
      say("règle, niveau \(clamped(level)) sur 3", "rule, level \(clamped(level)) of 3")
    case .probability: percent(score.value)
    }
  }

  /// A level as dots, out of three.
  public func dots(_ level: Int) -> String {
    let count = clamped(level)
    return typeset(
      String(repeating: "●", count: count) + String(repeating: "○", count: 3 - count))
  }

  private func clamped(_ level: Int) -> Int { min(3, max(0, level)) }

  /// The sign of a status; a blank while nobody has decided.
  public func sign(_ status: ReviewStatus) -> SafeText {
    switch status {
    case .open: " "
    case .accepted: glyphs == .ascii ? "+" : "✓"
    case .rejected: glyphs == .ascii ? "x" : "✗"
    case .later: glyphs == .ascii ? ">" : "»"
    }
  }

  /// The sign of a statement; a blank when a source says it plainly.
  func sign(_ status: StatementsEvidence.Status) -> SafeText {
    switch status {
    case .stated: " "
    case .conflict: "!"
    case .missing: "?"
    case .hypothesis: "~"
    }
  }

  /// What is said of a text in which characters were replaced so that they show.
  func alteration(_ number: Int) -> SafeText {
    let noun = count(
      number, fr: ("caractère remplacé", "caractères remplacés"),
      en: ("character replaced", "characters replaced"))
    return self("! texte altéré : \(noun)", "! altered text: \(noun)")
  }

  /// What is said of things that are not drawn: « … et 3 autres ».
  func more(_ number: Int) -> SafeText {
    let others = plural(number, "autre", "autres")
    return self("… et \(count(number)) \(others)", "… and \(count(number)) more")
  }

  /// The marks before and after a quoted text.
  var quotationMarks: (opening: SafeText, closing: SafeText) {
    if glyphs == .ascii { return ("\"", "\"") }
    return isFrench ? ("«\u{A0}", "\u{A0}»") : ("“", "”")
  }

  /// A blank at which no line breaks, where there is one.
  var tie: SafeText { glyphs == .ascii ? " " : "\u{A0}" }

  /// What stands between two things of one line.
  var dot: SafeText { glyphs == .ascii ? " - " : " · " }

  /// The sign of a row that was drawn at random.
  var randomSign: SafeText { glyphs == .ascii ? "?" : "⚄" }

  /// Why a suggestion is in the list, with the probability it had to be there.
  public func selection(_ selection: Selection) -> SafeText {
    let share = shortNumber(selection.probability)
    return switch selection.reason {
    case .best: self("classé par son score", "ranked by its score")
    case .uncertain:
      self(
        "choisi parce que le modèle hésite (p = \(share))",
        "chosen because the model hesitates (p = \(share))")
    case .random:
      self(
        "tiré au hasard (p = \(share)) : son rang ne dit pas son risque",
        "drawn at random (p = \(share)): its rank does not tell its risk")
    }
  }
}
