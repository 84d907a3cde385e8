import Review

/// One analysis of one parameter in one sample, as small as ten millions of them need.
///
/// Station and file are numbers that the register gives.
struct Measurement: Hashable, Sendable {
  /// The station's number in the register.
  var station: Int32
  /// The SANDRE code of the parameter.
  var parameter: Int32
  /// Days since 1970-01-01.
  var day: Int32
  /// The value in the parameter's own unit; a limit when the value is censored.
  var value: Float
  /// What is known when it was not measured.
  var censoring: Censoring

  /// The day of the sample.
  var date: CalendarDate { CalendarDate(daysSinceEpoch: day) }
}
