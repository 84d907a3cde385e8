import Foundation
import Review
import Testing

@testable import Inspections

/// What the panel declares holds together: a screen that nobody wrote for it relies on that.
@Suite struct PanelTests {
  private let panel = InspectionsPanel.panel

  private func whole(_ text: LocalizedText) -> Bool { !text.fr.isEmpty && !text.en.isEmpty }

  @Test func everyWordHasBothLanguages() {
    #expect(panel.facets.allSatisfy { whole($0.title) && $0.words.allSatisfy(whole) })
    #expect(panel.rejectionReasons.allSatisfy { whole($0.title) })
    #expect(panel.followUp.states.allSatisfy { whole($0.title) })
    #expect(
      panel.tables.allSatisfy { whole($0.title) && $0.columns.allSatisfy { whole($0.title) } })
    #expect(
      panel.actions.allSatisfy {
        whole($0.title) && whole($0.help) && $0.parameters.allSatisfy { whole($0.title) }
      })
    #expect(panel.evaluationTasks.allSatisfy { whole($0.title) })
    #expect(whole(panel.feedingHint))
  }

  @Test func columnsOfTheListAreFacets() {
    let names = panel.facets.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(panel.columns.allSatisfy { names.contains($0) })
  }

  @Test func reasonsHaveKeysOfTheirOwn() {
    let keys = panel.rejectionReasons.map(\.key)
    #expect(Set(keys).count == keys.count)
    // Rows that rest blame nobody: they must not teach usefulness.
    let resting = panel.rejectionReasons.filter { !$0.blamesEngine }.map(\.code)
    #expect(Set(resting) == ["already-handled", "wrong-data", "closed"])
  }

  @Test func everyStateIsReachedAndEnds() {
    let scheme = panel.followUp
    let codes = Set(scheme.states.map(\.code))
    #expect(codes.count == scheme.states.count)
    for move in scheme.moves { #expect(codes.contains(move.from) && codes.contains(move.to)) }
    var reached: Set<String> = [InspectionsPanel.FollowUpCode.toInspect]
    for _ in scheme.states {
      reached.formUnion(scheme.moves.filter { reached.contains($0.from) }.map(\.to))
    }
    #expect(reached == codes)
    for state in scheme.states {
      let goesOn = scheme.moves.contains { $0.from == state.code }
      #expect(state.isFinal != goesOn, "\(state.code)")
      // What is not over has a date, so that it can be overdue.
      #expect(state.isFinal || state.dueDays != nil, "\(state.code)")
    }
  }

  @Test func actionsStartWithValuesTheyAccept() {
    #expect(Set(panel.actions.map(\.name)).count == panel.actions.count)
    let keys = panel.actions.compactMap(\.key)
    #expect(Set(keys).count == keys.count)
    for action in panel.actions {
      for parameter in action.parameters {
        #expect(
          parameter.type.canonical(parameter.initial) != nil, "\(action.name) \(parameter.name)")
      }
    }
  }

  @Test func plansShowOnTheListAndBudgetsAreTheSupervisors() {
    #expect(PlanEntry.table.marksList)
    #expect(Budgets.table.editableBy == .supervisor)
    #expect(panel.tables.map(\.name).contains("columns"))
    #expect(panel.exportFormats == ["plan-csv", "plan-markdown", "plan-geojson"])
  }

  // MARK: Records with hostile text

  @Test(arguments: ["A\u{1F}B", "\u{1E}", "\u{1F}\u{1F}", "é\u{0}è", "ligne\nligne", "🌊", ""])
  func recordsSurviveAnyText(_ text: String) throws {
    var site = Site(code: "1")
    site.name = text
    site.headings = [text, "2560"]
    site.regime = "Autorisation"
    let again = try #require(StoredRecords.site(StoredRecords.record(site)))
    #expect(again.regime == "Autorisation" && again.headings.count == 2)
    #expect(again.headings[1] == "2560")
    var station = Station(code: "06011000")
    station.name = text
    station.commune = text
    station.basin = "FRD"
    #expect(StoredRecords.station(StoredRecords.record(station))?.basin == "FRD")
    var control = Control(id: "7", day: 3, site: "S")
    control.words = text
    control.codes = [text, "L1"]
    control.categories = [text]
    control.level = .failing
    let told = try #require(StoredRecords.control(StoredRecords.record(control)))
    #expect(told.level == .failing && told.codes.count == 2 && told.codes[1] == "L1")
    #expect(told.categories.count == 1)
  }
}
