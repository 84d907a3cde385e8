import Foundation
import Review

/// Models as lines of text: what they learned from, and their figures before and after.
enum ModelText {
  /// The lines of a version.
  static func lines(_ model: ModelRecord) -> [String] {
    let summary = model.summary
    let created = SystemZone.localTime.iso(model.created)
    var lines = [
      Tongue.say(
        "modèle \(model.version) (\(state(model.state))), \(created) : "
          + "\(summary.exampleCount) exemples, \(summary.decisionCount) décisions",
        "model \(model.version) (\(state(model.state))), \(created): "
          + "\(summary.exampleCount) examples, \(summary.decisionCount) decisions")
    ]
    var table = TextTable(
      heading: [
        Tongue.say("mesure", "figure"), Tongue.say("avant", "before"),
        Tongue.say("après", "after"), "95 %",
      ], rightAligned: [1, 2])
    for figure in summary.figures {
      let interval = figure.low.flatMap { low in
        figure.high.map { number(low) + "–" + number($0) }
      }
      table.add([
        figure.name[Tongue.language], figure.before.map(number) ?? "—", number(figure.after),
        interval ?? "",
      ])
    }
    if !summary.figures.isEmpty { lines += table.lines }
    return lines + summary.remarks.map { "· " + $0[Tongue.language] }
  }

  private static func state(_ state: ModelRecord.State) -> String {
    switch state {
    case .candidate: Tongue.say("candidat", "candidate")
    case .active: Tongue.say("en service", "in use")
    case .retired: Tongue.say("retiré", "retired")
    }
  }

  private static func number(_ value: Double) -> String {
    let text = String(format: "%.3f", value)
    return Tongue.language == .french ? text.replacingOccurrences(of: ".", with: ",") : text
  }
}
