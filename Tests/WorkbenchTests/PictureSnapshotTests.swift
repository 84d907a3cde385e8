import Display
import Review
import Testing

@testable import Workbench

/// Twelve screens with pictures: two sizes, three depths of colour, with and without the outline.
@Suite struct PictureSnapshotTests {
  static func state(
    _ size: Size, _ colours: PictureView.Colours, hasOutline: Bool
  ) -> State {
    var fixture = WorkbenchFixture(count: 3)
    for index in fixture.suggestions.indices {
      fixture.suggestions[index].evidence = [Sample.picturePair]
    }
    var state = WorkbenchFixture.state(size)
    state.pictureColours = colours
    fixture.send(.start, to: &state)
    fixture.send(.pictures(Sample.pictures), to: &state)
    fixture.press("Enter", on: &state)
    if !hasOutline { fixture.press("o", on: &state) }
    return state
  }

  @Test(arguments: [(80, 24), (120, 40)], [true, false])
  func everyDepthIsAsKept(_ size: (Int, Int), hasOutline: Bool) throws {
    // 16 colours give shades, 256 a dither, 24 bits the colours themselves.
    for (name, colours) in [
      ("16", PictureView.Colours.shades), ("256", .palette), ("direct", .direct),
    ] {
      let state = Self.state(
        Size(width: size.0, height: size.1), colours, hasOutline: hasOutline)
      try SnapshotTests.check(
        state, "pictures-\(size.0)x\(size.1)-\(name)-\(hasOutline ? "outline" : "plain")")
    }
  }

  @Test func theTerminalsOwnPicturesComeWithTheFrame() throws {
    let state = Self.state(Size(width: 120, height: 40), .placed, hasOutline: true)
    let frame = render(state)
    #expect(frame.pictures.count == 2)
    let grid = frame.grid
    var seen: Set<UInt32> = []
    for y in 0..<grid.size.height {
      for x in 0..<grid.size.width {
        if let place = grid[Point(x: x, y: y)].style.placement { seen.insert(place.picture) }
      }
    }
    #expect(seen == Set(frame.pictures.keys))
    #expect(frame.pictures.values.contains { !$0.view.outlines.isEmpty })
  }

  @Test func theAnswerOfTheTerminalChangesThePictures() {
    var state = Self.state(Size(width: 120, height: 40), .palette, hasOutline: true)
    #expect(render(state).pictures.isEmpty)
    _ = update(&state, .input(.pictures(.placed), now: state.now))
    #expect(state.pictureColours == .placed && !render(state).pictures.isEmpty)
    _ = update(&state, .input(.answer(.attributes([4])), now: state.now))
    #expect(state.pictureColours == .placed)
  }
}
