import Display
import Foundation

/// Pictures given to a terminal by kitty's graphics protocol.
struct KittyPictures {
  /// The bytes of base64 in one part.
  private static let part = 4096
  /// The numbers that pictures have at the terminal: also colours of a palette of 256, beyond the
  /// sixteen whose looks are the terminal's own affair.
  static let numbers = 16...255

  /// Whether sequences go through tmux to the terminal outside.
  let isMultiplexed: Bool
  private var known: [UInt32: Int] = [:]

  init(isMultiplexed: Bool) { self.isMultiplexed = isMultiplexed }

  /// The number of a picture at the terminal.
  func number(of picture: UInt32) -> Int? { known[picture] }

  /// What must be written before these pictures are shown; `isReset` when all earlier numbers mean
  /// something else now.
  mutating func give(_ pictures: [PlacedPicture]) -> (bytes: [UInt8], isReset: Bool) {
    let new = pictures.filter { known[$0.number] == nil }
    var bytes: [UInt8] = []
    var isReset = false
    if known.count + new.count > Self.numbers.count {
      bytes += forget()
      isReset = true
    }
    for picture in isReset ? pictures : new where known.count < Self.numbers.count {
      let number = Self.numbers.lowerBound + known.count
      known[picture.number] = number
      bytes += transmission(picture, number)
    }
    return (bytes, isReset)
  }

  /// What makes the terminal forget all pictures.
  mutating func forget() -> [UInt8] {
    known = [:]
    return sequence("a=d,d=A,q=2", "")
  }

  private func transmission(_ picture: PlacedPicture, _ number: Int) -> [UInt8] {
    let image = picture.view.image
    let text = Base64.text(image.bytes)
    let format = image.channels == 3 ? 24 : 32
    var control =
      "a=T,U=1,q=2,f=\(format),s=\(image.width),v=\(image.height),i=\(number),"
      + "c=\(picture.size.width),r=\(picture.size.height)"
    var bytes: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + Self.part, text.count)
      control += ",m=\(end < text.count ? 1 : 0)"
      bytes += sequence(control, String(decoding: text[start..<end], as: UTF8.self))
      control = "q=2"
      start = end
    } while start < text.count
    return bytes
  }

  private func sequence(_ control: String, _ payload: String) -> [UInt8] {
    let body = "\u{1B}_G\(control)\(payload.isEmpty ? "" : ";" + payload)\u{1B}\\"
    guard isMultiplexed else { return Array(body.utf8) }
    // tmux hands on what is wrapped so, with every escape byte doubled, when it is allowed to.
    let doubled = body.utf8.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
    return Array("\u{1B}Ptmux;".utf8) + doubled + Array("\u{1B}\\".utf8)
  }
}

/// Bytes as letters, six bits each (RFC 4648).
enum Base64 {
  static func text(_ bytes: [UInt8]) -> [UInt8] { Array(Data(bytes).base64EncodedData()) }
}
