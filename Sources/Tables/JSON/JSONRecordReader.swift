import Foundation
import Review

/// Reads a JSON file record by record, in bounded memory.
///
/// A list gives its elements, a JSON Lines file its lines, any other document itself. A record that
/// is not JSON, is nested too deeply or too large is given to the `refused` callback with its line;
/// a list that is cut off gives what came before, then a refusal.
public final class JSONRecordReader {
  /// How the records stand in the file.
  public enum Layout: String, Sendable {
    /// The elements of one list.
    case list
    /// One value on each line.
    case lines
    /// One document, or several one after the other.
    case document
  }

  /// The file's name.
  public let file: String
  /// How the records stand in the file.
  public let layout: Layout
  /// The number of records given so far.
  public private(set) var recordCount = 0
  /// The number of records refused so far.
  public private(set) var refusedCount = 0
  private var feed: ByteFeed
  private let limits: TableLimits
  private var line = 1
  private var isFinished = false
  private let report: (Refusal) -> Void

  /// Opens a JSON file.
  ///
  /// - Throws: `TableError` when the file is unreadable, empty, binary or is not JSON.
  public init(
    _ source: any ByteSource, limits: TableLimits = TableLimits(),
    refused: @escaping (Refusal) -> Void = { _ in }
  ) throws(TableError) {
    file = source.name
    self.limits = limits
    report = refused
    var feed = try ByteFeed(source, limits: limits)
    _ = try feed.refill()
    try FormatDetector.checkIsText(feed.bytes[feed.start..<feed.end], file: source.name)
    if feed.bytes[feed.start..<feed.end].starts(with: FormatDetector.byteOrderMark) {
      feed.take(FormatDetector.byteOrderMark.count)
    }
    let skipped = try Self.skipSpace(&feed)
    line += skipped
    layout = try Self.layout(&feed, file: source.name)
    if layout == .list { feed.take(1) }
    self.feed = feed
  }

  /// Opens a file.
  public convenience init(
    url: URL, limits: TableLimits = TableLimits(),
    refused: @escaping (Refusal) -> Void = { _ in }
  ) throws(TableError) {
    try self.init(FileSource(url), limits: limits, refused: refused)
  }

  /// The number of bytes read so far, for progress.
  public var bytesRead: Int { feed.total }

  /// The next record, or `nil` at the end.
  public func next() throws(TableError) -> JSONRecord? {
    while !isFinished {
      line += try Self.skipSpace(&feed)
      let found: JSONRecord?
      switch layout {
      case .list: found = try nextElement()
      case .lines: found = try nextLine()
      case .document: found = try nextDocument()
      }
      if let found {
        recordCount += 1
        return found
      }
    }
    return nil
  }

  /// Refuses a record the caller cannot take.
  public func refuse(_ record: JSONRecord, found: String, expected: LocalizedText) {
    recordCount -= 1
    refuse(line: record.line, found: found, expected: expected)
  }

  /// Refuses a record because of one of its fields.
  public func refuse(_ record: JSONRecord, _ error: FieldError) {
    refuse(record, found: error.found, expected: error.expected)
  }

  private func refuse(line: Int, found: String, expected: LocalizedText) {
    refusedCount += 1
    report(Refusal(file: file, line: line, found: found, expected: expected))
  }

  // MARK: Layout

  private static func layout(_ feed: inout ByteFeed, file: String) throws(TableError) -> Layout {
    switch feed.bytes[feed.start..<feed.end].first {
    case 0x5B: return .list
    case 0x7B: break
    case nil:
      throw TableError(
        .empty, file: file, found: ByteSize.text(feed.total), fr: "un fichier qui ne soit pas vide",
        en: "a file that is not empty")
    default:
      let shown = Array(feed.bytes[feed.start..<feed.end].prefix(RawRow.excerptBytes))
      throw TableError(
        .malformedJSON, file: file, line: 1,
        found: String(decoding: TextRepair.utf8(shown), as: UTF8.self),
        fr: "« [ » ou « { »", en: "“[” or “{”")
    }
    let head = feed.bytes[feed.start..<feed.end]
    let firstLine = head.prefix { $0 != 0x0A }
    var splitter = JSONSplitter(limit: .max)
    guard case .complete(let length) = splitter.advance(firstLine) else { return .document }
    return head.dropFirst(length).contains(where: { $0 > 0x20 }) ? .lines : .document
  }

  /// Steps over white space; the number of lines stepped over.
  private static func skipSpace(_ feed: inout ByteFeed) throws(TableError) -> Int {
    var lines = 0
    while true {
      let window = feed.bytes[feed.start..<feed.end]
      let space = window.prefix { $0 <= 0x20 }
      lines += space.count { $0 == 0x0A }
      feed.take(space.count)
      if space.count < window.count { return lines }
      guard try feed.refill() else { return lines }
    }
  }

  // MARK: Records

  private func nextElement() throws(TableError) -> JSONRecord? {
    switch feed.bytes[feed.start..<feed.end].first {
    case 0x5D:
      isFinished = true
      return nil
    case 0x2C:
      feed.take(1)
      return nil
    default: break
    }
    return try nextValue()
  }

  /// Reads the document, and whatever documents follow it.
  private func nextDocument() throws(TableError) -> JSONRecord? {
    guard feed.count > 0 else {
      isFinished = true
      return nil
    }
    return try nextValue()
  }

  /// Reads the value at the beginning of the window; nobody knows where the next one begins after a
  /// value that does not end, so reading stops there.
  private func nextValue() throws(TableError) -> JSONRecord? {
    var splitter = JSONSplitter(limit: limits.jsonDepth)
    while true {
      switch splitter.advance(feed.bytes[feed.start..<feed.end]) {
      case .complete(let length): return take(length)
      case .tooDeep: return giveUp(Self.depth(limits))
      case .malformed: return giveUp(Self.json)
      case .needsMore:
        guard feed.count <= limits.jsonBytes else { return giveUp(Self.size(limits)) }
        guard try feed.refill() else { return giveUp(Self.end) }
      }
    }
  }

  private func nextLine() throws(TableError) -> JSONRecord? {
    guard feed.count > 0 else {
      isFinished = true
      return nil
    }
    var searched = 0
    while true {
      let window = feed.bytes[feed.start..<feed.end]
      if let end = window.dropFirst(searched).firstIndex(of: 0x0A) {
        return line(of: end - feed.start)
      }
      searched = window.count
      guard searched <= limits.jsonBytes else { return try skipLine() }
      guard try feed.refill() else { return line(of: feed.count) }
    }
  }

  private func line(of length: Int) -> JSONRecord? {
    var splitter = JSONSplitter(limit: limits.jsonDepth)
    let outcome = splitter.advance(feed.bytes[feed.start..<feed.start + length])
    guard outcome != .tooDeep else {
      refuse(line: line, found: excerpt(length), expected: Self.depth(limits))
      feed.take(length)
      return nil
    }
    return take(length)
  }

  private func skipLine() throws(TableError) -> JSONRecord? {
    refuse(line: line, found: excerpt(feed.count), expected: Self.size(limits))
    while true {
      if let end = feed.bytes[feed.start..<feed.end].firstIndex(of: 0x0A) {
        feed.take(end - feed.start)
        return nil
      }
      feed.take(feed.count)
      guard try feed.refill() else { return nil }
    }
  }

  /// Decodes the first bytes of the window and takes them off it.
  private func take(_ length: Int) -> JSONRecord? {
    let bytes = TextRepair.utf8(Array(feed.bytes[feed.start..<feed.start + length]))
    let start = line
    line += bytes.count { $0 == 0x0A }
    let decoded = try? JSONSerialization.jsonObject(
      with: Data(bytes), options: [.fragmentsAllowed])
    guard let decoded else {
      refuse(line: start, found: excerpt(length), expected: Self.json)
      feed.take(length)
      return nil
    }
    feed.take(length)
    return JSONRecord(file: file, line: start, value: JSONValue(decoded))
  }

  private func giveUp(_ expected: LocalizedText) -> JSONRecord? {
    refuse(line: line, found: excerpt(feed.count), expected: expected)
    isFinished = true
    return nil
  }

  private func excerpt(_ length: Int) -> String {
    let shown = Array(feed.bytes[feed.start..<feed.start + min(length, RawRow.excerptBytes)])
    return String(decoding: TextRepair.utf8(shown), as: UTF8.self)
  }
}

extension JSONRecordReader {
  static let json = LocalizedText(fr: "du JSON", en: "JSON")
  static let end = LocalizedText(
    fr: "la fin du document (fichier tronqué)", en: "the end of the document (truncated file)")

  static func depth(_ limits: TableLimits) -> LocalizedText {
    LocalizedText(
      fr: "au plus \(limits.jsonDepth) niveaux d'imbrication",
      en: "at most \(limits.jsonDepth) levels of nesting")
  }

  static func size(_ limits: TableLimits) -> LocalizedText {
    LocalizedText(
      fr: "un document d'au plus \(ByteSize.text(limits.jsonBytes))",
      en: "a document of at most \(ByteSize.text(limits.jsonBytes))")
  }
}
