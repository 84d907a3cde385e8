import Dispatch
import Synchronization

/// Work that is split over the processor's cores.
public enum Parallel {
  /// The result of a function for each element, in the order of the elements, worked out on as many
  /// cores as there are.
  ///
  /// The function must not depend on the order in which elements are worked on; then the result is
  /// that of `map`.
  public static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    let results = Mutex([Value?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let value = transform(elements[index])
      results.withLock { $0[index] = value }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
