/// How a cell looks: a role that the theme resolves, attributes added to the theme's, and colours
/// of its own where a picture needs them. Eight bytes.
public struct Style: Hashable, Sendable {
  /// Foreground in bits 0–23, background in 24–47, their presence in 48 and 49, attributes in
  /// 50–54, whether the cell is a place of a picture in 55, role in 56–63.
  let bits: UInt64

  /// Plain text.
  public static let text = Style(.text)

  /// Makes the style of a role, with attributes added to those of the theme.
  public init(_ role: Role, _ attributes: Attributes = []) {
    bits = UInt64(role.rawValue) << 56 | UInt64(attributes.rawValue) << 50
  }

  /// Makes a style with colours of its own, for pictures; a missing colour comes from the role.
  public init(
    foreground: RGB?, background: RGB?, role: Role = .text, attributes: Attributes = []
  ) {
    var bits = Style(role, attributes).bits
    if let foreground { bits |= UInt64(foreground.packed) | 1 << 48 }
    if let background { bits |= UInt64(background.packed) << 24 | 1 << 49 }
    self.bits = bits
  }

  /// Makes the style of a cell where the terminal itself shows a part of a picture.
  ///
  /// - Parameters:
  ///   - picture: the picture's number, 24 bits.
  ///   - column, row: the cell's place in the picture, below 4096.
  public init(picture: UInt32, column: Int, row: Int) {
    let place = UInt64(column & 0xFFF) << 12 | UInt64(row & 0xFFF)
    bits = UInt64(picture & 0xFF_FFFF) | place << 24 | 1 << 55 | Style(.text).bits
  }

  /// The part of a picture that the cell shows; nothing for cells of text.
  public var placement: (picture: UInt32, column: Int, row: Int)? {
    guard bits & 1 << 55 != 0 else { return nil }
    return (
      UInt32(truncatingIfNeeded: bits & 0xFF_FFFF), Int(bits >> 36 & 0xFFF), Int(bits >> 24 & 0xFFF)
    )
  }

  /// What the cell means.
  public var role: Role { Role(rawValue: UInt8(truncatingIfNeeded: bits >> 56)) ?? .text }

  /// The attributes added to the theme's.
  public var attributes: Attributes {
    Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 50 & 0x1F))
  }

  /// The foreground of its own, if it has one.
  public var foreground: RGB? {
    bits & 1 << 48 == 0 ? nil : RGB(packed: UInt32(truncatingIfNeeded: bits & 0xFF_FFFF))
  }

  /// The background of its own, if it has one.
  public var background: RGB? {
    bits & 1 << 49 == 0 ? nil : RGB(packed: UInt32(truncatingIfNeeded: bits >> 24 & 0xFF_FFFF))
  }

  /// The same style with attributes added.
  public func adding(_ attributes: Attributes) -> Style {
    guard placement == nil else { return self }
    return Style(
      foreground: foreground, background: background, role: role,
      attributes: self.attributes.union(attributes))
  }

  /// The same colours and attributes with another role.
  public func with(role: Role) -> Style {
    guard placement == nil else { return self }
    return Style(foreground: foreground, background: background, role: role, attributes: attributes)
  }
}
