import Review

/// An official establishment that reviewed places may be joined to.
public struct JoinTarget: Sendable, Equatable {
  /// The SIRET, or whatever identifies the establishment.
  public var siret: String
  /// The name.
  public var name: String
  /// The street address, empty when not known.
  public var address: String
  /// The postcode, empty when not known.
  public var postcode: String
  /// The commune, empty when not known.
  public var commune: String
  /// Where it is.
  public var location: Coordinate?

  /// Makes a target.
  public init(
    siret: String, name: String, address: String = "", postcode: String = "",
    commune: String = "", location: Coordinate? = nil
  ) {
    self.siret = siret
    self.name = name
    self.address = address
    self.postcode = postcode
    self.commune = commune
    self.location = location
  }
}
