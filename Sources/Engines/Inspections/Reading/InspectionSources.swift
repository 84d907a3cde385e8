import Review

/// All that was read from files.
struct InspectionSources: SourceCorpus {
  /// The measurements, sorted by parameter, station and day.
  var measurements = MeasurementRegister()
  /// The stations by code.
  var stations = StationRegister()
  /// The sites by code.
  var sites: [String: Site] = [:]
  /// The past inspections.
  var controls: [Control] = []
  /// The names of the columns of the table of inspections, when a mapping named them.
  var mapping: ControlMapping?
  /// What was found that an agent should know of: repeated rows, converted units, moved stations,
  /// code lists that changed.
  var remarks: [LocalizedText] = []
  var files: [SourceFile] = []
}
