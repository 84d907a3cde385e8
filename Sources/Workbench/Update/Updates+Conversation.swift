import Display
import Review

/// A conversation with an action: a line typed, a line answered, as long as both like.
extension Updates {
  /// Opens a conversation; the action speaks first.
  static func converse(_ state: inout State, _ action: ActionDescription) -> [Effect] {
    let conversation = Overlay.Conversation(action: action)
    state.overlays.append(.conversation(conversation))
    return said(state, conversation)
  }

  static func conversationKey(
    _ state: inout State, _ key: Key, _ conversation: Overlay.Conversation
  ) -> [Effect] {
    var conversation = conversation
    switch key.code {
    case .named(.escape):
      state.overlays.removeLast()
      return []
    case .named(.enter):
      let said = conversation.input.text.replacingSlashes
      guard said.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return [] }
      conversation.turns.append(said)
      conversation.input = TextInput()
      replaceTop(&state, .conversation(conversation))
      return self.said(state, conversation)
    default:
      if TextKeys.apply(key, to: &conversation.input) {
        replaceTop(&state, .conversation(conversation))
      }
      return []
    }
  }

  private static func said(_ state: State, _ conversation: Overlay.Conversation) -> [Effect] {
    guard let project = state.project else { return [] }
    let action = conversation.action
    return [.act(project, action.name, conversation.parameters, on: subject(state, of: action))]
  }

  /// Takes an answer into the conversation it belongs to; whether there was one.
  static func heard(_ state: inout State, _ title: LocalizedText, _ lines: [SafeText]) -> Bool {
    guard case .conversation(var conversation)? = state.overlays.last,
      conversation.action.title == title
    else { return false }
    conversation.lines = lines
    replaceTop(&state, .conversation(conversation))
    return true
  }
}

extension String {
  /// The text with bars that would part it into two turns made commas.
  fileprivate var replacingSlashes: String {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: Overlay.Conversation.separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return (parts + [rest]).joined(separator: ", ")
  }
}
