/// The bounds of what a table may be, so that a hostile file costs bounded memory and time.
public struct TableLimits: Sendable, Equatable {
  /// The greatest size of a file that is streamed, in bytes (2 GB).
  public static let fileBytes = 2 << 30
  /// The greatest size of a field, in bytes (1 MB).
  public static let fieldBytes = 1 << 20
  /// The greatest size of a row, in bytes (16 MB).
  public static let rowBytes = 16 << 20
  /// The greatest number of columns.
  public static let columnCount = 1000
  /// The greatest size of one JSON record or document held in memory, in bytes (64 MB).
  public static let jsonBytes = 64 << 20
  /// The deepest nesting of JSON arrays and objects.
  public static let jsonDepth = 64
  /// How often a file may be taken up again after a quote that never closes.
  public static let quoteRepairs = 100
  /// How many bytes are read at once (1 MB); also what the format is guessed from.
  public static let chunkBytes = 1 << 20

  /// The greatest size of a file, in bytes.
  public var fileBytes: Int
  /// The greatest size of a field, in bytes.
  public var fieldBytes: Int
  /// The greatest size of a row, in bytes.
  public var rowBytes: Int
  /// The greatest number of columns.
  public var columnCount: Int
  /// The greatest size of one JSON record or document, in bytes.
  public var jsonBytes: Int
  /// The deepest nesting of JSON arrays and objects.
  public var jsonDepth: Int
  /// How often a file may be taken up again after a quote that never closes.
  public var quoteRepairs: Int
  /// How many bytes are read at once.
  public var chunkBytes: Int

  /// Makes the usual limits; callers may lower (or raise) one.
  public init() {
    fileBytes = Self.fileBytes
    fieldBytes = Self.fieldBytes
    rowBytes = Self.rowBytes
    columnCount = Self.columnCount
    jsonBytes = Self.jsonBytes
    jsonDepth = Self.jsonDepth
    quoteRepairs = Self.quoteRepairs
    chunkBytes = Self.chunkBytes
  }
}
