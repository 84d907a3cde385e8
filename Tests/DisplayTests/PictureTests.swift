import Testing

@testable import Display

@Suite struct PictureTests {
  private func raster(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> RGB) throws -> Raster {
    var bytes: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let colour = pixel(x, y)
        bytes += [colour.red, colour.green, colour.blue]
      }
    }
    return try #require(Raster(width: width, height: height, bytes: bytes))
  }

  @Test func sidesMustFitTheBytes() {
    #expect(Raster(width: 2, height: 2, bytes: [1, 2, 3]) == nil)
    #expect(Raster(width: .max, height: .max, bytes: []) == nil)
    #expect(Raster(width: -1, height: -1, channels: 3, bytes: [1, 2, 3]) == nil)
    #expect(Raster(width: 1, height: 1, channels: 2, bytes: [1, 2]) == nil)
    #expect(Raster(width: 0, height: 5, bytes: []) != nil)
  }

  @Test func twoPixelsMakeACell() throws {
    let raster = try raster(2, 4) { x, y in RGB(UInt8(x * 100), UInt8(y * 50), 0) }
    var grid = Grid(size: Size(width: 2, height: 2))
    let area = PictureView(raster).draw(into: &grid, in: grid.bounds)
    #expect(area == grid.bounds)
    #expect(grid.textPlane == ["▀▀", "▀▀"])
    let style = grid[Point(x: 1, y: 1)].style
    #expect(style.foreground == RGB(100, 100, 0) && style.background == RGB(100, 150, 0))
  }

  @Test func largePicturesAreAveragedAndSmallOnesEnlarged() throws {
    let checks = try raster(8, 8) { x, y in (x + y) % 2 == 0 ? RGB(200, 200, 200) : RGB(0, 0, 0) }
    var grid = Grid(size: Size(width: 4, height: 2))
    PictureView(checks).draw(into: &grid, in: grid.bounds)
    #expect(grid[.zero].style.background == RGB(100, 100, 100))
    let dot = try raster(1, 1) { _, _ in RGB(9, 9, 9) }
    var large = Grid(size: Size(width: 10, height: 4))
    #expect(PictureView(dot).draw(into: &large, in: large.bounds).width == 8)
    #expect(large[Point(x: 1, y: 0)].style.background == RGB(9, 9, 9))
  }

  @Test func proportionsAreKept() throws {
    let wide = try raster(40, 10) { _, _ in RGB(1, 1, 1) }
    let view = PictureView(wide)
    #expect(
      view.placement(in: Rect(x: 0, y: 0, width: 20, height: 20)).size
        == Size(width: 20, height: 3))
    let window = PictureView(wide, window: Rect(x: 30, y: -5, width: 50, height: 100))
    #expect(window.window == Rect(x: 30, y: 0, width: 10, height: 10))
    #expect(PictureView(wide, window: .zero).placement(in: Rect(Size(width: 5, height: 5))).isEmpty)
  }

  @Test func ditherKeepsToTheCubeAndToTheMean() throws {
    let grey = try raster(16, 16) { _, _ in RGB(115, 115, 115) }
    var grid = Grid(size: Size(width: 16, height: 8))
    PictureView(grey, colours: .palette).draw(into: &grid, in: grid.bounds)
    var sum = 0
    for y in 0..<8 {
      for x in 0..<16 {
        let style = grid[Point(x: x, y: y)].style
        for colour in [style.foreground ?? style.background, style.background] {
          let level = Int(colour?.red ?? 0)
          #expect([95, 135].contains(level))
          sum += level
        }
      }
    }
    #expect((sum / 256 - 115).magnitude <= 2)
  }

  @Test func shadesWithoutColour() throws {
    let ramp = try raster(5, 2) { x, _ in RGB(UInt8(x * 60), UInt8(x * 60), UInt8(x * 60)) }
    var grid = Grid(size: Size(width: 5, height: 1))
    PictureView(ramp, colours: .shades).draw(into: &grid, in: grid.bounds)
    #expect(grid.textPlane == [" ░▒▓█"])
    PictureView(ramp).draw(into: &grid, in: grid.bounds, glyphs: .ascii)
    #expect(grid.textPlane == [" .:+#"])
  }

  @Test func outlines() throws {
    let black = try raster(8, 8) { _, _ in RGB(0, 0, 0) }
    let square: [PictureView.Corner] = [
      .init(x: 2, y: 2), .init(x: 5, y: 2), .init(x: 5, y: 5), .init(x: 2, y: 5),
    ]
    var grid = Grid(size: Size(width: 8, height: 4))
    PictureView(black, outlines: [square]).draw(into: &grid, in: grid.bounds)
    #expect(grid[Point(x: 2, y: 1)].style.background == RGB(255, 255, 0))
    #expect(grid[Point(x: 3, y: 1)].style.foreground == RGB(255, 255, 0))
    #expect(grid[Point(x: 3, y: 1)].style.background == RGB(0, 0, 0))
    var shades = Grid(size: Size(width: 8, height: 4))
    PictureView(black, outlines: [square], colours: .shades).draw(into: &shades, in: shades.bounds)
    #expect(shades.textPlane == ["", "  □□□□", "  □□□□", ""])
    let odd: [PictureView.Corner] = [.init(x: .nan, y: 0), .init(x: 1e300, y: -1e300)]
    PictureView(black, outlines: [odd, [], [square[0]]]).draw(into: &grid, in: grid.bounds)
  }

  @Test func transparentPixelsLeaveTheScreen() throws {
    let bytes: [UInt8] = [9, 9, 9, 255, 9, 9, 9, 0]
    let raster = try #require(Raster(width: 1, height: 2, channels: 4, bytes: bytes))
    var grid = Grid(size: Size(width: 1, height: 1))
    PictureView(raster).draw(into: &grid, in: grid.bounds)
    #expect(grid.textPlane == ["▀"] && grid[.zero].style.background == nil)
  }

  @Test func emptyRooms() throws {
    let dot = try raster(1, 1) { _, _ in RGB(9, 9, 9) }
    var grid = Grid(size: .zero)
    #expect(PictureView(dot).draw(into: &grid, in: Rect(Size(width: 5, height: 5))).isEmpty)
    let none = try #require(Raster(width: 0, height: 0, bytes: []))
    #expect(PictureView(none).draw(into: &grid, in: grid.bounds).isEmpty)
  }
}

/// Cells kept free for the terminal's own pixels.
@Suite struct PlacedPictureTests {
  private func view(_ shade: UInt8 = 9, zoomed: Bool = false) throws -> PictureView {
    let raster = try #require(
      Raster(width: 20, height: 20, bytes: [UInt8](repeating: shade, count: 1200)))
    return PictureView(
      raster, window: zoomed ? Rect(x: 5, y: 5, width: 10, height: 10) : nil,
      outlines: [[.init(x: 2, y: 2), .init(x: 8, y: 2), .init(x: 8, y: 8)]], colours: .placed)
  }

  @Test func cellsKnowTheirPlace() throws {
    var grid = Grid(size: Size(width: 12, height: 5))
    let view = try view()
    let area = view.draw(into: &grid, in: Rect(x: 1, y: 1, width: 8, height: 4))
    let number = PlacedPicture(view, size: area.size).number
    for y in 0..<area.height {
      for x in 0..<area.width {
        let place = try #require(grid[Point(x: area.x + x, y: area.y + y)].style.placement)
        #expect(place.picture == number && place.column == x && place.row == y)
      }
    }
    #expect(grid[.zero].style.placement == nil)
    #expect(grid.textPlane.joined().isEmpty)
  }

  @Test func whatDiffersHasAnotherNumber() throws {
    let size = Size(width: 8, height: 4)
    let numbers = Set([
      PlacedPicture(try view(), size: size).number, PlacedPicture(try view(8), size: size).number,
      PlacedPicture(try view(zoomed: true), size: size).number,
      PlacedPicture(try view(), size: Size(width: 8, height: 5)).number,
    ])
    #expect(numbers.count == 4 && !numbers.contains(0))
    #expect(PlacedPicture(try view(), size: size) == PlacedPicture(try view(), size: size))
  }

  @Test func themesAndFocusLeavePicturesAlone() {
    let style = Style(picture: 0xABCDEF, column: 4095, row: 77)
    for other in [style.adding(.reverse), style.with(role: .focus)] {
      #expect(other == style)
    }
    let place = style.placement
    #expect(place?.picture == 0xABCDEF && place?.column == 4095 && place?.row == 77)
    #expect(Style(foreground: RGB(1, 2, 3), background: RGB(4, 5, 6)).placement == nil)
  }

  @Test func theImageHoldsTheOutline() throws {
    let image = try view().image
    #expect(image.width == 80 && image.height == 80 && image.channels == 3)
    let yellow = stride(from: 0, to: image.bytes.count, by: 3).count {
      Array(image.bytes[$0..<$0 + 3]) == [255, 255, 0]
    }
    #expect(yellow > 40 && yellow < 400)
    let raster = try #require(
      Raster(width: 900, height: 300, bytes: [UInt8](repeating: 1, count: 810_000)))
    #expect(PictureView(raster).image.width <= 360)
  }

  @Test func keyboardCharactersCannotBePictures() throws {
    var grid = Grid(size: Size(width: 8, height: 4))
    try view().draw(into: &grid, in: grid.bounds, glyphs: .ascii)
    #expect(grid[Point(x: 3, y: 1)].style.placement == nil)
  }
}
