import Foundation
import Review

@testable import Tables

/// Collects refusals from a callback.
final class Refusals {
  private(set) var all: [Refusal] = []
  func add(_ refusal: Refusal) { all.append(refusal) }
  var lines: [Int?] { all.map(\.line) }
}

/// What a table gave: its rows, its refusals and the reader.
struct TableResult {
  var rows: [[String]] = []
  var lines: [Int] = []
  var refusals: [Refusal] = []
  var reader: TableReader
}

/// Bytes that come in small pieces or are made up as they are read.
final class GeneratedSource: ByteSource {
  let name: String
  let size: Int?
  private var remaining: Int
  private let piece: Int
  private let byte: (Int) -> UInt8
  private var position = 0

  init(
    name: String, count: Int, size: Int? = nil, piece: Int = .max, byte: @escaping (Int) -> UInt8
  ) {
    self.name = name
    self.size = size
    self.piece = piece
    self.byte = byte
    remaining = count
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, remaining, piece)
    for index in 0..<count { buffer[index] = byte(position + index) }
    position += count
    remaining -= count
    return count
  }
}

extension GeneratedSource {
  convenience init(_ bytes: [UInt8], piece: Int) {
    self.init(name: "t.csv", count: bytes.count, size: bytes.count, piece: piece) { bytes[$0] }
  }
}

func readTable(_ bytes: [UInt8], options: TableOptions = TableOptions()) throws -> TableResult {
  try readTable(MemorySource(bytes, name: "t.csv"), options: options)
}

func readTable(_ text: String, options: TableOptions = TableOptions()) throws -> TableResult {
  try readTable(Array(text.utf8), options: options)
}

func readTable(_ source: any ByteSource, options: TableOptions = TableOptions()) throws
  -> TableResult
{
  let refusals = Refusals()
  let reader = try TableReader(source, options: options) { refusals.add($0) }
  var result = TableResult(reader: reader)
  try reader.forEachRow { row in
    result.rows.append(row.fields)
    result.lines.append(row.line)
  }
  result.refusals = refusals.all
  return result
}

/// The text in Windows-1252, for the characters tests use.
func windows1252(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "€": 0x80
    case "œ": 0x9C
    case "’": 0x92
    default: UInt8(scalar.value)
    }
  }
}

/// The problem a body throws, or `nil`.
func problem(_ body: () throws -> Void) -> TableError.Problem? {
  do { try body() } catch { return (error as? TableError)?.problem }
  return nil
}
