import Review

/// A public answer that the bot may speak, with its source and the days on which it holds.
public struct Answer: Hashable, Sendable {
  /// What the bot does with a caller of this intent.
  public enum Kind: String, Sendable, CaseIterable {
    /// Speaks the text.
    case answer
    /// Says which other service to call.
    case redirect
    /// Hands the call over to a person.
    case handoff
  }

  /// Why an answer may not be spoken.
  public enum Refusal: String, Sendable {
    /// Nobody checked it against its source.
    case unchecked
    /// It has no source.
    case unsourced
    /// It does not hold yet.
    case early
    /// It does not hold any more.
    case expired
    /// There is no text.
    case empty
  }

  /// The key of the row.
  public var key: String
  /// The intent it answers.
  public var intent: String
  /// The title, in both languages.
  public var title: LocalizedText
  /// What the bot does.
  public var kind: Kind
  /// What is spoken, in French.
  public var text: String
  /// Where it was read (a page, a law).
  public var source: String
  /// When a person last checked it against its source.
  public var checked: CalendarDate?
  /// The first day on which it holds, or `nil` when it always did.
  public var validFrom: CalendarDate?
  /// The last day on which it holds, or `nil` when it still does.
  public var validTo: CalendarDate?
  /// To whom the call goes.
  public var redirect: String
  /// Words that callers use for it.
  public var keywords: [String]

  /// Makes an answer.
  public init(
    key: String, intent: String, title: LocalizedText, kind: Kind = .answer, text: String,
    source: String, checked: CalendarDate?, validFrom: CalendarDate? = nil,
    validTo: CalendarDate? = nil, redirect: String = "", keywords: [String] = []
  ) {
    self.key = key
    self.intent = intent
    self.title = title
    self.kind = kind
    self.text = text
    self.source = source
    self.checked = checked
    self.validFrom = validFrom
    self.validTo = validTo
    self.redirect = redirect
    self.keywords = keywords
  }

  /// Why the answer may not be spoken on a day, or `nil` when it may.
  public func refusal(on day: CalendarDate) -> Refusal? {
    if text.isEmpty { return .empty }
    if source.isEmpty { return .unsourced }
    guard checked != nil else { return .unchecked }
    if let validFrom, day < validFrom { return .early }
    if let validTo, day > validTo { return .expired }
    return nil
  }
}

extension Answer.Refusal {
  /// The reason, in words.
  public var title: LocalizedText {
    switch self {
    case .unchecked: LocalizedText(fr: "jamais vérifiée", en: "never checked")
    case .unsourced: LocalizedText(fr: "sans source", en: "without a source")
    case .early: LocalizedText(fr: "pas encore valable", en: "not valid yet")
    case .expired: LocalizedText(fr: "périmée", en: "expired")
    case .empty: LocalizedText(fr: "vide", en: "empty")
    }
  }
}
