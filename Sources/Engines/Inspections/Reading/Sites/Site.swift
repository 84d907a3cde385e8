import Review

/// An establishment that may be inspected, from a register.
struct Site: Hashable, Sendable {
  /// Its key: ICPE number, SIRET.
  var code: String
  /// Its name.
  var name = ""
  /// Another key it is known by (SIRET of an ICPE).
  var otherCode = ""
  /// The commune.
  var commune = ""
  /// The département.
  var department = ""
  /// Where it is.
  var location: Coordinate?
  /// The regime (Autorisation, Enregistrement, Déclaration).
  var regime = ""
  /// The Seveso status.
  var seveso = ""
  /// What it does.
  var activity = ""
  /// Whether it is in operation.
  var state = ""
  /// Whether it is a national priority.
  var isPriority = false
  /// Whether it falls under the Industrial Emissions Directive.
  var isIED = false
  /// The day of the last inspection the register tells of.
  var lastInspection: CalendarDate?
  /// The headings of the nomenclature it falls under.
  var headings: [String] = []
  /// The file it comes from.
  var file = ""
  /// Its line there.
  var line = 0

  init(code: String) { self.code = code }

  /// Whether the register says that it no longer works.
  var isClosed: Bool {
    let text = state.lowercased()
    return text.contains("cess") || text.contains("arrêt") || text.contains("fin d")
      || text.contains("arret")
  }
}
