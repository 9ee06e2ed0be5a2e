import Drawing

/// How a theme draws what has a colour.
struct Appearance {
  var color: Color
  /// The shape by which points differ where colours do not; nil for a circle.
  var shape: PointShape?
}

extension Theme {
  func appearance(of color: Color) -> Appearance {
    let opaque = Color(red: color.red, green: color.green, blue: color.blue)
    var appearance =
      switch self {
      case .light: Appearance(color: color)
      case .dark where opaque == Palette.black: Appearance(color: Color(hex: 0xF2F2F2))
      case .dark: Appearance(color: color.mixed(with: .white, part: 0.25))
      case .print: opaque.printed
      }
    appearance.color.alpha = color.alpha
    return appearance
  }
}

extension Color {
  /// Greys far enough apart to be told from each other, the more so as dashes and shapes differ too.
  fileprivate var printed: Appearance {
    let (grey, shape): (UInt32, PointShape?) =
      switch self {
      case Palette.black: (0x000000, nil)
      case Palette.blue: (0x707070, .circle)
      case Palette.vermilion: (0x404040, .square)
      case Palette.green: (0x606060, .triangle)
      case Palette.purple: (0x202020, .diamond)
      case Palette.orange: (0x808080, .cross)
      case Palette.skyBlue: (0xA8A8A8, .square)
      case Palette.yellow: (0xB0B0B0, .triangle)
      default: (self.grey, nil)
      }
    return Appearance(color: Color(hex: grey), shape: shape)
  }

  /// The grey that is as bright to the eye, as `0xRRGGBB` (luma of ITU-R BT.601).
  private var grey: UInt32 {
    let luma = 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)
    return UInt32(luma.rounded()) * 0x010101
  }
}

extension Palette {
  /// Dashes by which lines of these colours differ without them, too: lengths of dashes and gaps in turn; empty for a solid line.
  static func dash(of color: Color) -> [Double] {
    switch color {
    case blue: [28, 10]
    case vermilion: [18, 7]
    case green: [4, 5]
    case purple: [18, 6, 4, 6]
    case orange: [9, 5]
    case skyBlue: [28, 6, 9, 6]
    case yellow: [2, 7]
    default: []
    }
  }
}
