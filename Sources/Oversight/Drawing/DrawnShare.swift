import Crypto
import Foundation

/// A share of things drawn by the hash of their name and a secret: the same things each time, and
/// nobody can foresee which without the secret.
public struct DrawnShare: Hashable, Sendable {
  /// The share, 0…1.
  public var share: Double
  /// The secret.
  public var secret: String
  /// What is drawn (`second`, `repeat`), so that two shares are independent.
  public var purpose: String

  /// Makes a share.
  public init(_ share: Double, purpose: String, secret: String) {
    self.share = min(1, max(0, share))
    self.secret = secret
    self.purpose = purpose
  }

  /// Whether a thing is drawn.
  public func holds(_ name: String) -> Bool {
    let digest = SHA256.hash(data: Data("\(purpose)\n\(secret)\n\(name)".utf8))
    let number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Double(number >> 11) * 0x1p-53 < share
  }
}
