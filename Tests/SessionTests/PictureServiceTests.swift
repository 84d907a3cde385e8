import Foundation
import Imagery
import Review
import ReviewStore
import Testing

@testable import Session

@Suite struct PictureServiceTests {
  private func suggestion(_ before: String, _ after: String) -> Suggestion {
    Suggestion(
      project: .parcels, naturalKey: "a", title: "a", place: "",
      score: Score(0.5, basis: .rule(level: 1)),
      evidence: [
        .picturePair(
          PicturePairEvidence(
            before: before, after: after, beforeDate: nil, afterDate: nil, outline: [],
            metresPerPixel: 0.2, description: LocalizedText(same: "x")))
      ],
      provenance: Provenance(
        file: "a", sha256: "", row: nil, engine: "x", time: Timestamp(milliseconds: 0)))
  }

  private func store(_ content: Data) throws -> MemoryStore {
    let store = MemoryStore(agent: "marie")
    try store.save(records: [
      SourceRecord(
        project: .parcels, kind: PictureService.kind, key: "good",
        content: PNGWriter.data(Picture(width: 3, height: 2, red: 200))),
      SourceRecord(project: .parcels, kind: PictureService.kind, key: "other", content: content),
    ])
    return store
  }

  @Test func picturesAreLoadedByName() throws {
    let service = PictureService(
      store: try store(PNGWriter.data(Picture(width: 1, height: 1))))
    let found = service.pictures(of: suggestion("good", "other"))
    #expect(found["good"]?.width == 3 && found["good"]?.height == 2)
    #expect(found["other"]?.width == 1)
  }

  @Test(arguments: [Data(), Data([1, 2, 3]), Data("not a picture".utf8)])
  func damagedAndAbsentOnesAreLeftOut(_ content: Data) throws {
    let service = PictureService(store: try store(content))
    #expect(Set(service.pictures(of: suggestion("good", "other")).keys) == ["good"])
    #expect(service.pictures(of: suggestion("absent", "absent")).isEmpty)
  }

  @Test func aRecordIsFoundByItsKey() throws {
    let store = try store(Data([7]))
    let record = try store.records.record(
      project: .parcels, kind: PictureService.kind, key: "other")
    #expect(record?.content == Data([7]))
    #expect(
      try store.records.record(project: .letters, kind: PictureService.kind, key: "other") == nil)
  }
}
