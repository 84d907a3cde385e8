import Review

/// A follow-up letter, as parsed.
///
/// All spans count code points of `text`, which is the letter exactly as it was read.
public struct Letter: Hashable, Sendable, Codable {
  /// The file's name, without folders.
  public var file: String
  /// The text as read, unchanged.
  public var text: String
  /// The inspection's number, dashes unified (`INSSN-LYO-2014-0688`), or empty.
  public var inspection: String
  /// The letter's own reference, dashes unified (`CODEP-LYO-2014-008798`), or empty.
  public var reference: String
  /// The day the letter was written.
  public var date: CalendarDate?
  /// The days of the inspection.
  public var visitDates: [CalendarDate]
  /// The site as the letter names it (« CNPE du Bugey »), or empty.
  public var site: String
  /// The numbers of the basic nuclear installations (`78`, `89`).
  public var installations: [String]
  /// The operator (EDF, CEA, Orano…) when it can be told, or empty.
  public var operatorName: String
  /// The sector: REP, LUDD, NPX, TSR, ESP, or empty.
  public var sector: String
  /// The division that wrote it (« Lyon »), or empty.
  public var division: String
  /// The theme as the letter gives it, quotes left out, or empty.
  public var theme: String
  /// How it is laid out.
  public var layout: LetterLayout
  /// The numbered references of the letterhead, as written.
  public var citations: [String]
  /// Numbers of other inspections and letters that are mentioned.
  public var links: [String]
  /// When the answer as a whole is due.
  public var answerDeadline: LetterDeadline?
  /// The sections, in order.
  public var sections: [LetterSection]
  /// The requests and observations, in order.
  public var items: [LetterItem]
  /// What of all this could be told, 0…1.
  public var confidence: Double

  /// Makes a letter of which only the text is known.
  public init(file: String, text: String) {
    self.file = file
    self.text = text
    inspection = ""
    reference = ""
    date = nil
    visitDates = []
    site = ""
    installations = []
    operatorName = ""
    sector = ""
    division = ""
    theme = ""
    layout = .unknown
    citations = []
    links = []
    answerDeadline = nil
    sections = []
    items = []
    confidence = 0
  }

  /// What identifies the letter among others: its inspection's number, else its file.
  var key: String { inspection.isEmpty ? file : inspection }
}
