import Drawing
import Words

/// Typefaces, colours and sizes of a figure. Sizes are in the units of `Figure.Size`.
public struct Style {
  /// The typeface of all but titles and headings.
  public var regular: any Typeface
  /// The typeface of titles and headings.
  public var bold: any Typeface
  /// What the figure is made for.
  public let theme: Theme
  /// Which language its texts are in.
  public let language: Language
  /// The languages whose names there is room for, so that drawings in each of them have one layout.
  public var roomyLanguages: [Language]

  /// The colour of the whole figure before anything is drawn.
  public var background: Color
  /// The colour of titles, names and legends.
  public var text: Color
  /// For what is read second: axis titles and ticks.
  public var secondaryText: Color
  /// The colour of axes and the ticks on them.
  public var axis: Color
  /// The colour of the lines behind the marks.
  public var grid: Color

  /// The height of the type of a figure's title.
  public var titleSize = 36.0
  /// The same for headings, legends, axis titles and annotations.
  public var textSize = 26.0
  /// The same for the numbers on axes.
  public var tickSize = 22.0

  /// How wide lines of marks are.
  public var lineWidth = 3.5
  /// How wide axes and grid lines are.
  public var hairline = 2.0
  /// Half the width of a point's shape.
  public var pointRadius = 7.0

  public init(
    regular: any Typeface, bold: any Typeface, theme: Theme = .light,
    language: Language = .english
  ) {
    self.regular = regular
    self.bold = bold
    self.theme = theme
    self.language = language
    roomyLanguages = [language]
    // The colours of the background, the text, the secondary text, the axes and the grid.
    let colors: [UInt32] =
      switch theme {
      case .light: [0xFFFFFF, 0x1A1A1A, 0x4A4A4A, 0x7A7A7A, 0xE4E4E4]
      case .dark: [0x14171B, 0xF2F2F2, 0xC3C8CE, 0x8D949C, 0x31373E]
      case .print: [0xFFFFFF, 0x000000, 0x333333, 0x555555, 0xDDDDDD]
      }
    background = Color(hex: colors[0])
    text = Color(hex: colors[1])
    secondaryText = Color(hex: colors[2])
    axis = Color(hex: colors[3])
    grid = Color(hex: colors[4])
  }

  /// The distance between things in a chart that belong together.
  static let gap = 12.0
  /// How small texts may become where there is little room, in parts of their size; then they rather take two lines.
  static let leastScale = 0.8

  /// The style with all sizes multiplied.
  func scaled(by factor: Double) -> Style {
    var style = self
    style.titleSize *= factor
    style.textSize *= factor
    style.tickSize *= factor
    style.lineWidth *= factor
    style.pointRadius *= factor
    return style
  }

  /// The theme's colour for a number from 0 to 1: in print a grey, darker for larger numbers, or for those farther from
  /// the middle of a map that diverges.
  func color(of map: ColorMap, at value: Double) -> Color {
    guard theme == .print else { return map.color(value) }
    let dark = Color(hex: 0x1C1C1C)
    return ColorMap(map.isDiverging ? [dark, .white, dark] : [.white, dark]).color(value)
  }

  /// The same for a ground that lines are drawn on: in print light enough for black ones to show.
  func ground(of map: ColorMap, at value: Double) -> Color {
    theme == .print ? ColorMap([.white, Color(hex: 0x808080)]).color(value) : map.color(value)
  }

  /// Whether the theme's greys are the same on both sides of the map's middle.
  func hidesSign(of map: ColorMap) -> Bool { theme == .print && map.isDiverging }

  /// The theme's colour for one of the palette.
  func color(_ color: Color) -> Color { theme.appearance(of: color).color }

  /// The theme's colour for lines and points: as much darker, or lighter on a dark ground, as makes them show (WCAG 2.2, success
  /// criterion 1.4.11: a contrast of 3).
  func lineColor(_ color: Color) -> Color { self.color(color, contrast: 3) }

  /// The same for text that belongs to something of a colour (success criterion 1.4.3: a contrast of 4.5).
  func textColor(_ color: Color) -> Color { self.color(color, contrast: 4.5) }

  private func color(_ color: Color, contrast: Double) -> Color {
    var readable = self.color(color)
    for _ in 0..<40 where readable.contrast(to: background) < contrast {
      readable = readable.mixed(with: text, part: 0.05)
    }
    return readable
  }
}
