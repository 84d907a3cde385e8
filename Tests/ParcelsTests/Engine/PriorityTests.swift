import Imagery
import Review
import Testing

@testable import Parcels

@Suite("Priority, apart from probability")
struct PriorityTests {
  private let today = CalendarDate(iso: "2026-11-26")!

  private func zone(_ category: String) -> Candidate.InZone {
    Candidate.InZone(category: category, code: "", name: "")
  }

  private func priority(
    _ change: (inout Candidate) -> Void, type: ObjectType = .caravan,
    knowledge: [String: [KnowledgeRow]] = [:]
  ) -> Priority {
    var one = candidate()
    change(&one)
    return Priority(one, share: 0.8, type: type, weights: PriorityWeights(knowledge), today: today)
  }

  @Test("factors multiply; the heaviest zone counts")
  func factors() {
    #expect(abs(priority { _ in }.value - 0.08) < 1e-9)
    let two = priority { $0.zones = [zone("ZNIEFF II"), zone("Natura 2000")] }
    #expect(two.zone == "Natura 2000" && abs(two.value - 0.72) < 1e-9)
    let permitted = priority {
      $0.zones = [zone("Natura 2000")]
      $0.permits = ["PC 1"]
    }
    #expect(abs(permitted.value - 0.072) < 1e-9)
    #expect(abs(priority({ _ in }, type: .pool).value - 0.056) < 1e-9)
    #expect(priority { $0.zones = [zone("Lande")] }.zoneFactor == 0.5)
  }

  @Test("supervisors' tables are obeyed, broken rows are not")
  func tables() {
    let rows = [
      KnowledgeRow(key: "Natura 2000", values: ["category": "Natura 2000", "weight": "0.3"]),
      KnowledgeRow(key: "x", values: ["category": "x", "weight": "heavy"]),
    ]
    let result = priority(
      { $0.zones = [zone("natura 2000")] }, knowledge: [ParcelsTables.zones: rows])
    #expect(abs(result.value - 0.24) < 1e-9)
  }

  @Test("the clock of prescription is bounded by both pictures")
  func clock() {
    let result = priority { _ in }
    #expect(result.barredFrom.iso == "2027-06-14" && result.barredUntil.iso == "2030-05-13")
    #expect(result.isUrgent)
    #expect(
      Priority.adding(1, to: CalendarDate(iso: "2024-02-29")!).iso == "2025-02-28")
    let late = priority { $0.beforeDate = CalendarDate(iso: "2024-01-01")! }
    #expect(!late.isUrgent)
  }
}

@Suite("Joining with registers")
struct GroundJoinerTests {
  private func parcel(_ number: String, _ shape: GroundShape) -> Parcel {
    Parcel(
      id: "34332000AB0\(number)", section: "AB", number: number, commune: "34332", shape: shape)
  }

  private func sources() -> ParcelSources {
    var sources = ParcelSources()
    // The candidate's six metres lie around 728,050: two metres in the first parcel.
    sources.parcels = [
      parcel("439", square(728_000, 6_245_900, 49)), parcel("440", square(728_049, 6_245_900, 100)),
    ]
    sources.zones = [
      Zone(
        category: "Natura 2000", code: "FR1", name: "Dunes", shape: square(727_000, 6_245_000, 5000)
      ),
      Zone(category: "APPB", code: "", name: "Loin", shape: square(700_000, 6_300_000, 50)),
    ]
    sources.permits = [
      Permit(
        number: "1", kind: "PC", isValid: true, date: CalendarDate(iso: "2020-01-01"),
        parcels: [ParcelName(commune: "34332", section: "0AB", number: "440")]),
      Permit(
        number: "2", kind: "PC", isValid: false, date: nil,
        parcels: [ParcelName(commune: "34332", section: "AB", number: "440")]),
      Permit(
        number: "3", kind: "PC", isValid: true, date: CalendarDate(iso: "2001-01-01"),
        parcels: [ParcelName(commune: "34332", section: "AB", number: "440")]),
    ]
    return sources
  }

  @Test("shares of area, not the middle; standing permits only; zones that hold it")
  func join() {
    var one = candidate()
    GroundJoiner(sources()).join(&one)
    #expect(one.shares.map(\.number) == ["440", "439"])
    #expect(abs(one.shares[0].share - 4.0 / 6) < 0.05)
    #expect(one.zones.map(\.category) == ["Natura 2000"])
    #expect(one.permits == ["PC 1"] && one.knowsPermits)
    #expect(one.around.count == 2)
  }

  @Test("registers that were not given change nothing")
  func absent() {
    var one = candidate()
    one.permits = ["kept"]
    GroundJoiner(ParcelSources()).join(&one)
    #expect(one.permits == ["kept"] && !one.knowsPermits && one.shares.isEmpty)
    #expect(GroundJoiner(ParcelSources()).isEmpty)
  }

  @Test("the grid finds what a search one by one finds")
  func index() {
    var random = NetworkRandom(seed: 4)
    let shapes =
      (0..<300).map { _ in
        square(
          728_000 + Double(random.unit()) * 3000, 6_246_000 + Double(random.unit()) * 3000,
          5 + Double(random.unit()) * 400)
      } + [square(0, 5_000_000, 2_000_000)]
    let index = GroundIndex(shapes)
    for _ in 0..<100 {
      let point = GroundPoint(
        east: 728_000 + Double(random.unit()) * 3000,
        north: 6_246_000 + Double(random.unit()) * 3000)
      #expect(index.containing(point) == shapes.indices.filter { shapes[$0].contains(point) })
    }
  }
}
