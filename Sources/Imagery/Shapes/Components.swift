/// The connected parts of a mask, 8 neighbours each.
public struct Components: Sendable {
  /// The columns of the mask.
  public let width: Int
  /// For each pixel the number of its component, from 0; −1 outside all.
  public private(set) var labels: [Int32]
  /// The pixels of each component, in the order of rows.
  public private(set) var pixels: [[Int]] = []

  /// Finds the components of a mask, in the order of their first pixels.
  public init(_ mask: [Bool], width: Int) {
    self.width = width
    labels = [Int32](repeating: -1, count: mask.count)
    let height = width > 0 ? mask.count / width : 0
    var stack: [Int] = []
    for start in mask.indices where mask[start] && labels[start] < 0 {
      let label = Int32(pixels.count)
      var members: [Int] = []
      labels[start] = label
      stack.append(start)
      while let pixel = stack.popLast() {
        members.append(pixel)
        let (x, y) = (pixel % width, pixel / width)
        for row in max(0, y - 1)...min(height - 1, y + 1) {
          for column in max(0, x - 1)...min(width - 1, x + 1) {
            let next = row * width + column
            if mask[next], labels[next] < 0 {
              labels[next] = label
              stack.append(next)
            }
          }
        }
      }
      pixels.append(members.sorted())
    }
  }

  /// The number of components.
  public var count: Int { pixels.count }

  /// The rectangle around a component.
  public func bounds(_ component: Int) -> PixelRect {
    let members = pixels[component]
    let columns = members.map { $0 % width }
    let left = columns.min() ?? 0
    let top = (members.first ?? 0) / width
    return PixelRect(
      x: left, y: top, width: (columns.max() ?? left) - left + 1,
      height: (members.last ?? 0) / width - top + 1)
  }
}
