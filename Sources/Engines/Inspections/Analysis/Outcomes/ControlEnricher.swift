import Review

/// Adds to controls what the register of sites and the water near them told on their day.
struct ControlEnricher {
  let material: Material
  let water: WaterSignals
  /// Sites by any key they are known by.
  private let sites: [String: Site]

  init(_ material: Material, thresholds: Thresholds) {
    self.material = material
    water = WaterSignals(
      material.series, stations: material.stations, thresholds: thresholds)
    var sites: [String: Site] = [:]
    for code in material.sites.keys.sorted() {
      guard let site = material.sites[code] else { continue }
      sites[code] = site
      if !site.otherCode.isEmpty, sites[site.otherCode] == nil { sites[site.otherCode] = site }
    }
    self.sites = sites
  }

  /// The site of a key, when a register knows it.
  func site(_ key: String) -> Site? { sites[key] }

  /// The columns of enriched controls.
  var columns: ControlColumns {
    var columns = material.columns
    columns.numeric += WaterSignals.names
    columns.rising.formUnion(WaterSignals.rising)
    columns.categories += Self.categories
    columns.groups += Self.groups
    return columns
  }

  private static let categories = ["régime", "activité"]
  private static let groups = ["commune"]

  /// Controls with their columns filled.
  func enriched(_ controls: [Control]) -> [Control] {
    Parallel.map(
      stride(from: 0, to: controls.count, by: 500).map {
        Array(controls[$0..<min($0 + 500, controls.count)])
      }
    ) { chunk in chunk.map { enriched($0) } }.flatMap { $0 }
  }

  /// One control with its columns filled.
  func enriched(_ control: Control) -> Control {
    var control = control
    let site = sites[control.site]
    if control.location == nil {
      control.location = site?.location ?? material.stations[control.site]?.location
    }
    if control.name.isEmpty { control.name = site?.name ?? "" }
    if control.commune.isEmpty { control.commune = site?.commune ?? "" }
    if control.department.isEmpty { control.department = site?.department ?? "" }
    pad(&control.numeric, to: material.columns.numeric.count, with: .nan)
    control.numeric += water.values(control.location, day: control.day, theme: control.theme)
    pad(&control.categories, to: material.columns.categories.count, with: "")
    control.categories += [site?.regime ?? "", site?.activity ?? ""]
    pad(&control.groups, to: material.columns.groups.count, with: "")
    control.groups.append(ControlReader.groupKey(control.commune))
    return control
  }

  private func pad<Value>(_ values: inout [Value], to count: Int, with filler: Value) {
    if values.count > count { values.removeLast(values.count - count) }
    while values.count < count { values.append(filler) }
  }
}
