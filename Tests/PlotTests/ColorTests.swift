import Drawing
import RealModule
import TestSupport
import Testing

@testable import Plot

@Suite struct ColorTests {
  private let palette = [
    Palette.black, Palette.orange, Palette.skyBlue, Palette.green, Palette.yellow, Palette.blue,
    Palette.vermilion, Palette.purple,
  ]

  /// Linear red, green and blue from 0 to 1.
  private func linear(_ color: Color) -> [Double] {
    [color.red, color.green, color.blue].map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : .pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// What a reader without green cones sees: Machado, Oliveira and Fernandes 2009, table 1, severity 1.
  private func deuteranopic(_ rgb: [Double]) -> [Double] {
    let matrix = [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ]
    return matrix.map { row in zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// CIE L*a*b* under D65, in which equal distances look about equally large.
  private func lab(_ rgb: [Double]) -> [Double] {
    let matrix = [
      [0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505],
    ]
    let white = [0.9505, 1, 1.089]
    let f = zip(matrix, white).map { row, white in
      let t = max(0, zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 } / white)
      return t > 0.008856 ? Double.root(t, 3) : 7.787 * t + 16.0 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// A distance of 2.3 is just noticeable.
  @Test func coloursDifferForReadersWithoutGreenCones() {
    for (index, a) in palette.enumerated() {
      for b in palette[..<index] {
        let seen = distance(lab(linear(a)), lab(linear(b)))
        let seenWithoutGreen = distance(lab(deuteranopic(linear(a))), lab(deuteranopic(linear(b))))
        #expect(seen > 20)
        #expect(seenWithoutGreen > 10)
      }
    }
  }

  @Test func colourMapsGrowBrighterStepByStep() {
    for map in [ColorMap.viridis, .cividis] {
      let brightness = (0...64).map { lab(linear(map.color(Double($0) / 64)))[0] }
      for (a, b) in zip(brightness, brightness.dropFirst()) { #expect(b > a) }
    }
  }

  /// WCAG asks for 4.5 to 1 of texts.
  @Test(arguments: Theme.allCases)
  func textsInCellsAreReadable(theme: Theme) {
    let style = Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: theme)
    for value in 0...100 {
      let ground = style.color(of: .blues, at: Double(value) / 100)
      #expect(ground.contrast(to: ground.ofText) >= 4.5)
    }
    #expect(Color.black.contrast(to: .white) == 21)
    let grounds = (0...64).map { lab(linear(ColorMap.blues.color(Double($0) / 64)))[0] }
    for (a, b) in zip(grounds, grounds.dropFirst()) { #expect(b < a) }
  }

  @Test func colourMapsEndWhereTheyShould() {
    #expect(ColorMap.viridis.color(0) == Color(hex: 0x440154))
    #expect(ColorMap.viridis.color(1) == Color(hex: 0xFDE725))
    #expect(ColorMap.viridis.color(-5) == ColorMap.viridis.color(0))
    #expect(ColorMap.viridis.color(7) == ColorMap.viridis.color(1))
    #expect(ColorMap.viridis.color(.nan) == ColorMap.viridis.color(0))
    #expect(ColorMap.diverging.color(0.5) == Color(hex: 0xF7F7F7))
    #expect(ColorMap([.black, .white]).color(0.2) == Color(hex: 0x333333))
  }

  /// The colours that curves are drawn in, on the ground of each theme: WCAG asks for 3 to 1 of graphics.
  @Test(arguments: Theme.allCases)
  func linesStandOutFromTheirGround(theme: Theme) {
    let ground: Color = theme == .dark ? Color(hex: 0x14171B) : .white
    func luminance(_ color: Color) -> Double {
      zip([0.2126, 0.7152, 0.0722], linear(color)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    for color in [Palette.black, Palette.blue, Palette.vermilion, Palette.green, Palette.purple] {
      let (a, b) = (luminance(theme.appearance(of: color).color), luminance(ground))
      let contrast = (max(a, b) + 0.05) / (min(a, b) + 0.05)
      #expect(contrast > 2.9, "\(color)")
    }
  }

  @Test func inPrintMapsAreGreysOnWhichBlackLinesShow() {
    let style = Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: .print)
    for map in [ColorMap.viridis, .cividis, .diverging] {
      let greys = (0...10).map { style.ground(of: map, at: Double($0) / 10) }
      for (a, b) in zip(greys, greys.dropFirst()) { #expect(a.red > b.red) }
      for grey in greys {
        #expect(grey.red == grey.green && grey.green == grey.blue)
        #expect(grey.red >= 0x80)
      }
    }
  }

  @Test func inPrintMapsUseAllGreysAndZeroIsWhite() {
    let style = Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: .print)
    func greys(_ map: ColorMap, _ range: ClosedRange<Double>) -> [Color] {
      (0...10).map { place in
        let part = Double(place) / 10
        return style.color(of: map, at: range.lowerBound * (1 - part) + range.upperBound * part)
      }
    }
    let falling = [
      greys(.viridis, 0...1), greys(.cividis, 0...1), greys(.diverging, 0.5...1),
      Array(greys(.diverging, 0...0.5).reversed()),
    ]
    for greys in falling {
      #expect(greys[0] == .white)
      #expect(greys[10].red < 0x30)
      for (a, b) in zip(greys, greys.dropFirst()) { #expect(a.red > b.red && b.red == b.green) }
    }
  }

  /// Where both sides of zero have the same greys, signs tell them apart.
  @Test func inPrintNegativeNumbersAreMarked() throws {
    let field = Field(x: -1...1, y: 0...1, columns: 41, rows: 21) { x, _ in x }
    let scale = Scale(.linear, Domain(-1, 1))
    func signs(_ theme: Theme) throws -> [Point] {
      let chart = Chart(
        x: Axis("x"), y: Axis("y"),
        marks: [HeatmapMark(field, colors: .diverging, scale: scale)])
      let canvas = try recording(
        of: Figure(title: "T", subtitle: "", columns: [[chart]]), theme: theme)
      return canvas.calls.flatMap { call -> [Point] in
        guard case .stroke(let path, _, _, clip: let clip?) = call else { return [] }
        #expect((path.controlBounds?.maxX ?? 0) < clip.center.x)
        return path.elements.compactMap { if case .move(let start) = $0 { start } else { nil } }
      }
    }
    #expect(try signs(.print).count > 50)
    #expect(try signs(.light).isEmpty)
  }

  @Test func linesAndPointsDifferWithoutColour() {
    let looks = palette.map { Theme.print.appearance(of: $0) }
    #expect(Set(palette.map(Palette.dash)).count == palette.count)
    for (index, a) in looks.enumerated() {
      #expect(a.color.red == a.color.green && a.color.green == a.color.blue)
      for b in looks[..<index] {
        #expect(a.shape != b.shape || distance(lab(linear(a.color)), lab(linear(b.color))) > 20)
      }
    }
  }

  @Test func whatIsDrawnInAColourShows() {
    for theme in Theme.allCases {
      let style = Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: theme)
      for color in palette {
        #expect(style.lineColor(color).contrast(to: style.background) >= 3)
        #expect(style.textColor(color).contrast(to: style.background) >= 4.5)
      }
    }
    // The examples of WCAG 2.2.
    #expect(Color.white.contrast(to: Palette.black) == 21)
    #expect(abs(Color(hex: 0x777777).contrast(to: .white) - 4.48) < 0.005)
  }
}
