/// The section of a letter a passage stands in.
public enum SectionKind: String, Sendable, Codable, CaseIterable {
  /// The summary of the inspection.
  case synthesis = "synthese"
  /// Old layout: requests for corrective action.
  case correctiveActions = "A"
  /// Old layout: requests for additional information.
  case additionalInformation = "B"
  /// Old layout: observations.
  case observations = "C"
  /// Layout of 2022: requests to treat first.
  case priorityRequests = "I"
  /// Layout of 2022: other requests.
  case otherRequests = "II"
  /// Layout of 2022: findings or observations that need no answer.
  case findings = "III"

  /// Whether the passages of the section ask the operator for something.
  public var holdsRequests: Bool {
    switch self {
    case .correctiveActions, .additionalInformation, .priorityRequests, .otherRequests: true
    case .synthesis, .observations, .findings: false
    }
  }
}
