#if canImport(Glibc)
  import Glibc
#endif

/// Contrast as WCAG 2.1 defines it.
public enum Contrast {
  /// What text needs against its background.
  public static let text = 4.5
  /// What borders and other signs need.
  public static let border = 3.0

  /// The contrast of two colours, 1…21.
  public static func ratio(_ first: Style.RGB, _ second: Style.RGB) -> Double {
    let (one, two) = (luminance(first), luminance(second))
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private static func luminance(_ color: Style.RGB) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
