import CPNG
import Foundation

/// Reads a PNG picture row by row, so that a mosaic larger than memory can be read in strips.
///
/// All kinds of PNG are read (1 to 16 bits, grey, palette, alpha, interlaced); rows come as red,
/// green, blue and alpha bytes. Not to be used from two threads at once.
public final class PNGReader {
  /// The file's name in messages.
  public let file: String
  /// Pixels on a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The row that `next` gives next.
  public private(set) var row = 0
  private let handle: OpaquePointer
  /// What a reader from memory reads, kept for as long as the library points into it.
  private let memory: UnsafeMutableBufferPointer<UInt8>?

  /// Opens a file.
  ///
  /// - Throws: `PNGError` when it is no PNG picture or larger than the limits.
  public convenience init(_ url: URL, limits: PNGLimits = PNGLimits()) throws(PNGError) {
    var header = picture_header()
    var message = [CChar](repeating: 0, count: Int(PICTURE_MESSAGE_BYTES))
    let handle = picture_open_file(url.path, limits.bounds, &header, &message)
    try self.init(handle, nil, header, file: url.lastPathComponent, message)
  }

  /// Opens a picture in memory.
  ///
  /// - Throws: `PNGError` when it is no PNG picture or larger than the limits.
  public convenience init(
    _ data: Data, file: String, limits: PNGLimits = PNGLimits()
  ) throws(PNGError) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, data.count))
    _ = memory.initialize(from: data)
    var header = picture_header()
    var message = [CChar](repeating: 0, count: Int(PICTURE_MESSAGE_BYTES))
    let handle = picture_open_bytes(
      memory.baseAddress, data.count, limits.bounds, &header, &message)
    if handle == nil { memory.deallocate() }
    try self.init(handle, memory, header, file: file, message)
  }

  private init(
    _ handle: OpaquePointer?, _ memory: UnsafeMutableBufferPointer<UInt8>?,
    _ header: picture_header, file: String, _ message: [CChar]
  ) throws(PNGError) {
    guard let handle else { throw PNGError(file: file, found: Self.text(message)) }
    self.handle = handle
    self.memory = memory
    self.file = file
    width = Int(header.width)
    height = Int(header.height)
  }

  deinit {
    picture_close(handle)
    memory?.deallocate()
  }

  private static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Reads so many rows (fewer at the end) as a picture; `nil` after the last.
  ///
  /// - Throws: `PNGError` when the file is damaged there.
  public func next(rows: Int) throws(PNGError) -> Picture? {
    let count = min(rows, height - row)
    guard count > 0 else { return nil }
    var picture = Picture(width: width, height: count)
    var message = [CChar](repeating: 0, count: Int(PICTURE_MESSAGE_BYTES))
    let isWhole = picture.bytes.withUnsafeMutableBufferPointer { bytes in
      (0..<count).allSatisfy {
        picture_next_row(handle, bytes.baseAddress! + $0 * width * 4, &message)
      }
    }
    guard isWhole else { throw PNGError(file: file, found: Self.text(message)) }
    row += count
    return picture
  }

  /// Reads the whole file into memory.
  ///
  /// - Throws: `PNGError`.
  public static func picture(
    _ url: URL, limits: PNGLimits = PNGLimits(pixels: 128_000_000)
  ) throws(PNGError) -> Picture {
    let reader = try PNGReader(url, limits: limits)
    return try reader.next(rows: reader.height) ?? Picture(width: 0, height: 0)
  }

  /// Reads a whole picture from memory.
  ///
  /// - Throws: `PNGError`.
  public static func picture(
    _ data: Data, file: String, limits: PNGLimits = PNGLimits(pixels: 128_000_000)
  ) throws(PNGError) -> Picture {
    let reader = try PNGReader(data, file: file, limits: limits)
    return try reader.next(rows: reader.height) ?? Picture(width: 0, height: 0)
  }
}

extension PNGLimits {
  var bounds: picture_bounds {
    picture_bounds(
      side: UInt32(clamping: side), pixels: UInt64(clamping: pixels),
      whole_pixels: UInt64(clamping: wholePixels), chunk_bytes: max(1, chunkBytes))
  }
}
