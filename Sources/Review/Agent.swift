/// A person who decides.
public struct Agent: Identifiable, Hashable, Codable, Sendable {
  /// The login name, 1…64 characters.
  public let id: String
  /// The name shown on screen.
  public var name: String
  /// What the person may do.
  public var role: Role

  /// Makes an agent; the name defaults to the login name.
  public init(id: String, name: String? = nil, role: Role = .agent) {
    self.id = String(id.prefix(64))
    self.name = name ?? self.id
    self.role = role
  }
}
