import Display
import Review
import Testing

@testable import Workbench

/// The keys of pictures: flicker in place, zoom, outline.
@Suite struct PictureKeysTests {
  private static func started(_ size: Size = Size(width: 120, height: 40)) -> (
    WorkbenchFixture, State
  ) {
    var fixture = WorkbenchFixture(count: 3)
    for index in fixture.suggestions.indices {
      fixture.suggestions[index].evidence = [Sample.picturePair]
    }
    var state = WorkbenchFixture.state(size)
    fixture.send(.start, to: &state)
    fixture.send(.pictures(Sample.pictures), to: &state)
    return (fixture, state)
  }

  @Test func thePicturesTakeEachOthersPlace() {
    var (fixture, state) = Self.started()
    func text() -> String { render(state).grid.textPlane.joined(separator: "\n") }
    #expect(text().contains("avant, ") && text().contains("après, "))
    fixture.press("b", on: &state)
    #expect(!text().contains("avant, ") && text().contains("après, "))
    fixture.press("b", on: &state)
    #expect(text().contains("avant, ") && !text().contains("après, "))
    fixture.press("B", on: &state)
    #expect(text().contains("avant, ") && text().contains("après, "))
  }

  private static func planes(_ state: State) -> [String] {
    let grid = render(state).grid
    return grid.textPlane + grid.stylePlane
  }

  @Test func zoomGoesRoundAndChangesWhatIsDrawn() {
    var (fixture, state) = Self.started()
    let whole = Self.planes(state)
    fixture.press("z", on: &state)
    #expect(state.pictureMode.zoom == 1 && Self.planes(state) != whole)
    fixture.press("z", "z", on: &state)
    #expect(state.pictureMode.zoom == 0 && Self.planes(state) == whole)
  }

  @Test func theOutlineCanBeTakenAway() {
    var (fixture, state) = Self.started()
    let with = Self.planes(state)
    fixture.press("o", on: &state)
    #expect(Self.planes(state) != with)
    fixture.press("o", on: &state)
    #expect(Self.planes(state) == with)
  }

  @Test func withoutPicturesTheKeysSaySo() {
    var fixture = WorkbenchFixture(count: 3)
    var state = WorkbenchFixture.state()
    fixture.send(.start, to: &state)
    fixture.press("b", on: &state)
    #expect(state.toast != nil && state.pictureMode == PictureMode())
  }

  @Test func oldPicturesAreForgotten() throws {
    var (fixture, state) = Self.started()
    let raster = try #require(Raster(width: 1, height: 1, bytes: [1, 2, 3]))
    for number in 0..<200 { fixture.send(.pictures(["p\(number)": raster]), to: &state) }
    #expect(state.pictures.count == Updates.pictureLimit)
    #expect(state.pictures["p199"] != nil && state.pictures["p0"] == nil)
  }

  @Test func aPictureFitsAnyScreen() {
    for size in [
      Size(width: 1, height: 1), Size(width: 40, height: 12), Size(width: 80, height: 24),
    ] {
      var (fixture, state) = Self.started(size)
      for key in ["Enter", "b", "z", "z", "b", "o"] {
        fixture.press(key, on: &state)
      }
      #expect(render(state).grid.size == size)
    }
  }
}
