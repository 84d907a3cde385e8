/// What happens to a terminal program from outside.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// Text was pasted; it is never read as keys, and is as hostile as any other text.
  case paste(String)
  /// The terminal has this size now, or must be drawn again for another reason.
  case resize(Size)
  /// The terminal's window got or lost the focus.
  case focus(Bool)
  /// The terminal answered a question that the driver asked.
  case answer(TerminalAnswer)
  /// From now on pictures are shown so: the terminal has said what it can.
  case pictures(PictureView.Colours)
  /// Another thread asked for attention.
  case wake
  /// The terminal is gone or the program is asked to end: close the driver, then exit with
  /// `exitStatus`.
  case hangup(signal: Int32)

  /// The exit status that says which signal ended the program, 128 + its number; 0 for other events.
  public var exitStatus: Int32 {
    if case .hangup(let signal) = self { return 128 + signal }
    return 0
  }
}

/// What a terminal says of itself.
public enum TerminalAnswer: Hashable, Sendable {
  /// Whether it shows pictures by kitty's protocol.
  case kittyPictures(Bool)
  /// Its primary attributes; 4 stands for sixel.
  case attributes([Int])
}
