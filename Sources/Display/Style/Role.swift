/// What a cell means; a theme says how each meaning looks. Themes name roles by `rawValue`-free
/// `name`, so that the order below may change.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Plain text, and the screen's background.
  case text
  /// Secondary text: sources, dates, what matters less.
  case muted
  /// Titles of boxes and headings.
  case title
  /// What stands out without being good or bad.
  case accent
  /// Frames and separators.
  case border
  /// The frame of the box that receives the keys.
  case borderFocused
  /// The row the cursor is on.
  case focus
  /// A row or range that is marked.
  case selection
  /// A tab that is not shown.
  case tab
  /// The tab that is shown.
  case tabActive
  /// The status bar.
  case statusBar
  /// A key in the hint line.
  case hintKey
  /// What a key does, in the hint line.
  case hint
  /// Text being typed.
  case input
  /// A pop-up's background and text.
  case overlay
  /// A source or a place that `Enter` opens.
  case link
  /// A high score.
  case scoreHigh
  /// A middling score.
  case scoreMiddle
  /// A low score.
  case scoreLow
  /// The empty part of a bar.
  case barTrack
  /// An accepted suggestion.
  case accept
  /// A rejected suggestion.
  case reject
  /// A postponed suggestion.
  case later
  /// A warning: read before going on.
  case warning
  /// A failure.
  case error
  /// Something that went well.
  case success
  /// The highlighted part of a passage.
  case highlight
  /// A reason that raises the score.
  case positive
  /// A reason that lowers the score.
  case negative
  /// First colour of maps and charts.
  case plot1
  /// Second colour of maps and charts.
  case plot2
  /// Third colour of maps and charts.
  case plot3
  /// Fourth colour of maps and charts.
  case plot4
  /// Fifth colour of maps and charts.
  case plot5
  /// Sixth colour of maps and charts.
  case plot6

  /// The role's name in theme files and style planes.
  public var name: String { String(describing: self) }

  /// The role of this name, if there is one.
  public init?(name: String) {
    guard let role = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }

  /// The plot colour of a series, by its rank from 0; ranks beyond six start again.
  public static func plot(_ rank: Int) -> Role {
    let plots: [Role] = [.plot1, .plot2, .plot3, .plot4, .plot5, .plot6]
    return plots[((rank % plots.count) + plots.count) % plots.count]
  }

  /// The role of a score bar: high from 0.75, middle from 0.5.
  public static func score(_ value: Double) -> Role {
    value >= 0.75 ? .scoreHigh : value >= 0.5 ? .scoreMiddle : .scoreLow
  }
}
