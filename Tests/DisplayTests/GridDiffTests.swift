import Testing

@testable import Display

@Suite struct GridDiffTests {
  private let size = Size(width: 30, height: 6)

  /// What a screen shows when only the runs are copied to it.
  private func apply(_ runs: [GridRun], of new: Grid, to old: Grid) -> [[Unicode.Scalar]] {
    var screen = (0..<size.height).flatMap { y in
      (0..<size.width).map { old.scalars(at: Point(x: $0, y: y)) }
    }
    for run in runs {
      for x in run.columns {
        screen[run.y * size.width + x] = new.scalars(at: Point(x: x, y: run.y))
      }
    }
    return screen
  }

  private func drawing(_ random: inout RandomNumbers, on grid: Grid) -> Grid {
    var grid = grid
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      grid.write(
        sampleTexts[Int.random(in: 0..<sampleTexts.count, using: &random)],
        at: Point(
          x: .random(in: -3...29, using: &random), y: .random(in: 0...5, using: &random)),
        style: Style(.plot(.random(in: 0..<3, using: &random))))
    }
    return grid
  }

  @Test func runsMakeTheOldTheNew() {
    var random = RandomNumbers(seed: 7)
    var old = Grid(size: size)
    for _ in 0..<500 {
      let start = Bool.random(using: &random) ? old : Grid(size: size)
      let new = drawing(&random, on: start)
      let runs = new.changes(since: old)
      let all = apply(new.changes(since: nil), of: new, to: old)
      #expect(apply(runs, of: new, to: old) == all)
      for run in runs {
        #expect(!new[Point(x: run.columns.lowerBound, y: run.y)].isContinuation)
        #expect(!new[Point(x: run.columns.upperBound, y: run.y)].isContinuation)
      }
      #expect(new.changes(since: new).isEmpty)
      old = new
    }
  }

  @Test func nearRunsAreJoinedAndFarOnesAreNot() {
    let old = Grid(size: size)
    var new = old
    for x in [0, 3, 12] { new.write("x", at: Point(x: x, y: 2)) }
    #expect(
      new.changes(since: old) == [GridRun(y: 2, columns: 0..<4), GridRun(y: 2, columns: 12..<13)])
  }

  @Test func aChangedStyleIsAChange() {
    var old = Grid(size: size)
    old.write("abc", at: .zero)
    var new = Grid(size: size)
    new.write("abc", at: .zero, style: Style(.focus))
    #expect(new.changes(since: old) == [GridRun(y: 0, columns: 0..<3)])
  }

  @Test func marksAreComparedByWhatTheyAre() {
    var one = Grid(size: size)
    one.write(SafeText("a\u{301}"), at: Point(x: 5, y: 1))
    one.write(SafeText("e\u{302}"), at: .zero)
    var other = Grid(size: size)
    other.write(SafeText("e\u{302}"), at: .zero)
    other.write(SafeText("a\u{302}"), at: Point(x: 5, y: 1))
    #expect(other.changes(since: one) == [GridRun(y: 1, columns: 5..<6)])
  }

  @Test func anotherSizeIsAllNew() {
    let runs = Grid(size: size).changes(since: Grid(size: Size(width: 3, height: 3)))
    #expect(runs.count == 6)
    #expect(runs.allSatisfy { $0.columns == 0..<30 })
    #expect(Grid(size: .zero).changes(since: nil).isEmpty)
    #expect(Grid(size: Size(width: 0, height: 5)).changes(since: nil).isEmpty)
  }
}
