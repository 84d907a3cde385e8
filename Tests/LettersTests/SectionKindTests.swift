import Letters
import Testing

@Suite("Sections of a letter")
struct SectionKindTests {
  @Test("Requests stand in A, B, I and II only")
  func requests() {
    let asking = SectionKind.allCases.filter(\.holdsRequests).map(\.rawValue)
    #expect(asking == ["A", "B", "I", "II"])
  }
}
