/// Undoes DEFLATE compression (RFC 1951), with a bound on what comes out.
struct MemoryInflater {
  private let input: [UInt8]
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private let limit: Int
  private(set) var output: [UInt8] = []

  init(_ input: [UInt8], from place: Int, limit: Int) {
    self.input = input
    self.place = place
    self.limit = limit
  }

  /// The place after the last byte used.
  var end: Int { place - bitCount / 8 }

  mutating func run() throws(Gzip.Failure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try block(Self.fixedLiterals, Self.fixedDistances)
      case 2:
        let codes = try dynamicCodes()
        try block(codes.literals, codes.distances)
      default: throw .damaged
      }
    }
  }

  private mutating func take(_ count: Int) throws(Gzip.Failure) -> Int {
    while bitCount < count {
      guard place < input.count else { throw .damaged }
      bits |= UInt32(input[place]) << UInt32(bitCount)
      place += 1
      bitCount += 8
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func emit(_ byte: UInt8) throws(Gzip.Failure) {
    guard output.count < limit else { throw .tooLarge }
    output.append(byte)
  }

  private mutating func stored() throws(Gzip.Failure) {
    (bits, bitCount) = (0, bitCount - bitCount % 8)
    place -= bitCount / 8
    bitCount = 0
    guard place + 4 <= input.count else { throw .damaged }
    let length = Int(input[place]) | Int(input[place + 1]) << 8
    let check = Int(input[place + 2]) | Int(input[place + 3]) << 8
    place += 4
    guard length == check ^ 0xFFFF, place + length <= input.count else { throw .damaged }
    for offset in 0..<length { try emit(input[place + offset]) }
    place += length
  }

  // MARK: Codes

  /// A Huffman code: how many codes of each length, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      var starts = [Int](repeating: 0, count: 17)
      for length in 1...15 { starts[length + 1] = starts[length] + counts[length] }
      symbols = [Int](repeating: 0, count: starts[16])
      for (symbol, length) in lengths.enumerated() where length > 0 {
        symbols[starts[length]] = symbol
        starts[length] += 1
      }
    }
  }

  private static let fixedLiterals = Code(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))
  private static let fixedDistances = Code([Int](repeating: 5, count: 30))

  private mutating func symbol(_ code: Code) throws(Gzip.Failure) -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      value |= try take(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .damaged
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func dynamicCodes() throws(Gzip.Failure) -> (literals: Code, distances: Code) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let lengthCount = try take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .damaged }
    var lengths = [Int](repeating: 0, count: 19)
    for place in 0..<lengthCount { lengths[Self.order[place]] = try take(3) }
    let code = Code(lengths)
    var all: [Int] = []
    while all.count < literalCount + distanceCount {
      switch try symbol(code) {
      case 16:
        guard let last = all.last else { throw .damaged }
        all += [Int](repeating: last, count: try take(2) + 3)
      case 17: all += [Int](repeating: 0, count: try take(3) + 3)
      case 18: all += [Int](repeating: 0, count: try take(7) + 11)
      case let length: all.append(length)
      }
    }
    guard all.count == literalCount + distanceCount else { throw .damaged }
    return (Code(Array(all[..<literalCount])), Code(Array(all[literalCount...])))
  }

  // MARK: Blocks

  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthExtras = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
    2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]

  private mutating func block(_ literals: Code, _ distances: Code) throws(Gzip.Failure) {
    while true {
      let value = try symbol(literals)
      if value == 256 { return }
      if value < 256 {
        try emit(UInt8(value))
        continue
      }
      guard value - 257 < Self.lengthBases.count else { throw .damaged }
      let length = try Self.lengthBases[value - 257] + take(Self.lengthExtras[value - 257])
      let code = try symbol(distances)
      guard code < Self.distanceBases.count else { throw .damaged }
      let distance = try Self.distanceBases[code] + take(max(0, code / 2 - 1))
      guard distance <= output.count else { throw .damaged }
      for _ in 0..<length { try emit(output[output.count - distance]) }
    }
  }
}
