import Drawing

/// How a theme draws what has a colour.
struct Appearance {
  var color: Color
  /// Dashes that tell lines apart where colours do not; empty for a solid line.
  var dash: [Double] = []
  /// The marker that does the same; nil where lines need none.
  var marker: PointShape?
}

extension Theme {
  func appearance(of color: Color) -> Appearance {
    let opaque = Color(red: color.red, green: color.green, blue: color.blue)
    var appearance =
      switch self {
      case .light: Appearance(color: color)
      case .dark where opaque == Palette.black: Appearance(color: Color(hex: 0xF2F2F2))
      case .dark: Appearance(color: color.lightened)
      case .print: opaque.printed
      }
    appearance.color.alpha = color.alpha
    return appearance
  }
}

extension Color {
  /// The colour moved a quarter of the way to white, as dark grounds swallow it.
  fileprivate var lightened: Color {
    func lighter(_ channel: UInt8) -> UInt8 { channel + (255 - channel) / 4 }
    return Color(red: lighter(red), green: lighter(green), blue: lighter(blue))
  }

  /// Dashes that differ, or greys far enough apart to be told from each other; the more so as markers differ too.
  fileprivate var printed: Appearance {
    let (grey, dash, marker): (UInt32, [Double], PointShape?) =
      switch self {
      case Palette.black: (0x000000, [], nil)
      case Palette.blue: (0x707070, [], .circle)
      case Palette.vermilion: (0x404040, [18, 7], .square)
      case Palette.green: (0x606060, [4, 5], .triangle)
      case Palette.purple: (0x202020, [18, 6, 4, 6], .diamond)
      case Palette.orange: (0x808080, [9, 5], .cross)
      case Palette.skyBlue: (0xA8A8A8, [], .square)
      case Palette.yellow: (0xB0B0B0, [2, 7], .triangle)
      default: (self.grey, [], nil)
      }
    return Appearance(color: Color(hex: grey), dash: dash, marker: marker)
  }

  /// The grey that is as bright to the eye, as `0xRRGGBB` (luma of ITU-R BT.601).
  private var grey: UInt32 {
    let luma = 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)
    return UInt32(luma.rounded()) * 0x010101
  }
}
