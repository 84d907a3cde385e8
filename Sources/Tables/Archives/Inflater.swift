/// Undoes DEFLATE (RFC 1951), a piece at a time.
struct Inflater {
  /// What is wrong with the compressed bytes.
  enum Problem: Error, Hashable {
    /// They end too early.
    case cut
    /// They are not DEFLATE.
    case malformed
  }

  private enum Stage {
    case header
    case stored(Int)
    case coded(HuffmanTable, HuffmanTable)
    case end
  }

  /// How far back a copy may reach, in bytes.
  private static let window = 32_768
  /// How many bytes a step aims at.
  private static let stepBytes = 65_536

  private let pull: (inout [UInt8]) throws -> Bool
  private var input: [UInt8] = []
  private var place = 0
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var stage = Stage.header
  private var isLast = false
  private var output: [UInt8] = []

  /// Makes an inflater.
  ///
  /// - Parameter pull: replaces the array by the next compressed bytes; `false` at the end.
  init(pull: @escaping (inout [UInt8]) throws -> Bool) { self.pull = pull }

  /// The next bytes, empty at the end.
  mutating func next() throws -> ArraySlice<UInt8> {
    if output.count > Self.window { output.removeFirst(output.count - Self.window) }
    let start = output.count
    while output.count - start < Self.stepBytes {
      switch stage {
      case .end: return output[start...]
      case .header: try readHeader()
      case .stored(let left): try copy(left)
      case .coded(let literals, let distances):
        try decode(literals, distances, until: start + Self.stepBytes)
      }
    }
    return output[start...]
  }

  /// The next byte after the compressed ones, or `nil` when there is none: what is left of the bits
  /// of a byte is passed over.
  mutating func byteAfter() throws -> UInt8? {
    bits >>= UInt64(bitCount % 8)
    bitCount -= bitCount % 8
    if bitCount == 0, place == input.count {
      guard try refill() else { return nil }
    }
    return UInt8(try take(8))
  }

  /// Makes ready for compressed bytes that begin anew.
  mutating func restart() {
    stage = .header
    isLast = false
    output = []
  }

  /// Asks for the next compressed bytes; at the end, and however often it is asked then, there are
  /// none and the place is the first.
  private mutating func refill() throws -> Bool {
    place = 0
    guard try pull(&input), !input.isEmpty else {
      input = []
      return false
    }
    return true
  }

  private mutating func need(_ count: Int) throws {
    while bitCount < count {
      if place == input.count {
        guard try refill() else { throw Problem.cut }
      }
      bits |= UInt64(input[place]) << UInt64(bitCount)
      place += 1
      bitCount += 8
    }
  }

  /// Fills as many bits as a code may have, or as there are.
  private mutating func fill() throws {
    while bitCount <= 48 {
      if place == input.count {
        guard try refill() else { return }
      }
      bits |= UInt64(input[place]) << UInt64(bitCount)
      place += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) throws -> Int {
    guard count > 0 else { return 0 }
    try need(count)
    let value = Int(bits & ((1 << UInt64(count)) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  private mutating func readHeader() throws {
    if isLast {
      stage = .end
      return
    }
    isLast = try take(1) == 1
    switch try take(2) {
    case 0:
      _ = try take(bitCount % 8)
      let length = try take(16)
      guard try take(16) == ~length & 0xFFFF else { throw Problem.malformed }
      stage = .stored(length)
    case 1: stage = .coded(Self.fixedLiterals, Self.fixedDistances)
    case 2: try readTables()
    default: throw Problem.malformed
    }
  }

  private mutating func copy(_ left: Int) throws {
    let count = min(left, 4096)
    for _ in 0..<count { output.append(UInt8(try take(8))) }
    stage = left > count ? .stored(left - count) : .header
  }

  private mutating func symbol(_ table: HuffmanTable) throws -> Int {
    try fill()
    let (symbol, length) = table.look(bits)
    guard length > 0 else { throw Problem.malformed }
    guard length <= bitCount else { throw Problem.cut }
    bits >>= UInt64(length)
    bitCount -= length
    return symbol
  }

  private mutating func decode(
    _ literals: HuffmanTable, _ distances: HuffmanTable, until goal: Int
  ) throws {
    while output.count < goal {
      let literal = try symbol(literals)
      if literal < 256 {
        output.append(UInt8(literal))
        continue
      }
      if literal == 256 {
        stage = .header
        return
      }
      guard literal - 257 < Self.lengthBases.count else { throw Problem.malformed }
      let length =
        Self.lengthBases[literal - 257] + (try take(Self.lengthBits[literal - 257]))
      let far = try symbol(distances)
      guard far < Self.distanceBases.count else { throw Problem.malformed }
      let distance = Self.distanceBases[far] + (try take(Self.distanceBits[far]))
      guard distance <= output.count else { throw Problem.malformed }
      let start = output.count - distance
      for offset in 0..<length { output.append(output[start + offset]) }
    }
  }

  private mutating func readTables() throws {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    var codeLengths = [UInt8](repeating: 0, count: 19)
    for place in Self.codeOrder.prefix(codeCount) { codeLengths[place] = UInt8(try take(3)) }
    guard let codes = HuffmanTable(lengths: codeLengths) else { throw Problem.malformed }
    var lengths: [UInt8] = []
    while lengths.count < literalCount + distanceCount {
      let code = try symbol(codes)
      switch code {
      case 0...15: lengths.append(UInt8(code))
      case 16:
        guard let last = lengths.last else { throw Problem.malformed }
        lengths += [UInt8](repeating: last, count: 3 + (try take(2)))
      case 17: lengths += [UInt8](repeating: 0, count: 3 + (try take(3)))
      default: lengths += [UInt8](repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard lengths.count == literalCount + distanceCount,
      let literals = HuffmanTable(lengths: Array(lengths[..<literalCount])),
      let distances = HuffmanTable(lengths: Array(lengths[literalCount...]))
    else { throw Problem.malformed }
    stage = .coded(literals, distances)
  }

  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
  private static let fixedLiterals: HuffmanTable = {
    let lengths = (0..<288).map { UInt8($0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8) }
    guard let table = HuffmanTable(lengths: lengths) else { preconditionFailure("fixed codes") }
    return table
  }()
  private static let fixedDistances: HuffmanTable = {
    guard let table = HuffmanTable(lengths: [UInt8](repeating: 5, count: 30)) else {
      preconditionFailure("fixed codes")
    }
    return table
  }()
}
