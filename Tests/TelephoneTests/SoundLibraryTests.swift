import Foundation
import Testing

@testable import Telephone

@Suite struct SoundLibraryTests {
  private static func sounds(_ folder: URL) throws -> Int {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("sounds").path
    ).count
  }

  @Test func soundsAreMadeOnceAndTheOldestFall() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try SoundLibrary(
      folder: folder, speech: BotFixture.Silence(), soundLimit: 8)
    let first = try #require(try library.path(of: "phrase zéro"))
    #expect(try library.path(of: "phrase zéro") == first)
    #expect(try Self.sounds(folder) == 1)
    for number in 1..<40 {
      let path = try #require(try library.path(of: "phrase numéro \(number)"))
      #expect(FileManager.default.fileExists(atPath: path + ".wav"), "the newest is always there")
      #expect(try Self.sounds(folder) <= 9)
    }
    #expect(!FileManager.default.fileExists(atPath: first + ".wav"))
    // What fell is made again when it is wanted.
    #expect(try library.path(of: "phrase zéro") == first)
    // A library that is opened again knows what it holds.
    let again = try SoundLibrary(folder: folder, speech: BotFixture.Silence(), soundLimit: 8)
    for number in 40..<60 { _ = try again.path(of: "phrase numéro \(number)") }
    #expect(try Self.sounds(folder) <= 9)
  }

  @Test func withoutASpeakerThereIsNoSound() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try SoundLibrary(folder: folder, speech: nil).path(of: "bonjour") == nil)
  }
}
