import Review

extension PlaceJoiner {
  /// What is known of two places' whereabouts.
  enum Whereabouts: Equatable {
    case near(metres: Double)
    case sameAddress
    case samePostcode
    case far(metres: Double)
    case otherPostcode
    case unknown

    /// What names that agree are worth there.
    var factor: Double {
      switch self {
      case .near(let metres): metres <= 50 ? 1 : 1 - 0.08 * (metres - 50) / 100
      case .sameAddress: 1
      case .samePostcode: 0.9
      case .far(let metres): metres <= 500 ? 0.8 : 0.7
      case .otherPostcode: 0.5
      case .unknown: 0.65
      }
    }
  }

  /// What an address shared under another name is worth: signs and legal names often differ.
  static let sameAddressOtherName = 0.6
  /// What a name that only says the kind of place is worth, of one.
  static let genericName = 0.85
  /// What names are worth that begin alike but are not equal, where no coordinates confirm them.
  static let unequalUnconfirmed = 0.95

  /// A pair that was compared, before its reasons are put into words.
  struct Comparison {
    var place: Int
    var score: Double
    var similarity: Double
    var whereabouts: Whereabouts
    var isSameAddress: Bool
  }

  /// A pair, or `nil` when it is not worth showing.
  func compare(_ seeker: inout Seeker, with index: Int32) -> Comparison? {
    let place = Int(index)
    let target = targets[place]
    let isSameAddress = seeker.address.matches(addresses[place]) && isSameTown(seeker, target)
    // The town's name tells nothing in that town: « Mama Lyon » in Lyon is « Mama ».
    let name = seeker.name(in: communes[place], words: communeWords)
    guard isSameAddress || name.mayResemble(names[place]) else { return nil }
    let similarity = name.similarity(to: names[place])
    guard isSameAddress || similarity >= PlaceName.leastLikeness else { return nil }
    let whereabouts = whereabouts(seeker, place)
    var score = similarity >= PlaceName.leastLikeness ? similarity * whereabouts.factor : 0
    if names[place].isGeneric || name.isGeneric { score *= Self.genericName }
    if similarity < 1, !isConfirmedByPlace(whereabouts) { score *= Self.unequalUnconfirmed }
    if isSameAddress {
      // Kept below certainty: two stalls may share a hall, and a place may have a successor.
      score = max(min(1, score + 0.05), Self.sameAddressOtherName)
    }
    guard score >= Self.leastScore else { return nil }
    return Comparison(
      place: place, score: score, similarity: similarity, whereabouts: whereabouts,
      isSameAddress: isSameAddress)
  }

  /// The pair in words.
  func candidate(_ pair: Comparison) -> JoinCandidate {
    JoinCandidate(
      target: pair.place, siret: targets[pair.place].siret, score: pair.score,
      reasons: reasons(pair.similarity, pair.whereabouts, pair.isSameAddress), isConfirmed: false)
  }

  private func isConfirmedByPlace(_ whereabouts: Whereabouts) -> Bool {
    switch whereabouts {
    case .near, .sameAddress: true
    default: false
    }
  }

  private func whereabouts(_ seeker: Seeker, _ place: Int) -> Whereabouts {
    let target = targets[place]
    if let from = seeker.place.location, let to = target.location {
      let metres = from.metres(to: to)
      if metres <= Self.nearbyMetres { return .near(metres: metres) }
      if seeker.address.matches(addresses[place]), isSameTown(seeker, target) {
        return .sameAddress
      }
      return isSameTown(seeker, target) ? .far(metres: metres) : .otherPostcode
    }
    guard !seeker.place.postcode.isEmpty, !target.postcode.isEmpty else { return .unknown }
    guard isSameTown(seeker, target) else { return .otherPostcode }
    return seeker.address.matches(addresses[place]) ? .sameAddress : .samePostcode
  }

  private func isSameTown(_ seeker: Seeker, _ target: JoinTarget) -> Bool {
    !target.postcode.isEmpty && seeker.place.postcode == target.postcode
  }

  private func reasons(
    _ similarity: Double, _ whereabouts: Whereabouts, _ isSameAddress: Bool
  ) -> [LocalizedText] {
    var reasons: [LocalizedText] = []
    let percent = Int((similarity * 100).rounded())
    reasons.append(
      similarity == 1
        ? LocalizedText(fr: "même nom", en: "same name")
        : similarity >= PlaceName.leastLikeness
          ? LocalizedText(
            fr: "noms ressemblants à \(percent) %", en: "names alike at \(percent)%")
          : LocalizedText(fr: "noms différents", en: "different names"))
    if isSameAddress { reasons.append(LocalizedText(fr: "même adresse", en: "same address")) }
    switch whereabouts {
    case .near(let metres):
      reasons.append(
        LocalizedText(
          fr: "à \(Int(metres.rounded())) m", en: "\(Int(metres.rounded())) m apart"))
    case .far(let metres):
      reasons.append(
        LocalizedText(
          fr: "même code postal, mais à \(Int(metres.rounded())) m",
          en: "same postcode, but \(Int(metres.rounded())) m apart"))
    case .samePostcode:
      reasons.append(LocalizedText(fr: "même code postal", en: "same postcode"))
    case .otherPostcode:
      reasons.append(LocalizedText(fr: "autre code postal", en: "other postcode"))
    case .unknown:
      reasons.append(LocalizedText(fr: "lieu inconnu", en: "place not known"))
    case .sameAddress: break
    }
    return reasons
  }
}
