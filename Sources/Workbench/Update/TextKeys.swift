import Display

/// Keys that type.
enum TextKeys {
  /// Applies a key to an input; `false` when it is no key for typing.
  static func apply(_ key: Key, to input: inout TextInput) -> Bool {
    if let scalar = key.typed {
      input.insert(String(scalar))
      return true
    }
    switch key.code {
    case .named(.backspace): input.backspace()
    case .named(.delete): input.delete()
    case .named(.left): input.move(-1)
    case .named(.right): input.move(1)
    case .named(.home): input.jump(toEnd: false)
    case .named(.end): input.jump(toEnd: true)
    case .character("u") where key.modifiers == .control: input.clear()
    default: return false
    }
    return true
  }
}
