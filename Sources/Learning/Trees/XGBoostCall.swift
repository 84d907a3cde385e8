import CXGBoost

/// Turns the library's status codes into errors.
enum XGBoostCall {
  /// Throws the library's last message when a call did not give 0.
  static func check(_ status: Int32) throws(LearningError) {
    guard status == 0 else {
      let message = XGBGetLastError().map { String(cString: $0) } ?? "unknown error"
      // Only the first line: the rest is the library's stack.
      let first = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message
      throw .library(name: "xgboost", message: first)
    }
  }
}
