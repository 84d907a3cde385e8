import Review

/// A place where water is measured.
struct Station: Hashable, Sendable {
  /// The code of the station.
  var code: String
  /// Its name.
  var name = ""
  /// Where it is.
  var location: Coordinate?
  /// The name of the commune.
  var commune = ""
  /// The code of the département.
  var department = ""
  /// The code of the water course (Carthage).
  var course = ""
  /// The name of the water course.
  var courseName = ""
  /// The code of the water body.
  var waterBody = ""
  /// The code of the sub-basin.
  var basin = ""
  /// Metres above the sea.
  var altitude: Double?
  /// The file it comes from.
  var file = ""
  /// Its line there.
  var line = 0

  init(code: String) { self.code = code }
}
