import Imagery

/// Crops of examples, turned, mirrored and with their dates exchanged at random.
struct NetworkBatch {
  /// The first layer's input.
  let input: Tensor
  /// For each picture and head, 1 and 0, and −1 where nothing is known.
  let truth: [[[Float]]]
  /// Pixels on a side.
  let side: Int

  init(
    _ examples: [NetworkExample], count: Int, side: Int, random: inout NetworkRandom
  ) {
    self.side = side
    input = Tensor(
      channels: NetworkShape.layers[0].inputs, images: count, height: side / NetworkShape.block,
      width: side / NetworkShape.block)
    var truth: [[[Float]]] = []
    for image in 0..<count {
      let crop = Crop(examples[random.below(examples.count)], side: side, random: &random)
      NetworkInput.fill(input, image: image, crop.planes)
      truth.append(crop.truth)
    }
    self.truth = truth
  }

  /// One crop.
  private struct Crop {
    var planes: [Plane]
    var truth: [[Float]]

    init(_ example: NetworkExample, side: Int, random: inout NetworkRandom) {
      let x = random.below(max(1, example.before.width - side + 1))
      let y = random.below(max(1, example.before.height - side + 1))
      let turn = random.below(8)
      let isSwapped = random.below(2) == 1
      func place(_ row: Int, _ column: Int) -> (Int, Int) {
        var (a, b) = (row, column)
        if turn & 1 != 0 { a = side - 1 - a }
        if turn & 2 != 0 { b = side - 1 - b }
        if turn & 4 != 0 { swap(&a, &b) }
        return (min(y + a, example.before.height - 1), min(x + b, example.before.width - 1))
      }
      func crop(_ picture: Picture) -> Picture {
        var part = Picture(width: side, height: side)
        for row in 0..<side {
          for column in 0..<side {
            let (sourceRow, sourceColumn) = place(row, column)
            part[column, row] = picture[sourceColumn, sourceRow]
          }
        }
        return part
      }
      let pair = [crop(example.before), crop(example.after)].map { NetworkInput.normalised($0) }
      planes = isSwapped ? pair[1] + pair[0] : pair[0] + pair[1]
      var order = [0, 1, 2, 3]
      if isSwapped { order.swapAt(2, 3) }
      truth = order.map { head in
        guard let mask = example.truth[head] else {
          return [Float](repeating: -1, count: side * side)
        }
        return (0..<side * side).map { index in
          let (row, column) = place(index / side, index % side)
          return mask[row * example.before.width + column] ? 1 : 0
        }
      }
      // A little contrast and colour of its own for each date.
      for index in planes.indices {
        let gain = random.between(0.85, 1.15)
        let shift = random.between(-0.15, 0.15)
        planes[index] = planes[index].mapped { $0 * gain + shift }
      }
    }
  }
}
