import Drawing
import RealModule

extension Color {
  /// Black or white, whichever is read better on this colour.
  var ofText: Color { contrast(to: .black) >= contrast(to: .white) ? .black : .white }

  /// How well one colour stands out from another, from 1 to 21: the contrast ratio of WCAG 2.
  func contrast(to other: Color) -> Double {
    let lights = [luminance, other.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  /// How bright it is, from 0 to 1: the relative luminance of WCAG 2.
  private var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : .pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
