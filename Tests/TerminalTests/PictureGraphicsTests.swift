import Display
import Testing

@testable import Terminal

/// Pictures that the terminal shows itself.
@Suite struct PictureGraphicsTests {
  static func view(_ width: Int = 20, _ height: Int = 20, shade: UInt8 = 90) throws -> PictureView {
    let raster = try #require(
      Raster(
        width: width, height: height, bytes: [UInt8](repeating: shade, count: width * height * 3)))
    return PictureView(
      raster, outlines: [[.init(x: 4, y: 4), .init(x: 9, y: 4), .init(x: 9, y: 9)]],
      colours: .placed)
  }

  @Test func answersChooseTheBetterWay() {
    #expect(PictureGraphics.cells.taking(.kittyPictures(true)) == .kitty)
    #expect(PictureGraphics.cells.taking(.kittyPictures(false)) == .cells)
    #expect(PictureGraphics.cells.taking(.attributes([62, 4, 22])) == .sixel)
    #expect(PictureGraphics.cells.taking(.attributes([1, 2])) == .cells)
    #expect(PictureGraphics.kitty.taking(.attributes([62, 4])) == .kitty)
    #expect(PictureGraphics(.ask) == .cells && PictureGraphics(.kitty) == .kitty)
    #expect(PictureGraphics.Choice(rawValue: "auto") == .ask)
    #expect(PictureGraphics.Choice(rawValue: "png") == nil)
  }

  @Test func insideAMultiplexerOnlyTheAttributesAreAsked() {
    let plain = String(decoding: PictureGraphics.question(isMultiplexed: false), as: UTF8.self)
    #expect(plain.hasPrefix("\u{1B}_Gi=31,") && plain.hasSuffix("\u{1B}[c"))
    #expect(PictureGraphics.question(isMultiplexed: true) == Array("\u{1B}[c".utf8))
  }

  @Test(
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("foobar", "Zm9vYmFy"),
    ])
  func base64(_ text: String, _ expected: String) {
    #expect(Base64.text(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func kittyGetsAPictureOnceAndInParts() throws {
    var kitty = KittyPictures(isMultiplexed: false)
    let picture = PlacedPicture(try Self.view(100, 80), size: Size(width: 30, height: 12))
    let first = kitty.give([picture])
    #expect(!first.isReset)
    let text = String(decoding: first.bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}_Ga=T,U=1,q=2,f=24,s=300,v=240,i=16,c=30,r=12,m=1;"))
    let parts = text.split(separator: "\u{1B}_G")
    #expect(parts.count == (300 * 240 * 4 + 4095) / 4096)
    #expect(parts.allSatisfy { $0.utf8.count <= 4096 + 80 && $0.hasSuffix("\u{1B}\\") })
    #expect(parts.last?.hasPrefix("q=2,m=0;") == true)
    #expect(kitty.give([picture]).bytes.isEmpty)
    #expect(kitty.number(of: picture.number) == 16)
    #expect(String(decoding: kitty.forget(), as: UTF8.self) == "\u{1B}_Ga=d,d=A,q=2\u{1B}\\")
    #expect(kitty.number(of: picture.number) == nil)
  }

  @Test func afterManyPicturesNumbersBeginAnew() throws {
    var kitty = KittyPictures(isMultiplexed: false)
    var resets = 0
    for width in 1...300 {
      let picture = PlacedPicture(try Self.view(2, 2), size: Size(width: width, height: 1))
      resets += kitty.give([picture]).isReset ? 1 : 0
      let number = try #require(kitty.number(of: picture.number))
      #expect(KittyPictures.numbers.contains(number))
    }
    #expect(resets == 1)
  }

  @Test func tmuxHandsOnWhatIsWrapped() throws {
    var kitty = KittyPictures(isMultiplexed: true)
    let picture = PlacedPicture(try Self.view(2, 2), size: Size(width: 2, height: 1))
    let text = String(decoding: kitty.give([picture]).bytes, as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}_Ga=T"))
    #expect(text.hasSuffix("\u{1B}\u{1B}\\\u{1B}\\"))
  }

  @Test func placeholdersCountRowsAndColumns() {
    #expect(KittyPlaceholder.characters(column: 0, row: 0) == [0x10EEEE, 0x0305, 0x0305])
    #expect(KittyPlaceholder.characters(column: 1, row: 2) == [0x10EEEE, 0x030E, 0x030D])
    #expect(KittyPlaceholder.characters(column: KittyPlaceholder.limit, row: 0) == nil)
    #expect(KittyPlaceholder.characters(column: 0, row: -1) == nil)
    #expect(KittyPlaceholder.limit >= 120)
  }

  @Test func sixelsOfTwoColours() throws {
    var bytes: [UInt8] = []
    for _ in 0..<6 {
      for x in 0..<8 { bytes += x < 4 ? [255, 0, 0] : [0, 0, 255] }
    }
    let image = try #require(Raster(width: 8, height: 6, bytes: bytes))
    let text = String(
      decoding: SixelPicture.sequence(image, width: 8, height: 6, rows: 0..<1000), as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}P0;1q\"1;1;8;6"))
    #expect(text.contains("#180;2;100;0;0") && text.contains("#5;2;0;0;100"))
    #expect(text.hasSuffix("#5!4?!4~$#180!4~!4?-\u{1B}\\"))
    #expect(SixelPicture.sequence(image, width: 0, height: 6, rows: 0..<1000).isEmpty)
    // A part of the rows only, and a height that is no multiple of six.
    let part = SixelPicture.sequence(image, width: 3, height: 7, rows: 500..<1000)
    #expect(part.filter { $0 == UInt8(ascii: "-") }.count == 2)
  }

  @Test func areasAreWholeRows() throws {
    let picture = PlacedPicture(try Self.view(), size: Size(width: 8, height: 4))
    var grid = Grid(size: Size(width: 30, height: 10))
    picture.view.draw(into: &grid, in: Rect(x: 5, y: 2, width: 8, height: 4))
    let pictures = [picture.number: picture]
    let area = PlacedArea(
      picture: picture.number, cells: Rect(x: 5, y: 2, width: 8, height: 4), firstRow: 0)
    #expect(PlacedArea.all(in: grid, pictures) == [area])
    #expect(PlacedArea.visible(in: grid) == [picture.number])
    // Scrolled: the last two rows only.
    var scrolled = Grid(size: Size(width: 30, height: 10))
    for y in 0..<2 {
      for x in 0..<8 {
        scrolled.write(
          " ", at: Point(x: 5 + x, y: y),
          style: Style(picture: picture.number, column: x, row: y + 2))
      }
    }
    #expect(PlacedArea.all(in: scrolled, pictures).first?.firstRow == 2)
    // Something lies over a part of it.
    grid.write("x", at: Point(x: 6, y: 3))
    #expect(PlacedArea.all(in: grid, pictures).isEmpty)
    #expect(PlacedArea.all(in: grid, [:]).isEmpty)
  }

  @Test func answersAreNoKeys() {
    func events(_ text: String) -> [InputEvent] {
      var decoder = InputDecoder()
      return decoder.feed(Array(text.utf8)) + decoder.flush()
    }
    #expect(
      events("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4;22cj")
        == [.answer(.kittyPictures(true)), .answer(.attributes([62, 4, 22])), .key("j")])
    #expect(events("\u{1B}_Gi=31;ENOTSUPPORTED\u{1B}\\") == [.answer(.kittyPictures(false))])
    #expect(events("\u{1B}_") == [.key("A-_")])
    #expect(events("\u{1B}_x") == [.key("A-_"), .key("x")])
    #expect(events("\u{1B}_G" + String(repeating: "x", count: 80)).count < 30)
  }
}
