/// What a verification of the ledger found.
public struct LedgerVerification: Hashable, Sendable {
  /// What is wrong with a row.
  public enum Fault: Hashable, Sendable {
    /// The row's bytes do not give its hash.
    case content
    /// The row does not continue the one before.
    case link
    /// A number is missing or stands twice.
    case sequence
    /// A kept personal text does not give the digest in the chain.
    case personal
    /// A column that is derived from the row says something else.
    case column
    /// The head that was given is not in the ledger.
    case head
  }

  /// The number of rows that were verified before the fault, or all.
  public var verified: Int
  /// The hash of the last verified row.
  public var head: LedgerHash
  /// The sequence number of the first faulty row, and what is wrong with it; `nil` when all is well.
  public var fault: (sequence: Int, kind: Fault)? {
    get { faultSequence.flatMap { sequence in faultKind.map { (sequence, $0) } } }
    set {
      faultSequence = newValue?.sequence
      faultKind = newValue?.kind
    }
  }
  private var faultSequence: Int?
  private var faultKind: Fault?

  /// Makes a result.
  public init(verified: Int, head: LedgerHash, fault: (sequence: Int, kind: Fault)? = nil) {
    self.verified = verified
    self.head = head
    faultSequence = fault?.sequence
    faultKind = fault?.kind
  }

  /// Whether nothing is wrong.
  public var isIntact: Bool { faultSequence == nil }
}
