#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Contrast between colours, as the Web Content Accessibility Guidelines 2.1 define it.
public enum Contrast {
  /// The least contrast of text (success criterion 1.4.3, level AA).
  public static let leastForText = 4.5
  /// The least contrast of frames and graphics (success criterion 1.4.11, level AA).
  public static let leastForGraphics = 3.0

  /// The contrast of two colours, 1…21, whichever is the lighter.
  public static func ratio(_ one: RGB, _ other: RGB) -> Double {
    let first = luminance(one) + 0.05
    let second = luminance(other) + 0.05
    return max(first, second) / min(first, second)
  }

  /// The relative luminance of a colour, 0…1.
  public static func luminance(_ colour: RGB) -> Double {
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  private static func linear(_ value: UInt8) -> Double {
    let part = Double(value) / 255
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
  }
}

extension Theme {
  /// The contrast of a role's text on its background; the terminal's own colours are taken as the
  /// theme assumes them, the palette as xterm has it.
  public func contrast(of role: Role) -> Double {
    let look = self[role]
    let foreground = resolve(look.foreground, assumedForeground)
    return Contrast.ratio(foreground, resolve(look.background, assumedBackground))
  }

  /// The least contrast a role needs: that of graphics for frames and the empty part of bars.
  public static func leastContrast(of role: Role) -> Double {
    switch role {
    case .border, .borderFocused, .barTrack: Contrast.leastForGraphics
    default: Contrast.leastForText
    }
  }

  /// The roles that are hard to read, so that the agent can be warned of a theme of his own.
  public var weakRoles: [Role] {
    usesColours ? Role.allCases.filter { contrast(of: $0) < Self.leastContrast(of: $0) } : []
  }

  private func resolve(_ colour: ThemeColour, _ assumed: RGB) -> RGB {
    switch colour {
    case .standard: assumed
    case .palette(let index): Palette.rgb(index)
    case .rgb(let rgb): rgb
    }
  }
}
