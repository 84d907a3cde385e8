/// What a curses driver asks of the terminal.
public struct CursesOptions: Hashable, Sendable {
  /// The type of terminal; the value of TERM when none is given.
  public var terminalType: String?
  /// Whether the mouse is reported; the terminal's own selection then needs the shift key.
  public var usesMouse: Bool
  /// Whether focus changes are reported.
  public var reportsFocus: Bool
  /// Whether signals and faults are taken care of; off in tests.
  public var handlesSignals: Bool
  /// How pictures are shown: by the terminal itself where it can, or always as cells.
  public var pictures: PictureGraphics.Choice
  /// How many seconds the program may take to end after it was asked to.
  public var patience: Int

  /// Makes options.
  public init(
    terminalType: String? = nil, usesMouse: Bool = true, reportsFocus: Bool = false,
    handlesSignals: Bool = true, patience: Int = 3, pictures: PictureGraphics.Choice = .cells
  ) {
    self.terminalType = terminalType
    self.usesMouse = usesMouse
    self.reportsFocus = reportsFocus
    self.handlesSignals = handlesSignals
    self.patience = patience
    self.pictures = pictures
  }
}
