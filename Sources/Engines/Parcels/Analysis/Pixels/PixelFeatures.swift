import Imagery

/// What is measured around every pixel of a pair, for the pixel model.
///
/// Measures that tell which date looks how come as the larger and the smaller of both dates and as
/// the difference, so that a building that came and one that went look alike where they should.
/// The later picture is taken in its own colours, seen against its own middle: where much has
/// changed, matched colours take a new grey hall for the sand that lay there.
struct PixelFeatures {
  /// The scales of the means, as deviations in pixels.
  static let scales = [1.0, 2.0, 4.0, 8.0]
  /// The half sides of the windows of likeness, in pixels.
  static let windows = [2, 4, 8]

  /// The names, in the order of the planes.
  private(set) var names: [String] = []
  /// One plane for each measure.
  private(set) var planes: [Plane] = []

  init(_ pair: PreparedPair) {
    let before = PixelChannels(pair.before)
    let after = PixelChannels(pair.laid)
    addColours(before, after)
    addStructure(before.brightness, after.brightness)
    addLikeness(before.brightness, after.brightness)
    addTolerant(before, after)
    addSurroundings(before, after)
  }

  /// The values of some pixels, row after row.
  func rows(_ pixels: some Collection<Int>) -> [Float] {
    var values = [Float](repeating: 0, count: pixels.count * planes.count)
    for (column, plane) in planes.enumerated() {
      var place = column
      plane.values.withUnsafeBufferPointer { source in
        for pixel in pixels {
          values[place] = source[pixel]
          place += planes.count
        }
      }
    }
    return values
  }

  private mutating func add(_ name: String, _ plane: Plane) {
    names.append(name)
    planes.append(plane)
  }

  /// The difference, its size, and the larger and smaller of both.
  private mutating func addBoth(_ name: String, _ before: Plane, _ after: Plane) {
    let difference = after.combined(before, -)
    add("\(name) change", difference)
    add("\(name) size", difference.mapped(abs))
    add("\(name) most", after.combined(before, max))
    add("\(name) least", after.combined(before, min))
  }

  private mutating func addColours(_ before: PixelChannels, _ after: PixelChannels) {
    for (number, name) in PixelChannels.names.enumerated() {
      // Colours are seen against what is usual in the picture.
      let first = before.planes[number].centred
      let second = after.planes[number].centred
      for scale in Self.scales {
        addBoth("\(name) \(Int(scale))", first.smoothed(scale), second.smoothed(scale))
      }
    }
  }

  private mutating func addStructure(_ before: Plane, _ after: Plane) {
    let first = Gradient(before.smoothed(0.7))
    let second = Gradient(after.smoothed(0.7))
    for scale in Self.scales {
      let (strengthBefore, coherenceBefore) = first.structure(scale)
      let (strengthAfter, coherenceAfter) = second.structure(scale)
      addBoth("edges \(Int(scale))", strengthBefore, strengthAfter)
      addBoth("rows \(Int(scale))", coherenceBefore, coherenceAfter)
    }
  }

  /// Correlation and structural likeness of windows.
  ///
  /// Source: Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment", IEEE TIP 2004.
  private mutating func addLikeness(_ before: Plane, _ after: Plane) {
    for window in Self.windows {
      let meanBefore = before.boxMean(window)
      let meanAfter = after.boxMean(window)
      func variance(_ plane: Plane, _ mean: Plane) -> Plane {
        plane.mapped { $0 * $0 }.boxMean(window).combined(mean) { max(0, $0 - $1 * $1) }
      }
      let spreadBefore = variance(before, meanBefore)
      let spreadAfter = variance(after, meanAfter)
      let common = before.combined(after, *).boxMean(window)
        .combined(meanBefore.combined(meanAfter, *), -)
      var correlation = common
      var likeness = common
      for index in common.values.indices {
        let (a, b) = (spreadBefore.values[index], spreadAfter.values[index])
        let (m, n) = (meanBefore.values[index], meanAfter.values[index])
        let both = common.values[index]
        correlation.values[index] = (both + 20) / ((a + 20) * (b + 20)).squareRoot()
        likeness.values[index] =
          (2 * m * n + 6.5) * (2 * both + 58) / ((m * m + n * n + 6.5) * (a + b + 58))
      }
      add("correlation \(window)", correlation)
      add("likeness \(window)", likeness)
      addBoth(
        "unevenness \(window)", spreadBefore.mapped { $0.squareRoot() },
        spreadAfter.mapped { $0.squareRoot() })
    }
  }

  /// The smallest difference over shifts of two pixels: high things lean, and pictures never lie
  /// exactly upon each other.
  private mutating func addTolerant(_ before: PixelChannels, _ after: PixelChannels) {
    let first = before.planes.prefix(3).map { $0.smoothed(0.7) }
    let second = after.planes.prefix(3).map { $0.smoothed(0.7) }
    let (width, height) = (first[0].width, first[0].height)
    var least = Plane(width: width, height: height, value: .greatestFiniteMagnitude)
    for dy in -2...2 {
      for dx in -2...2 {
        for y in 0..<height {
          let source = max(0, min(height - 1, y + dy)) * width
          for x in 0..<width {
            let other = source + max(0, min(width - 1, x + dx))
            let index = y * width + x
            let sum =
              abs(first[0].values[other] - second[0].values[index])
              + abs(first[1].values[other] - second[1].values[index])
              + abs(first[2].values[other] - second[2].values[index])
            if sum < least.values[index] { least.values[index] = sum }
          }
        }
      }
    }
    for scale in [1.0, 3.0, 6.0] { add("tolerant \(Int(scale))", least.smoothed(scale)) }
  }

  /// How brightness and greenness stand out against 20 pixels around.
  private mutating func addSurroundings(_ before: PixelChannels, _ after: PixelChannels) {
    for number in [0, 3] {
      func standing(_ plane: Plane) -> Plane {
        plane.smoothed(2).combined(plane.smoothed(20), -)
      }
      addBoth(
        "\(PixelChannels.names[number]) against", standing(before.planes[number]),
        standing(after.planes[number]))
    }
  }
}

extension Plane {
  /// The plane with its median at 0.
  var centred: Plane {
    guard !values.isEmpty else { return self }
    // Every seventh value is enough to know the middle.
    let sample = stride(from: 0, to: values.count, by: 7).map { values[$0] }.sorted()
    let median = sample[sample.count / 2]
    return mapped { $0 - median }
  }
}
