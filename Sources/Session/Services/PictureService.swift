import Display
import Imagery
import Review
import ReviewStore

/// Loads the pictures that a suggestion's evidence shows.
public struct PictureService {
  /// The kind under which engines keep pictures (PNG) in the store.
  public static let kind = "picture"
  /// What a picture of evidence may ask for: it is cut to be shown in a terminal.
  private static let limits = PNGLimits(side: 2000, pixels: 4_000_000, wholePixels: 1_000_000)

  private let store: any ReviewStore

  /// Makes a service for a store.
  public init(store: any ReviewStore) { self.store = store }

  /// The pictures, by name; those that are absent or damaged are left out, and their description
  /// stays.
  public func pictures(of suggestion: Suggestion) -> [String: Raster] {
    var pictures: [String: Raster] = [:]
    for case .picturePair(let pair) in suggestion.evidence {
      for name in [pair.before, pair.after] where pictures[name] == nil {
        pictures[name] = picture(name, suggestion.project)
      }
    }
    return pictures
  }

  private func picture(_ name: String, _ project: Project) -> Raster? {
    let record = try? store.records.record(project: project, kind: Self.kind, key: name)
    guard let content = record?.content,
      let picture = try? PNGReader.picture(content, file: name, limits: Self.limits)
    else { return nil }
    return Raster(
      width: picture.width, height: picture.height, channels: 4, bytes: picture.bytes)
  }
}
