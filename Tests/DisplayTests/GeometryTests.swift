import Testing

@testable import Display

@Suite struct GeometryTests {
  @Test func sizesAreBounded() {
    let size = Size(width: -3, height: .max)
    #expect(size.width == 0 && size.height == Size.maximum && size.isEmpty)
  }

  @Test func rectanglesNeverOverflow() {
    let huge = Rect(x: .max, y: .min, width: .max, height: .max)
    #expect(huge.intersection(Rect(Size(width: 9, height: 9))).isEmpty)
    #expect(huge.inset(by: 5).width == Rect.limit - 10)
    #expect(Rect(x: 0, y: 0, width: -4, height: 2).isEmpty)
  }

  @Test func intersections() {
    let rect = Rect(x: 2, y: 1, width: 4, height: 3)
    #expect(
      rect.intersection(Rect(x: 4, y: 0, width: 9, height: 3))
        == Rect(x: 4, y: 1, width: 2, height: 2))
    #expect(rect.intersection(Rect(x: 6, y: 1, width: 1, height: 1)).isEmpty)
    #expect(rect.contains(Point(x: 5, y: 3)) && !rect.contains(Point(x: 6, y: 3)))
    #expect(rect.row(1) == Rect(x: 2, y: 2, width: 4, height: 1))
    #expect(rect.row(3).isEmpty)
  }

  @Test(arguments: -1...6)
  func splitsShareAllCells(_ count: Int) {
    let rect = Rect(x: 3, y: 4, width: 4, height: 5)
    let (top, below) = rect.splitTop(count)
    let (above, bottom) = rect.splitBottom(count)
    let (left, beside) = rect.splitLeft(count)
    let (before, right) = rect.splitRight(count)
    let pairs = [(top, below), (above, bottom), (left, beside), (before, right)]
    for (first, second) in pairs {
      #expect(first.width * first.height + second.width * second.height == 20)
      #expect(first.intersection(second).isEmpty)
    }
    #expect(rect.splitBottom(count).bottom.height == min(max(count, 0), 5))
    #expect(rect.splitRight(count).right.width == min(max(count, 0), 4))
  }
}
