import Drawing
import RealModule

extension Color {
  /// Black or white, whichever is read better on this colour.
  var ofText: Color { contrast(to: .black) >= contrast(to: .white) ? .black : .white }

  /// How clearly the colour shows on another: from 1, not at all, to 21, black on white (WCAG 2.2, contrast ratio).
  public func contrast(to other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The light that an sRGB colour gives, from 0 to 1 (WCAG 2.2, relative luminance).
  var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : .pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The colour with a part of another in it.
  func mixed(with other: Color, part: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * part).rounded())
    }
    var mixed = Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    mixed.alpha = alpha
    return mixed
  }
}
