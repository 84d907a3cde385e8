import Testing

@testable import Display

@Suite struct GridTests {
  private func grid(_ width: Int, _ height: Int) -> Grid {
    Grid(size: Size(width: width, height: height))
  }

  @Test func cellsAreSmall() {
    #expect(MemoryLayout<Cell>.stride == 16)
    #expect(MemoryLayout<Style>.size == 8)
  }

  @Test func writing() {
    var grid = grid(10, 2)
    #expect(grid.write("été", at: Point(x: 1, y: 0), style: Style(.title)) == 3)
    #expect(grid.write("漢字", at: Point(x: 0, y: 1)) == 4)
    #expect(grid.textPlane == [" été", "漢字"])
    #expect(grid.stylePlane == ["1–3 title", ""])
    #expect(grid[Point(x: 1, y: 1)].isContinuation)
    #expect(grid.scalars(at: Point(x: 1, y: 1)).isEmpty)
  }

  @Test func marksStayWithTheirBase() {
    var grid = grid(4, 1)
    grid.write(SafeText("e\u{301}\u{302}a"), at: .zero)
    #expect(grid.scalars(at: .zero) == ["e", "\u{301}", "\u{302}"])
    #expect(grid.scalars(at: Point(x: 1, y: 0)) == ["a"])
  }

  @Test func joinedEmojiAreDrawnOneByOne() {
    var grid = grid(10, 1)
    grid.write(SafeText("👨‍👩‍👧❤️👍🏽"), at: .zero)
    #expect(grid.textPlane == ["👨👩👧❤👍"])
  }

  @Test func whatIsOutsideIsCut() {
    var grid = grid(4, 2)
    grid.write("abcdef", at: Point(x: -2, y: 0))
    grid.write("xyz", at: Point(x: 3, y: 1))
    for point in [(0, -1), (0, 2), (4, 0), (.max, 0), (.min, 0), (0, .max), (-9, 0)] {
      grid.write("qqq", at: Point(x: point.0, y: point.1))
    }
    #expect(grid.textPlane == ["cdef", "   x"])
  }

  @Test func cutWideCharactersLeaveBlanks() {
    var grid = grid(4, 1)
    grid.write("漢字", at: Point(x: -1, y: 0))
    #expect(grid.textPlane == [" 字"])
    grid.write("漢", at: Point(x: 3, y: 0))
    #expect(grid.textPlane == [" 字"])
    grid.write("a", at: Point(x: 2, y: 0))
    #expect(grid.textPlane == ["  a"])
    grid.write("漢字", at: .zero)
    grid.write("b", at: Point(x: 1, y: 0))
    #expect(grid.textPlane == [" b字"])
  }

  @Test func clipsNest() {
    var grid = grid(8, 3)
    grid.clipped(to: Rect(x: 1, y: 1, width: 5, height: 9)) { grid in
      grid.clipped(to: Rect(x: -3, y: 0, width: 7, height: 2)) { grid in
        for y in 0..<3 { grid.write("abcdefgh", at: Point(x: 0, y: y)) }
      }
      #expect(grid.clip == Rect(x: 1, y: 1, width: 5, height: 2))
    }
    #expect(grid.textPlane == ["", " bcd", ""])
    #expect(grid.clip == grid.bounds)
  }

  @Test func boxes() {
    var grid = grid(12, 4)
    let inner = grid.box(grid.bounds, title: StyledLine("To review 12", Style(.title)))
    grid.fill(inner, with: "·")
    #expect(
      grid.textPlane == ["┌ To revi… ┐", "│··········│", "│··········│", "└──────────┘"])
    #expect(grid.stylePlane[0] == "0–0 border, 1–10 title, 11–11 border")
    var ascii = self.grid(6, 3)
    ascii.box(ascii.bounds, glyphs: .ascii)
    #expect(ascii.textPlane == ["+----+", "|    |", "+----+"])
    #expect(self.grid(1, 1).bounds.inset(by: 1).isEmpty)
  }

  @Test func restyling() {
    var grid = grid(4, 1)
    grid.write("abcd", at: .zero, style: Style(.accent))
    grid.restyle(Rect(x: 1, y: 0, width: 2, height: 1)) { $0.adding(.reverse) }
    #expect(grid.stylePlane == ["0–0 accent, 1–2 accent+reverse, 3–3 accent"])
    #expect(grid.textPlane == ["abcd"])
  }

  @Test func styledText() {
    var grid = grid(6, 3)
    let text = StyledText([StyledLine("un", Style(.title)), StyledLine("deuxième")])
    grid.write(text, in: Rect(x: 1, y: 1, width: 4, height: 5))
    #expect(grid.textPlane == ["", " un", " deux"])
  }

  @Test func theListOfMarksIsBounded() {
    var grid = grid(2, 1)
    for value in UInt32(0x300)..<0x36F {
      for second in UInt32(0x300)..<0x36F {
        let marks = [value, second].compactMap(Unicode.Scalar.init).map { Character($0) }
        grid.write(SafeText("e" + String(marks)), at: .zero)
      }
    }
    #expect(grid.markGroups.count == Grid.maximumMarkGroups)
  }

  /// Nothing traps and no wide character is ever left half, whatever is drawn wherever.
  @Test(arguments: [(0, 0), (1, 1), (2, 1), (1, 5), (7, 3), (40, 12)])
  func anythingAnywhere(_ width: Int, _ height: Int) {
    var random = RandomNumbers(seed: UInt64(width * 100 + height))
    var grid = grid(width, height)
    for _ in 0..<3_000 {
      let rect = Rect(
        x: .random(in: -5...45, using: &random), y: .random(in: -5...15, using: &random),
        width: .random(in: -2...50, using: &random), height: .random(in: -2...20, using: &random))
      let text = sampleTexts[Int.random(in: 0..<sampleTexts.count, using: &random)]
      grid.clipped(to: rect) { grid in
        switch Int.random(in: 0..<5, using: &random) {
        case 0: grid.fill(rect)
        case 1: grid.fill(rect, with: text)
        case 2: grid.box(rect, title: StyledLine(text))
        default: grid.write(text, at: Point(x: rect.x, y: rect.y + 1))
        }
      }
    }
    for y in 0..<height {
      for x in 0..<width {
        let cell = grid[Point(x: x, y: y)]
        let next = grid[Point(x: x + 1, y: y)]
        let isWide = !cell.isContinuation && CharacterWidth.of(cell.scalar) == 2
        #expect(isWide == (x + 1 < width && next.isContinuation))
      }
    }
  }
}
