/// Divides rows into folds for cross-validation, always the same way for a seed.
public enum Folds {
  /// A fold for each of `count` rows, of sizes that differ by one at most.
  public static func plain(_ count: Int, folds: Int, seed: UInt64) -> [Int] {
    var generator = SplitMix64(seed: seed)
    var result = [Int](repeating: 0, count: count)
    for (place, row) in generator.permutation(count).enumerated() {
      result[row] = place % max(1, folds)
    }
    return result
  }

  /// A fold for each row, such that each fold has its share of each class.
  public static func stratified<Label: Hashable>(
    _ labels: [Label], folds: Int, seed: UInt64
  ) -> [Int] {
    var generator = SplitMix64(seed: seed)
    var next: [Label: Int] = [:]
    var result = [Int](repeating: 0, count: labels.count)
    for row in generator.permutation(labels.count) {
      // Classes begin at different folds, else small classes would all lie in the first ones.
      let place = next[labels[row]] ?? next.count
      result[row] = place % max(1, folds)
      next[labels[row]] = place + 1
    }
    return result
  }

  /// A fold for each row, such that rows of one group are never apart and folds are about equal.
  public static func grouped<Group: Hashable>(
    _ groups: [Group], folds: Int, seed: UInt64
  ) -> [Int] {
    stratifiedByGroup(
      groups, labels: [Bool](repeating: false, count: groups.count), folds: folds, seed: seed)
  }

  /// A fold for each row, such that rows of one group are never apart and folds have about the same
  /// number of rows and of positives.
  ///
  /// Groups are taken in random order, those with most positives and then most rows first; each goes
  /// to the fold that has fewest positives, then fewest rows.
  public static func stratifiedByGroup<Group: Hashable>(
    _ groups: [Group], labels: [Bool], folds: Int, seed: UInt64
  ) -> [Int] {
    var members: [Group: Int] = [:]
    var sizes: [(positives: Int, rows: Int)] = []
    let numbers = groups.enumerated().map { row, group in
      let number = members[group] ?? sizes.count
      if number == sizes.count {
        members[group] = number
        sizes.append((0, 0))
      }
      sizes[number].rows += 1
      if labels[row] { sizes[number].positives += 1 }
      return number
    }
    var generator = SplitMix64(seed: seed)
    let rank = generator.permutation(sizes.count)
    let order = sizes.indices.sorted {
      (sizes[$0].positives, sizes[$0].rows, rank[$0])
        > (sizes[$1].positives, sizes[$1].rows, rank[$1])
    }
    var filled = [(positives: Int, rows: Int)](repeating: (0, 0), count: max(1, folds))
    var folds = [Int](repeating: 0, count: sizes.count)
    for number in order {
      let size = sizes[number]
      let best = filled.indices.min {
        size.positives > 0
          ? (filled[$0].positives, filled[$0].rows, $0) < (
            filled[$1].positives, filled[$1].rows, $1
          )
          : (filled[$0].rows, $0) < (filled[$1].rows, $1)
      }
      folds[number] = best ?? 0
      filled[folds[number]].positives += size.positives
      filled[folds[number]].rows += size.rows
    }
    return numbers.map { folds[$0] }
  }
}
