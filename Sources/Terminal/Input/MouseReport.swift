import Display

/// Reads the numbers of a mouse report (xterm's mode 1006).
enum MouseReport {
  /// The event of button, column and row, the latter from 1.
  static func event(_ numbers: [Int], isRelease: Bool) -> MouseEvent? {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    guard let action = action(numbers[0], isRelease) else { return nil }
    let position = Point(
      x: min(numbers[1], Size.maximum) - 1, y: min(numbers[2], Size.maximum) - 1)
    return MouseEvent(action, at: position, modifiers: modifiers(numbers[0]))
  }

  private static func action(_ code: Int, _ isRelease: Bool) -> MouseEvent.Action? {
    if code & 64 != 0 {
      return code & 3 == 0 ? .wheelUp : code & 3 == 1 ? .wheelDown : nil
    }
    if isRelease { return .release }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right]
    guard code & 3 < buttons.count, code & 128 == 0 else { return nil }
    let button = buttons[code & 3]
    return code & 32 != 0 ? .drag(button) : .press(button)
  }

  private static func modifiers(_ code: Int) -> Modifiers {
    var modifiers: Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return modifiers
  }
}
