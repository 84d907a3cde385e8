import Foundation
import Review

/// What became of the non-conformities that tables of inspections tell of: overdue, repaired, without a
/// date.
struct FollowUpReport {
  /// Non-conformities whose date has passed without a repair, longest overdue first.
  let overdue: [Control]
  /// Those still within their time.
  let waiting: [Control]
  let repaired: [Control]
  /// Those of which nothing is known after the inspection.
  let silent: [Control]
  private let today: CalendarDate
  private static let listLimit = 30

  init(_ controls: [Control], today: CalendarDate) {
    let bad = controls.filter { $0.isBad == true && $0.date <= today }
    self.today = today
    repaired = bad.filter { $0.repaired != nil }
    let open = bad.filter { $0.repaired == nil }
    overdue = open.filter { ($0.due ?? .init(daysSinceEpoch: .max)) < today }.sorted {
      ($0.due?.daysSinceEpoch ?? 0, $0.key) < ($1.due?.daysSinceEpoch ?? 0, $1.key)
    }
    waiting = open.filter { $0.due.map { $0 >= today } ?? false }
    silent = open.filter { $0.due == nil }
  }

  /// The days from the inspection to the repair, in the middle.
  var medianRepairDays: Int? {
    let days = repaired.compactMap { control in control.repaired?.days(since: control.date) }
      .filter { $0 >= 0 }.sorted()
    return days.isEmpty ? nil : days[days.count / 2]
  }

  /// The report in words.
  func lines(_ language: InterfaceLanguage) -> [String] {
    let isFrench = language == .french
    var lines = [
      isFrench
        ? "Suites des non-conformités : \(overdue.count) en retard, \(waiting.count) en cours, "
          + "\(repaired.count) régularisées, \(silent.count) sans échéance"
        : "Follow-up of non-conformities: \(overdue.count) overdue, \(waiting.count) under way, "
          + "\(repaired.count) repaired, \(silent.count) without a date"
    ]
    if let days = medianRepairDays {
      lines.append(
        isFrench
          ? "délai médian de régularisation : \(days) jours" : "median time to repair: \(days) days"
      )
    }
    for control in overdue.prefix(Self.listLimit) {
      let late = control.due.map { today.days(since: $0) } ?? 0
      let name = control.name.isEmpty ? control.site : control.name
      let theme = control.theme.isEmpty ? "" : " · \(control.theme)"
      let place = control.commune.isEmpty ? "" : " (\(control.commune))"
      lines.append(
        isFrench
          ? "  \(name)\(place)\(theme) : contrôle du \(control.date.iso), en retard de \(late) j"
          : "  \(name)\(place)\(theme): inspected \(control.date.iso), overdue by \(late) d"
      )
    }
    if overdue.count > Self.listLimit {
      lines.append("  … +\(overdue.count - Self.listLimit)")
    }
    return lines
  }
}
