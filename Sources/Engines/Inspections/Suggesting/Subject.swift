import Review

/// What a suggestion is about: a site under a theme, or a station with a parameter.
struct Subject {
  enum Kind: Hashable {
    case site(theme: String)
    case station(parameter: Int32, series: Int)
  }

  var kind: Kind
  /// The key of the site or station.
  var code: String
  var name: String
  var commune: String
  var department: String
  var location: Coordinate?
  /// The row of today that the model of outcomes is asked about.
  var row: Control
  /// The past controls, oldest first: places in the list of controls.
  var controls: [Int]
  var site: Site?

  /// The natural key of the suggestion.
  var naturalKey: String {
    switch kind {
    case .site(let theme): "site|\(code)|\(theme)"
    case .station(let parameter, _): "station|\(code)|\(parameter)"
    }
  }

  var isStation: Bool {
    if case .station = kind { return true }
    return false
  }
}
