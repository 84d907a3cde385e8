import Review

/// Finds what the documents of a record disagree about, with a model of what changes rightfully:
/// a stage after treatment, a metastasis that appears, a drug stopped and begun again.
struct ConflictFinder {
  /// Within so many days two stages speak of the same examination of the disease.
  private static let stageWindow = 75
  /// Within so many days what is said and what is denied speak of the same state.
  private static let stateWindow = 45
  /// The most conflicts of a record.
  private static let limit = 20

  let notes: [PatientNote]
  let identity: PatientIdentity

  /// The conflicts, most serious first.
  func conflicts(_ facts: [RecordFact]) -> [RecordConflict] {
    let sure = facts.filter {
      !$0.qualifiers.contains(.hypothesis) && !$0.qualifiers.contains(.family) && !$0.isSuggested
    }
    let all = [
      identities(), allergies(sure), absentAllergies(sure), laterality(sure), stages(sure),
      polarity(sure),
      stopped(sure), performance(sure),
    ].flatMap { $0 }
    return Array(all.prefix(Self.limit))
  }

  private func date(_ fact: RecordFact) -> CalendarDate? { notes[fact.note].date }

  private func areClose(_ left: RecordFact, _ right: RecordFact, days: Int) -> Bool {
    guard let first = date(left), let second = date(right) else { return true }
    return abs(first.days(since: second)) <= days
  }

  private func conflict(
    _ fr: String, _ en: String, _ key: String, _ sides: [(LocalizedText, RecordFact)]
  ) -> RecordConflict {
    RecordConflict(title: LocalizedText(fr: fr, en: en), sides: sides, key: key)
  }

  /// « allergie : amoxicilline »: what a side says of the words of its source.
  private static func words(_ fr: String, _ en: String, _ quote: String) -> LocalizedText {
    LocalizedText(fr: "\(fr) : \(quote)", en: "\(en): \(quote)")
  }

  // MARK: Rules

  /// The same organ on two sides.
  private func laterality(_ facts: [RecordFact]) -> [RecordConflict] {
    var conflicts: [RecordConflict] = []
    let sited = facts.filter {
      ($0.slot == .site || $0.slot == .operation) && !$0.laterality.isEmpty
        && !$0.qualifiers.contains(.negated) && !$0.qualifiers.contains(.history)
    }
    let organs = Dictionary(grouping: sited) { organ($0) }
    for name in organs.keys.sorted() {
      let own = organs[name] ?? []
      guard let right = best(own.filter { $0.laterality == "R" }),
        let left = best(own.filter { $0.laterality == "L" }), right.note != left.note
      else { continue }
      conflicts.append(
        conflict(
          "Latéralité", "Laterality", "side|" + name,
          [(LocalizedText(same: left.quote), left), (LocalizedText(same: right.quote), right)]))
    }
    return conflicts
  }

  /// The organ of a site or of an operation.
  private func organ(_ fact: RecordFact) -> String {
    if fact.slot == .site { return String(fact.code.prefix(3)) }
    if fact.value.contains("colectomie") { return "C18" }
    if fact.value.contains("mastectomie") || fact.value.contains("tumorectomie") { return "C50" }
    if fact.value.contains("lobectomie") || fact.value.contains("pneumonectomie") { return "C34" }
    if fact.value.contains("néphrectomie") { return "C64" }
    return fact.key
  }

  /// The fact of the weightiest note.
  private func best(_ facts: [RecordFact]) -> RecordFact? {
    facts.max { (notes[$0.note].kind.weight, $1.note) < (notes[$1.note].kind.weight, $0.note) }
  }

  /// Two stages of the same kind about the same time; clinical against pathological is no conflict.
  private func stages(_ facts: [RecordFact]) -> [RecordConflict] {
    var conflicts: [RecordConflict] = []
    for slot in [Slot.clinicalStage, .pathologicalStage] {
      let own = facts.filter { $0.slot == slot && !$0.value.contains("y") }
      // A stage is copied from note to note: each value is compared once.
      let values = Dictionary(grouping: own, by: \.value)
      let names = values.keys.sorted()
      for (index, name) in names.enumerated() {
        let pair = names[(index + 1)...].lazy.filter { Self.disagree(name, $0) }
          .compactMap { self.close(values[name] ?? [], values[$0] ?? []) }.first
        guard let (left, right) = pair else { continue }
        conflicts.append(
          conflict(
            "Stade", "Stage", "stage|\(slot.rawValue)",
            [
              (LocalizedText(same: left.value), left), (LocalizedText(same: right.value), right),
            ].sorted { $0.1.note < $1.1.note }))
        break
      }
    }
    return conflicts
  }

  /// The most facts of one value that are compared with those of another.
  private static let comparedLimit = 100

  /// Two facts of different notes about the same time, or `nil`.
  private func close(
    _ left: [RecordFact], _ right: [RecordFact]
  ) -> (RecordFact, RecordFact)? {
    for one in left.prefix(Self.comparedLimit) {
      let other = right.prefix(Self.comparedLimit).first {
        $0.note != one.note && areClose($0, one, days: Self.stageWindow)
      }
      if let other { return (one, other) }
    }
    return nil
  }

  /// Whether a letter that both give has two values; a subclass added is no disagreement.
  private static func disagree(_ left: String, _ right: String) -> Bool {
    for letter in ["T", "N", "M"] {
      guard let first = value(letter, left), let second = value(letter, right) else { continue }
      if first == "X" || second == "X" || first.hasPrefix(second) || second.hasPrefix(first) {
        continue
      }
      return true
    }
    return false
  }

  private static func value(_ letter: String, _ title: String) -> String? {
    title.split(separator: " ").first { $0.contains(letter) }
      .flatMap { part in part.range(of: letter).map { String(part[$0.upperBound...]) } }
  }

  /// The same thing said and denied.
  private func polarity(_ facts: [RecordFact]) -> [RecordConflict] {
    var conflicts: [RecordConflict] = []
    let slots: Set<Slot> = [.antecedent, .progression, .lifestyle, .complication, .allergy]
    let groups = Dictionary(grouping: facts.filter { slots.contains($0.slot) }) {
      $0.slot.rawValue + "|" + $0.key
    }
    for key in groups.keys.sorted() {
      let own = groups[key] ?? []
      guard let said = best(own.filter { !$0.qualifiers.contains(.negated) }),
        let denied = own.first(where: {
          $0.qualifiers.contains(.negated) && $0.note != said.note && isSameState($0, said)
        })
      else { continue }
      conflicts.append(
        conflict(
          "Affirmé et nié", "Stated and denied", "polarity|" + key,
          [
            (LocalizedText(same: said.quote), said),
            (Self.words("nié", "denied", denied.quote), denied),
          ]))
    }
    return conflicts
  }

  /// A chronic disease does not go; a metastasis or a complication may come and go.
  private func isSameState(_ left: RecordFact, _ right: RecordFact) -> Bool {
    left.slot == .antecedent || left.slot == .allergy
      ? true : areClose(left, right, days: Self.stateWindow)
  }

  /// A medicine that is prescribed although an allergy to it, or to its family, is noted.
  private func allergies(_ facts: [RecordFact]) -> [RecordConflict] {
    var conflicts: [RecordConflict] = []
    let known = knownAllergies(facts)
    let given = facts.filter {
      [.medicine, .antibiotic, .anticoagulant, .cancerTreatment].contains($0.slot)
        && !$0.qualifiers.contains(.negated) && !$0.code.isEmpty
    }
    var seen: Set<String> = []
    for allergy in known where !allergy.code.isEmpty {
      let family = allergy.code.hasPrefix("J01C") ? "J01C" : allergy.code
      guard let drug = given.last(where: { $0.code.hasPrefix(family) }),
        seen.insert(family).inserted
      else { continue }
      conflicts.append(
        conflict(
          "Allergie et prescription", "Allergy and prescription", "allergy|" + family,
          [
            (Self.words("allergie", "allergy", allergy.quote), allergy),
            (Self.words("prescrit", "prescribed", drug.quote), drug),
          ]))
    }
    return conflicts
  }

  private func knownAllergies(_ facts: [RecordFact]) -> [RecordFact] {
    facts.filter {
      $0.slot == .allergy && !$0.qualifiers.contains(.negated)
        && $0.key != FactFinder.absentAllergy
    }
  }

  /// An allergy that is known, and a note not older that says there is none.
  private func absentAllergies(_ facts: [RecordFact]) -> [RecordConflict] {
    let known = knownAllergies(facts)
    for denial in facts where denial.key == FactFinder.absentAllergy {
      guard let said = best(known.filter { $0.note != denial.note && isNotOlder(denial, $0) })
      else { continue }
      return [
        conflict(
          "Allergie affirmée et niée", "Allergy stated and denied", "polarity|allergy",
          [
            (Self.words("allergie", "allergy", said.quote), said),
            (LocalizedText(same: denial.quote), denial),
          ])
      ]
    }
    return []
  }

  /// A medicine stopped and still listed at discharge, in a note that is not older.
  private func stopped(_ facts: [RecordFact]) -> [RecordConflict] {
    var conflicts: [RecordConflict] = []
    for stop in facts where stop.slot == .stoppedMedicine {
      let listed = facts.first {
        $0.key == stop.key && $0.slot != .stoppedMedicine && $0.slot != .allergy
          && ($0.section == .dischargeTreatment || notes[$0.note].kind == .prescription)
          && !$0.qualifiers.contains(.negated) && isNotOlder($0, stop)
      }
      guard let listed, !conflicts.contains(where: { $0.key == "stopped|" + stop.key }) else {
        continue
      }
      conflicts.append(
        conflict(
          "Arrêté mais prescrit à la sortie", "Stopped but on the discharge list",
          "stopped|" + stop.key,
          [
            (Self.words("arrêté", "stopped", stop.quote), stop),
            (LocalizedText(same: listed.quote), listed),
          ]))
    }
    return conflicts
  }

  private func isNotOlder(_ fact: RecordFact, _ other: RecordFact) -> Bool {
    guard let own = date(fact), let earlier = other.date ?? date(other) else { return true }
    return own >= earlier
  }

  /// Two performance statuses about the same time that differ by two and more.
  private func performance(_ facts: [RecordFact]) -> [RecordConflict] {
    let own = facts.filter { $0.slot == .performance && $0.key.hasPrefix("OMS|") }
      .suffix(Self.comparedLimit)
    for left in own {
      for right in own where right.note > left.note && areClose(left, right, days: 21) {
        guard let first = Int(left.key.dropFirst(4)), let second = Int(right.key.dropFirst(4)),
          abs(first - second) >= 2
        else { continue }
        return [
          conflict(
            "État fonctionnel", "Performance", "performance",
            [(LocalizedText(same: left.value), left), (LocalizedText(same: right.value), right)])
        ]
      }
    }
    return []
  }

  /// Two birth dates in one record: is it one patient?
  private func identities() -> [RecordConflict] {
    let born = notes.indices.filter { notes[$0].identity.birthDate != nil }
    guard let first = born.first,
      let other = born.first(where: {
        notes[$0].identity.birthDate != notes[first].identity.birthDate
      })
    else { return [] }
    return [
      conflict(
        "Identité : deux dates de naissance", "Identity: two dates of birth", "identity",
        [first, other].map { index in
          let year = notes[index].identity.birthDate?.year ?? 0
          return (
            LocalizedText(fr: "né(e) en \(year)", en: "born in \(year)"), identityFact(index)
          )
        })
    ]
  }

  /// The head of a note, where the identity stands.
  private func identityFact(_ index: Int) -> RecordFact {
    let head = notes[index].text.unicodeScalars.prefix(240)
    let end =
      head.lastIndex(of: "\n").map { head.distance(from: head.startIndex, to: $0) } ?? head.count
    return RecordFact(
      slot: .reason, key: "identity|\(index)", value: "", quote: "", code: "", qualifiers: [],
      certainty: 1, date: notes[index].date, endDate: nil, note: index,
      span: Span(0, max(1, end)), section: .identity)
  }
}
