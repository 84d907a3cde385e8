/// Reads the numbers of inspections and letters in folded bytes.
struct NumberScanner {
  struct Found {
    var kind: LetterNumber.Kind
    var text: String
    var end: Int
  }

  private struct Group {
    var text: String
    var end: Int
    var isDigits: Bool { text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    var isLetters: Bool { text.utf8.allSatisfy { (0x61...0x7A).contains($0) } }
    var count: Int { text.utf8.count }
    var isYear: Bool { count == 4 && isDigits && (text.hasPrefix("20") || text.hasPrefix("19")) }
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// The number that begins at a byte, or `nil`.
  func number(at start: Int) -> Found? {
    guard let head = group(at: start) else { return nil }
    switch head.text {
    case "inssn", "insnp", "ins": return inspection(head)
    case "codep", "dep": return letter(head)
    default: return nil
    }
  }

  /// `INSSN-LYO-2014-0688` or `INS-2009-EDFGRA-0010`.
  private func inspection(_ head: Group) -> Found? {
    guard let groups = groups(after: head, count: 3) else { return nil }
    let isUsual = groups[0].isLetters && groups[1].isYear
    let isOld = groups[0].isYear && groups[1].isLetters
    guard isUsual || isOld, groups[2].isDigits, (3...5).contains(groups[2].count) else {
      return nil
    }
    return found(.inspection, head, groups)
  }

  /// `CODEP-LYO-2014-008798` or `DEP-Lyon-0123-2009`.
  private func letter(_ head: Group) -> Found? {
    guard let groups = groups(after: head, count: 3) else { return nil }
    let isUsual = groups[1].isYear && groups[2].isDigits && (3...7).contains(groups[2].count)
    let isOld = groups[1].isDigits && groups[2].isYear
    guard isUsual || isOld, !groups[0].isDigits else { return nil }
    return found(.letter, head, groups)
  }

  private func found(_ kind: LetterNumber.Kind, _ head: Group, _ groups: [Group]) -> Found {
    let parts = [head.text] + groups.map(\.text)
    return Found(
      kind: kind, text: parts.joined(separator: "-").uppercased(),
      end: groups[groups.count - 1].end)
  }

  private func groups(after head: Group, count: Int) -> [Group]? {
    var groups: [Group] = []
    var end = head.end
    for _ in 0..<count {
      guard let start = separator(end), let next = group(at: start) else { return nil }
      groups.append(next)
      end = next.end
    }
    return groups
  }

  /// After a hyphen with spaces around it, an underscore, or spaces alone.
  private func separator(_ start: Int) -> Int? {
    var place = start
    var sawMark = false
    while place < bytes.count, place - start < 6 {
      let byte = bytes[place]
      if byte == 0x2D || byte == 0x5F {
        if sawMark { return nil }
        sawMark = true
      } else if byte != 0x20, byte != 0x0A {
        break
      }
      place += 1
    }
    return place > start && place < bytes.count ? place : nil
  }

  private func group(at start: Int) -> Group? {
    var end = start
    while end < bytes.count, Self.isWord(bytes[end]), end - start < 13 { end += 1 }
    guard end > start, end == bytes.count || !Self.isWord(bytes[end]) else { return nil }
    return Group(text: String(decoding: bytes[start..<end], as: UTF8.self), end: end)
  }
}
