import Review

/// Finds what may be inspected: every site under each theme it was controlled for, every station whose
/// series has a threshold.
struct SubjectBuilder {
  let material: Material
  let enricher: ControlEnricher
  let thresholds: Thresholds
  let today: CalendarDate

  /// A series whose last measurement is older than this says nothing of today, in days.
  private static let seriesAge: Int32 = 1096
  private static let fewestPoints = 4

  /// The subjects, in a fixed order.
  func subjects() -> [Subject] { sites() + stations() }

  private func sites() -> [Subject] {
    var bySite: [String: [Int]] = [:]
    for (number, control) in material.controls.enumerated() {
      let key = enricher.site(control.site)?.code ?? control.site
      bySite[key, default: []].append(number)
    }
    let usual = usualTheme()
    let codes = Set(bySite.keys).union(material.sites.keys).sorted()
    return codes.flatMap { code -> [Subject] in
      let site = material.sites[code]
      guard site?.isClosed != true else { return [] }
      let controls = bySite[code] ?? []
      let themes = Set(controls.map { material.controls[$0].theme })
      return (themes.isEmpty ? [usual] : themes.sorted()).map { theme in
        subject(code, site, theme, controls)
      }
    }
  }

  /// The theme most controls are about, for sites that were never controlled.
  private func usualTheme() -> String {
    var counts: [String: Int] = [:]
    for control in material.controls { counts[control.theme, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }

  private func subject(
    _ code: String, _ site: Site?, _ theme: String, _ controls: [Int]
  ) -> Subject {
    let past = controls.map { material.controls[$0] }
    // The history is kept under the key that the controls use.
    var row = Control(id: "today", day: today.daysSinceEpoch, site: past.last?.site ?? code)
    row.theme = theme
    row.name = past.last { !$0.name.isEmpty }?.name ?? site?.name ?? code
    row.commune = past.last { !$0.commune.isEmpty }?.commune ?? site?.commune ?? ""
    row.department = past.last { !$0.department.isEmpty }?.department ?? site?.department ?? ""
    row.location = past.last { $0.location != nil }?.location ?? site?.location
    row.numeric = past.last?.numeric ?? []
    row.categories = past.last?.categories ?? []
    row.groups = past.last?.groups ?? []
    row = enricher.enriched(row)
    return Subject(
      kind: .site(theme: theme), code: code, name: row.name, commune: row.commune,
      department: row.department, location: row.location, row: row, controls: controls, site: site)
  }

  private func stations() -> [Subject] {
    var subjects: [Subject] = []
    let controlled = Set(material.controls.map(\.site))
    for (number, series) in material.series.enumerated() {
      guard thresholds.threshold(series.parameter) != nil, series.points.count >= Self.fewestPoints,
        let last = series.points.last, today.daysSinceEpoch - last.day <= Self.seriesAge,
        last.day <= today.daysSinceEpoch
      else { continue }
      // Networks of drinking water are sites already, with their own controls.
      let station = material.stations[series.station]
      guard station != nil || !controlled.contains(series.station) else { continue }
      var row = Control(id: "today", day: today.daysSinceEpoch, site: series.station)
      row.location = station?.location
      subjects.append(
        Subject(
          kind: .station(parameter: series.parameter, series: number), code: series.station,
          name: station?.name ?? series.station, commune: station?.commune ?? "",
          department: station?.department ?? "", location: station?.location, row: row,
          controls: [], site: nil))
    }
    return subjects
  }
}
