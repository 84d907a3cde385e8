import CPNG
import Foundation

/// Writes PNG pictures.
public enum PNGWriter {
  /// How hard the library compresses, 0…9.
  private static let level: Int32 = 6

  /// The picture as a file of red, green and blue; with alpha when a pixel is not opaque.
  public static func data(_ picture: Picture) -> Data {
    let isOpaque = (0..<picture.count).allSatisfy { picture.bytes[$0 * 4 + 3] == 255 }
    guard isOpaque else {
      return encode(picture.width, picture.height, 4, picture.bytes)
    }
    var bytes = [UInt8](repeating: 0, count: picture.count * 3)
    for pixel in 0..<picture.count {
      bytes[pixel * 3] = picture.bytes[pixel * 4]
      bytes[pixel * 3 + 1] = picture.bytes[pixel * 4 + 1]
      bytes[pixel * 3 + 2] = picture.bytes[pixel * 4 + 2]
    }
    return encode(picture.width, picture.height, 3, bytes)
  }

  /// A plane of 0…255 as a grey file; what lies outside is cut.
  public static func data(grey plane: Plane) -> Data {
    encode(
      plane.width, plane.height, 1, plane.values.map { UInt8(max(0, min(255, $0.rounded()))) })
  }

  private static func encode(
    _ width: Int, _ height: Int, _ channels: Int32, _ bytes: [UInt8]
  ) -> Data {
    guard width > 0, height > 0 else { return Data() }
    var count = 0
    let made = picture_encode(
      UInt32(width), UInt32(height), channels, bytes, level, &count)
    guard let made else { return Data() }
    defer { picture_free(made) }
    return Data(bytes: made, count: count)
  }
}
