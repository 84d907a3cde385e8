import Foundation
import Review

/// Writes what an agent looks at.
struct EvidenceWriter {
  let material: Material
  let enricher: ControlEnricher
  let thresholds: Thresholds
  let neighbours: BadNeighbours
  let today: CalendarDate

  /// How far back a chart goes, in days.
  private static let chartDays: Int32 = 6 * 366
  private static let pointLimit = 300
  private static let controlLimit = 12
  private static let neighbourLimit = 6
  private static let stationLimit = 5

  /// The evidence of a subject, reasons first.
  func evidence(_ subject: Subject, _ assessment: Assessment) -> [Evidence] {
    var evidence: [Evidence] = [.contributions(assessment.contributions)]
    if let series = series(subject) { evidence.append(series) }
    if let plan = planFacts(assessment) { evidence.append(plan) }
    if let past = pastControls(subject) { evidence.append(past) }
    if let map = map(subject) { evidence.append(map) }
    evidence.append(identity(subject))
    return evidence
  }

  // MARK: Series

  private func series(_ subject: Subject) -> Evidence? {
    if case .station(_, let number) = subject.kind {
      return chart(material.series[number], distance: nil)
    }
    guard let place = subject.location,
      let (near, _) = enricher.water.telling(
        place, day: today.daysSinceEpoch, theme: subject.row.theme)
    else { return nil }
    return chart(material.series[near.series], distance: near.distance)
  }

  private func chart(_ series: WaterSeries, distance: Double?) -> Evidence {
    let station = material.stations[series.station]
    let name = Facts.name(series.parameter)
    let where1 = station.map { $0.name.isEmpty ? series.station : "\(series.station) \($0.name)" }
    let far = distance.map { Facts.number($0) }
    let frDistance = far.map { ", à \($0.fr) km" } ?? ""
    let enDistance = far.map { ", \($0.en) km away" } ?? ""
    let points = series.points.filter {
      $0.day <= today.daysSinceEpoch && today.daysSinceEpoch - $0.day <= Self.chartDays
    }
    let source = station.map { $0.file.isEmpty ? "Naïades" : $0.file } ?? "Naïades"
    return .series(
      SeriesEvidence(
        title: LocalizedText(
          fr: "\(name.fr.prefix(1).uppercased() + name.fr.dropFirst()), station "
            + "\(where1 ?? series.station)\(frDistance)",
          en: "\(name.en.prefix(1).uppercased() + name.en.dropFirst()), station "
            + "\(where1 ?? series.station)\(enDistance)"),
        unit: Facts.shortUnit(SandreTable.parameters[series.parameter]?.unit ?? ""), form: .line,
        points: points.suffix(Self.pointLimit).map {
          .init(date: $0.date, value: Double($0.value), isCensored: $0.isBelow)
        },
        thresholds: thresholds.levels(series.parameter),
        source: LocalizedText(
          fr: "mesures de la station \(series.station), plus haute du jour (\(source))",
          en: "measurements of station \(series.station), highest of the day (\(source))")))
  }

  // MARK: Facts

  private func planFacts(_ assessment: Assessment) -> Evidence? {
    guard let plan = assessment.plan else { return nil }
    let isRandom = plan.selection.reason == .random
    let share = Facts.number(plan.selection.probability, digits: 3)
    var facts: [FactsEvidence.Fact] = [
      .init(
        name: LocalizedText(same: plan.name),
        value: LocalizedText(
          fr: "rang \(plan.rank) sur \(plan.size)", en: "rank \(plan.rank) of \(plan.size)")),
      .init(
        name: LocalizedText(fr: "Tiré au hasard", en: "Drawn at random"),
        value: isRandom
          ? LocalizedText(
            fr: "oui, probabilité \(share.fr)", en: "yes, probability \(share.en)")
          : LocalizedText(fr: "non", en: "no")),
    ]
    if !plan.agent.isEmpty {
      facts.append(
        .init(
          name: LocalizedText(fr: "Agent", en: "Agent"), value: LocalizedText(same: plan.agent)))
    }
    return .facts(
      FactsEvidence(
        title: LocalizedText(fr: "Plan de contrôle", en: "Inspection plan"), facts: facts))
  }

  private func pastControls(_ subject: Subject) -> Evidence? {
    guard !subject.controls.isEmpty else { return nil }
    let facts = subject.controls.reversed().prefix(Self.controlLimit).map { number in
      let control = material.controls[number]
      let outcome = Facts.outcome(control.level)
      let theme = control.theme.isEmpty ? "" : " · \(control.theme)"
      let follow = followUp(control)
      return FactsEvidence.Fact(
        name: LocalizedText(same: control.date.iso),
        value: LocalizedText(
          fr: outcome.fr + theme + follow.fr, en: outcome.en + theme + follow.en),
        source: LocalizedText(same: "\(control.id) · \(control.file):\(control.line)"))
    }
    return .facts(
      FactsEvidence(
        title: LocalizedText(fr: "Contrôles passés", en: "Past inspections"), facts: Array(facts)))
  }

  private func followUp(_ control: Control) -> LocalizedText {
    var fr = control.followUp.isEmpty ? "" : " · \(control.followUp)"
    var en = fr
    if let repaired = control.repaired {
      fr += " · régularisé le \(repaired.iso)"
      en += " · repaired on \(repaired.iso)"
    } else if let due = control.due, control.isBad == true {
      if due < today {
        let days = today.days(since: due)
        fr += " · EN RETARD de \(days) j (échéance \(due.iso))"
        en += " · OVERDUE by \(days) d (due \(due.iso))"
      } else {
        fr += " · échéance \(due.iso)"
        en += " · due \(due.iso)"
      }
    }
    return LocalizedText(fr: fr, en: en)
  }

  private func identity(_ subject: Subject) -> Evidence {
    var facts: [FactsEvidence.Fact] = []
    func add(_ fr: String, _ en: String, _ value: String) {
      guard !value.isEmpty else { return }
      facts.append(
        .init(name: LocalizedText(fr: fr, en: en), value: LocalizedText(same: value)))
    }
    add("Code", "Code", subject.code)
    add("Commune", "Commune", subject.commune)
    add("Activité", "Activity", subject.site?.activity ?? "")
    add("Régime", "Regime", subject.site?.regime ?? "")
    add("Seveso", "Seveso", subject.site?.seveso ?? "")
    add("Rubriques", "Headings", subject.site?.headings.joined(separator: ", ") ?? "")
    let station = material.stations[subject.code]
    add("Cours d'eau", "Water course", station?.courseName ?? "")
    add("Masse d'eau", "Water body", station?.waterBody ?? "")
    let title =
      subject.isStation
      ? LocalizedText(fr: "Station", en: "Station") : LocalizedText(fr: "Site", en: "Site")
    return .facts(FactsEvidence(title: title, facts: facts))
  }

  // MARK: Map

  private func map(_ subject: Subject) -> Evidence? {
    guard let place = subject.location else { return nil }
    var shapes: [PlanEvidence.Shape] = []
    var seen: Set<String> = [subject.code]
    for near in enricher.water.near(place, theme: subject.row.theme) {
      let station = material.series[near.series].station
      guard seen.insert(station).inserted, seen.count <= Self.stationLimit + 1,
        let location = material.stations[station]?.location
      else { continue }
      let distance = Facts.number(near.distance)
      shapes.append(
        .init(
          role: .neighbour,
          label: LocalizedText(
            fr: "station \(station), \(distance.fr) km", en: "station \(station), \(distance.en) km"
          ),
          points: [location]))
    }
    let bad = neighbours.near(place, except: subject.row.site)
    shapes += badSites(bad)
    shapes.append(
      .init(role: .subject, label: LocalizedText(same: subject.name), points: [place]))
    let stations = seen.count - 1
    return .plan(
      PlanEvidence(
        shapes: shapes,
        description: LocalizedText(
          fr: Facts.count(stations, "station", "stations") + " à moins de 10 km, "
            + Facts.count(bad.count, "non-conformité", "non-conformités")
            + " à moins de 5 km en 12 mois",
          en: Facts.count(stations, "station", "stations", .english) + " within 10 km, "
            + Facts.count(bad.count, "non-conformity", "non-conformities", .english)
            + " within 5 km in 12 months")))
  }

  /// One mark for each site, whatever was found there how often; the nearest sites first.
  private func badSites(_ found: [BadNeighbours.Found]) -> [PlanEvidence.Shape] {
    var order: [String] = []
    var members: [String: [Control]] = [:]
    for one in found {
      let control = material.controls[one.control]
      if members[control.site] == nil { order.append(control.site) }
      members[control.site, default: []].append(control)
    }
    return order.prefix(Self.neighbourLimit).compactMap { site in
      guard let controls = members[site], let last = controls.max(by: { $0.day < $1.day }),
        let place = last.location ?? enricher.site(site)?.location
      else { return nil }
      let name = last.name.isEmpty ? site : last.name
      let count = controls.count
      let fr = Facts.count(count, "non-conformité", "non-conformités")
      let en = Facts.count(count, "non-conformity", "non-conformities", .english)
      let (frWhen, enWhen) = count > 1 ? (", la dernière le ", ", the last on ") : (" le ", " on ")
      return PlanEvidence.Shape(
        role: .neighbour,
        label: LocalizedText(
          fr: "\(name), \(fr)\(frWhen)\(last.date.iso)",
          en: "\(name), \(en)\(enWhen)\(last.date.iso)"), points: [place])
    }
  }
}
