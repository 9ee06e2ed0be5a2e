import Drawing

/// Typefaces, colours and sizes of a figure. Sizes are in units, of which a figure is 1600 wide.
public struct Style {
  public var regular: any Typeface
  public var bold: any Typeface

  public var background = Color.white
  public var text = Color(hex: 0x1A1A1A)
  /// For what is read second: axis titles and ticks.
  public var secondaryText = Color(hex: 0x4A4A4A)
  public var axis = Color(hex: 0x7A7A7A)
  public var grid = Color(hex: 0xE4E4E4)

  public var titleSize = 36.0
  public var textSize = 26.0
  public var tickSize = 22.0

  public var lineWidth = 3.5
  public var hairline = 2.0

  public init(regular: any Typeface, bold: any Typeface) {
    self.regular = regular
    self.bold = bold
  }

  /// Sets text in one line, smaller where it is wider than the room there is.
  func line(
    _ label: Label, size: Double, bold: Bool = false, fitting width: Double = .infinity
  ) throws -> TextLine {
    let typeface = bold ? self.bold : regular
    let line = try TextLine(label, in: typeface, size: size)
    guard line.width > width else { return line }
    return try TextLine(label, in: typeface, size: size * width / line.width)
  }
}
