import Learning

/// Which columns outcomes are predicted from: fixed when a model is trained, kept with it.
struct OutcomeSpec: Hashable, Sendable {
  /// The names of the numeric columns of the rows.
  var numeric: [String]
  /// Those of them that can only raise the risk.
  var rising: Set<String>
  /// The names of the categorical columns.
  var categories: [String]
  /// The levels of each categorical column that have a column of their own.
  var levels: [[String]]
  /// The names of the severity columns.
  var severities: [String]
  /// The names of the group columns.
  var groups: [String]
  /// The codes of findings that have a column of their own.
  var codes: [String]
  /// Whether rows carry themes.
  var hasThemes: Bool
  /// The unit of distances of the neighbourhood, in kilometres.
  var scale: Double

  /// The fewest rows of a level that has a column of its own.
  static let levelRows = 30
  /// The most levels of a column.
  static let levelLimit = 12
  /// The most codes.
  static let codeLimit = 20

  /// The neighbourhoods: how wide (in units of `scale`) and how many days back.
  static let neighbourhoods: [(name: String, width: Double, days: Int32)] = [
    ("near, 1 year", 1, 365), ("near, 3 months", 2.5, 90), ("around, 1 year", 5, 365),
    ("near, 1 month", 2.5, 30), ("around, 2 months", 10, 60),
  ]

  /// The columns, in the order of the features.
  var columns: [FeatureColumn] {
    var list: [FeatureColumn] = [
      FeatureColumn("recent 3 weeks", .free, ReasonKey.recent),
      FeatureColumn("recent 3 months", .free, ReasonKey.recent),
      FeatureColumn("site rate 2 years", .rising, ReasonKey.site),
      FeatureColumn("site rate 9 months", .rising, ReasonKey.site),
      FeatureColumn("site weight", .free, ReasonKey.site),
      FeatureColumn("site controls", .free, ReasonKey.site),
      FeatureColumn("last outcome", .rising, ReasonKey.last),
      FeatureColumn("days since", .free, ReasonKey.last),
    ]
    list += severities.map { FeatureColumn("site \($0)", .rising, ReasonKey.severity) }
    list += codes.map { FeatureColumn("site code \($0)", .rising, ReasonKey.severity) }
    if hasThemes {
      list += ["theme rate", "site theme rate", "theme département rate"].map {
        FeatureColumn($0, .rising, ReasonKey.theme)
      }
    }
    for group in groups {
      list.append(FeatureColumn("\(group) rate", .rising, ReasonKey.group + group))
      list.append(FeatureColumn("\(group) weight", .free, ReasonKey.group + group))
      list += severities.map {
        FeatureColumn("\(group) \($0)", .rising, ReasonKey.group + group)
      }
    }
    for (column, levels) in zip(categories, levels) {
      list.append(FeatureColumn("\(column) rate", .rising, ReasonKey.own + column))
      list += levels.map { FeatureColumn("\(column) = \($0)", .free, ReasonKey.own + column) }
    }
    for place in Self.neighbourhoods {
      list.append(FeatureColumn(place.name, .rising, ReasonKey.neighbours))
      list.append(FeatureColumn("\(place.name): weight", .free, ReasonKey.neighbours))
    }
    list += severities.map { FeatureColumn("near, 3 months: \($0)", .rising, ReasonKey.neighbours) }
    list.append(FeatureColumn("sine of the year", .free, ReasonKey.season))
    list.append(FeatureColumn("cosine of the year", .free, ReasonKey.season))
    list.append(FeatureColumn("latitude", .free, ReasonKey.place))
    list.append(FeatureColumn("longitude", .free, ReasonKey.place))
    list += numeric.map { name in
      FeatureColumn(name, rising.contains(name) ? .rising : .free, OutcomeSpec.reason(of: name))
    }
    return list
  }

  /// The reason of a numeric column: water signals are told together.
  static func reason(of name: String) -> String {
    name.hasPrefix(WaterSignals.prefix) ? ReasonKey.water : ReasonKey.own + name
  }

  /// The name of the list of features, for what is frozen.
  var schema: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for column in columns {
      for byte in column.name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return "inspections/outcomes/1/\(String(hash, radix: 16))"
  }
}

extension OutcomeSpec {
  /// The columns that training rows and older rows give.
  init(
    training rows: [Control], history: [Control], numeric: [String], rising: Set<String>,
    categories: [String], severities: [String], groups: [String]
  ) {
    let all = rows + history
    self.init(
      numeric: numeric, rising: rising, categories: categories,
      levels: categories.indices.map { Self.frequent(rows, $0) }, severities: severities,
      groups: groups, codes: Self.frequentCodes(all),
      hasThemes: rows.contains { !$0.theme.isEmpty }, scale: NeighbourScale.scale(all))
  }

  private static func frequent(_ rows: [Control], _ column: Int) -> [String] {
    var counts: [String: Int] = [:]
    for row in rows where column < row.categories.count {
      let level = row.categories[column]
      if !level.isEmpty { counts[level, default: 0] += 1 }
    }
    return counts.filter { $0.value >= levelRows }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(levelLimit).map(\.key)
  }

  private static func frequentCodes(_ rows: [Control]) -> [String] {
    var counts: [String: Int] = [:]
    for row in rows { for code in Set(row.codes) { counts[code, default: 0] += 1 } }
    return counts.filter { $0.value >= max(levelRows, rows.count / 100) }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(codeLimit).map(\.key)
  }
}
