/// The version of the engine, raised whenever the same input may give another output.
enum ParcelsVersion {
  static let current = 1
  static let name = "parcels \(current)"
}
