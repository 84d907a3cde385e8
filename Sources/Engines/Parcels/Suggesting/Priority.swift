import Foundation
import Review

/// How urgent an object is, kept apart from how likely it is: each factor is shown.
struct Priority: Sendable {
  /// What a valid permit on the parcel leaves of the priority.
  static let permitted = 0.1
  /// An object of which the limitation nears is urgent, in days.
  static let urgentDays = 365

  let newShare: Double
  let permitFactor: Double
  let zoneFactor: Double
  let zone: String
  let typeFactor: Double
  /// The day before which an offence cannot be barred yet: the object was not there at the first
  /// picture.
  let barredFrom: CalendarDate
  /// The day from which it is barred at the latest: the object was there at the second picture.
  let barredUntil: CalendarDate
  let isUrgent: Bool

  init(
    _ candidate: Candidate, share: Double, type: ObjectType, weights: PriorityWeights,
    today: CalendarDate
  ) {
    newShare = share
    permitFactor = candidate.permits.isEmpty ? 1 : Self.permitted
    let best = candidate.zones.map { ($0.category, weights.zone($0.category)) }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }
    zone = best?.0 ?? ParcelsTables.elsewhere
    zoneFactor = best?.1 ?? weights.zone(ParcelsTables.elsewhere)
    typeFactor = weights.type(type).weight
    let years = weights.type(type).years
    barredFrom = Self.adding(years, to: candidate.beforeDate)
    barredUntil = Self.adding(years, to: candidate.afterDate)
    isUrgent = today <= barredUntil && barredFrom.days(since: today) <= Self.urgentDays
  }

  /// 0…1.
  var value: Double { newShare * permitFactor * zoneFactor * typeFactor }

  /// The same day so many years later; the 29th of February becomes the 28th.
  static func adding(_ years: Int, to date: CalendarDate) -> CalendarDate {
    let parts = date.components
    return CalendarDate(year: parts.year + years, month: parts.month, day: parts.day)
      ?? CalendarDate(year: parts.year + years, month: parts.month, day: 28) ?? date
  }
}
