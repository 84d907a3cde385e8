import Review
import Tables

/// Collects inspections, each once.
///
/// Monthly copies of the same export repeat most inspections. A repetition completes what the first
/// copy left empty and is counted; one that contradicts it (another outcome or day) is refused.
/// Numbers alone do not identify an inspection: short ones are given again by other offices.
struct InspectionRegister {
  private(set) var inspections: [Inspection] = []
  /// How many records repeated one that was already there.
  private(set) var repeated = 0
  private var places: [String: Int] = [:]

  /// Takes an inspection in; whether it is a new one.
  ///
  /// - Throws: `FieldError` naming the first place when it contradicts an earlier record.
  mutating func add(_ inspection: Inspection) throws(FieldError) -> Bool {
    let key = Self.key(inspection)
    guard let place = places[key] else {
      places[key] = inspections.count
      inspections.append(inspection)
      return true
    }
    let known = inspections[place]
    guard agree(known.outcome, inspection.outcome), agree(known.date, inspection.date) else {
      throw conflict(inspection, known)
    }
    complete(place, with: inspection)
    repeated += 1
    return false
  }

  private static func key(_ inspection: Inspection) -> String {
    let establishment = inspection.siret ?? "\(inspection.name)|\(inspection.postcode)"
    let day = inspection.number.isEmpty ? inspection.date?.iso ?? "" : ""
    return "\(inspection.number)|\(establishment)|\(day)"
  }

  private func agree<Value: Equatable>(_ known: Value?, _ new: Value?) -> Bool {
    known == nil || new == nil || known == new
  }

  private func conflict(_ inspection: Inspection, _ known: Inspection) -> FieldError {
    let number = inspection.number.isEmpty ? inspection.name : inspection.number
    let date = inspection.date?.iso ?? ""
    return FieldError(
      found: "\(number) \(date)",
      expected: LocalizedText(
        fr: "le même résultat et le même jour qu'à la ligne \(known.line) de \(known.file)",
        en: "the same result and day as on line \(known.line) of \(known.file)"))
  }

  private mutating func complete(_ place: Int, with other: Inspection) {
    var known = inspections[place]
    known.outcome = known.outcome ?? other.outcome
    known.date = known.date ?? other.date
    known.location = known.location ?? other.location
    if known.name.isEmpty { known.name = other.name }
    if known.address.isEmpty { known.address = other.address }
    if known.postcode.isEmpty { known.postcode = other.postcode }
    if known.commune.isEmpty { known.commune = other.commune }
    if known.approval.isEmpty { known.approval = other.approval }
    // Some exports write one line for each activity.
    for activity in other.activities where !known.activities.contains(activity) {
      known.activities.append(activity)
    }
    inspections[place] = known
  }
}
