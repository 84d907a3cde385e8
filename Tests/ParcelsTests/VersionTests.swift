import Testing

@testable import Parcels

@Test("the engine's name carries its version")
func version() { #expect(ParcelsVersion.name == "parcels \(ParcelsVersion.current)") }
