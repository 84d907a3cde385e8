/// The states an accepted suggestion goes through, and the moves between them.
public struct FollowUpScheme: Hashable, Sendable, Codable {
  /// One state.
  public struct State: Hashable, Sendable, Codable {
    /// The code kept in the ledger.
    public let code: String
    /// The state's name.
    public let title: LocalizedText
    /// Days until it is due once entered, or `nil` when nothing is awaited.
    public let dueDays: Int?
    /// Whether nothing more is awaited.
    public let isFinal: Bool

    /// Makes a state.
    public init(code: String, title: LocalizedText, dueDays: Int? = nil, isFinal: Bool = false) {
      self.code = code
      self.title = title
      self.dueDays = dueDays
      self.isFinal = isFinal
    }
  }

  /// A move from a state to another.
  public struct Move: Hashable, Sendable, Codable {
    /// The code of the state left.
    public let from: String
    /// The code of the state entered.
    public let to: String

    /// Makes a move.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// The states; the first is entered when a suggestion is accepted.
  public let states: [State]
  /// The moves that are allowed.
  public let moves: [Move]

  /// Makes a scheme.
  public init(states: [State], moves: [Move]) {
    self.states = states
    self.moves = moves
  }

  /// The state with a code.
  public func state(_ code: String) -> State? { states.first { $0.code == code } }

  /// The states that may follow a state, or the first one for a suggestion that has none yet.
  public func next(after code: String?) -> [State] {
    guard let code else { return states.first.map { [$0] } ?? [] }
    return moves.filter { $0.from == code }.compactMap { state($0.to) }
  }
}
