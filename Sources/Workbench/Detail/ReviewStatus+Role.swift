import Display
import Review

extension ReviewStatus {
  /// The role that colours a status; a sign and a word go with it.
  var role: Display.Role {
    switch self {
    case .open: .text
    case .accepted: .accept
    case .rejected: .reject
    case .later: .later
    }
  }
}
