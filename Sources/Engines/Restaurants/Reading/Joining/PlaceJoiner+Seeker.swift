import Review

extension PlaceJoiner {
  /// A reviewed place made ready to be compared.
  struct Seeker {
    let place: ReviewedPlace
    let name: PlaceName
    let address: StreetAddress
    /// The name without the words of a commune, by commune.
    private var localNames: [Int32: PlaceName] = [:]

    init(_ place: ReviewedPlace) {
      self.place = place
      name = PlaceName(place.name)
      address = StreetAddress(place.address)
    }

    /// The name as it is told apart in a commune.
    mutating func name(in commune: Int32, words: [Set<String>]) -> PlaceName {
      if let known = localNames[commune] { return known }
      let local = name.leavingOut(words[Int(commune)]) ?? name
      localNames[commune] = local
      return local
    }
  }
}
