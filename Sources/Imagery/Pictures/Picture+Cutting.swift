extension Picture {
  /// The part of the picture in a rectangle; what lies outside the picture is transparent black.
  public func cut(_ rect: PixelRect) -> Picture {
    var part = Picture(width: rect.width, height: rect.height)
    part.bytes.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    let shared = rect.intersection(PixelRect(x: 0, y: 0, width: width, height: height))
    guard !shared.isEmpty else { return part }
    for y in shared.y..<shared.maxY {
      let source = (y * width + shared.x) * 4
      let target = ((y - rect.y) * rect.width + shared.x - rect.x) * 4
      part.bytes.replaceSubrange(
        target..<target + shared.width * 4, with: bytes[source..<source + shared.width * 4])
    }
    return part
  }

  /// The picture with so many columns and rows, by area averaging when it becomes smaller and
  /// between neighbours when it becomes larger. Absent pixels stay absent where most are.
  public func resized(width newWidth: Int, height newHeight: Int) -> Picture {
    guard newWidth != width || newHeight != height else { return self }
    let planes = (0..<4).map { plane($0).resized(width: newWidth, height: newHeight) }
    var result = Picture(red: planes[0], green: planes[1], blue: planes[2])
    for pixel in 0..<result.count {
      result.bytes[pixel * 4 + 3] = planes[3].values[pixel] >= 128 ? 255 : 0
    }
    return result
  }
}
