import Display

/// How a terminal shows pictures.
public enum PictureGraphics: Hashable, Sendable {
  /// As cells of two colours.
  case cells
  /// By kitty's graphics protocol, with Unicode placeholders: cells that stand for parts of a
  /// picture, which multiplexers carry along like any text.
  case kitty
  /// As sixels, drawn over cells left blank.
  case sixel

  /// What the agent wants.
  public enum Choice: String, Hashable, Sendable {
    /// Ask the terminal.
    case ask = "auto"
    /// Cells, whatever the terminal can do.
    case cells
    /// Kitty's protocol, whatever the terminal says.
    case kitty
    /// Sixels, whatever the terminal says.
    case sixel
  }

  /// What is used before the terminal has answered.
  init(_ choice: Choice) {
    switch choice {
    case .ask, .cells: self = .cells
    case .kitty: self = .kitty
    case .sixel: self = .sixel
    }
  }

  /// What is asked: whether a picture of one pixel would be shown, then the primary attributes,
  /// which every terminal answers. Inside a multiplexer only the second: what answers the first is
  /// the terminal outside, and the multiplexer would take its answer for keys.
  static func question(isMultiplexed: Bool) -> [UInt8] {
    let picture = isMultiplexed ? "" : "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
    return Array((picture + "\u{1B}[c").utf8)
  }

  /// What an answer adds to what is known.
  func taking(_ answer: TerminalAnswer) -> PictureGraphics {
    switch answer {
    case .kittyPictures(true): .kitty
    case .kittyPictures(false): self
    case .attributes(let numbers): self == .cells && numbers.contains(4) ? .sixel : self
    }
  }
}
