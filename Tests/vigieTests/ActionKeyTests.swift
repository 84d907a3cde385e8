import Display
import Review
import Testing
import Workbench

@testable import vigie

/// Every action that declares a key is reached by it.
@Suite struct ActionKeyTests {
  @Test func everyKeyOfAPanelLeadsToItsAction() throws {
    for engine in Engines.all {
      let keys = engine.panel.actions.compactMap(\.key)
      #expect(Set(keys).count == keys.count, "\(engine.panel.project)")
      for action in engine.panel.actions {
        guard let notation = action.key else { continue }
        let key = try #require(Key(notation: notation))
        let isReached = KeyMap.command(key, panel: engine.panel) == .action(action.name)
        if engine.panel.project == .letters, notation == "H", !isReached {
          withKnownIssue("H is the key of replays") { #expect(isReached) }
          continue
        }
        #expect(
          isReached, "\(engine.panel.project): \(notation) does not lead to \(action.name)")
      }
    }
  }
}
