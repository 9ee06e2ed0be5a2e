import Drawing

/// A colour on a light ground and the one that takes its place on a dark one.
struct Paint: Hashable {
  var light: Color
  var dark: Color
}

/// The classes of a page's style sheet that give colours to its figures.
package struct PaintClasses {
  private var numbers: [Paint: Int] = [:]
  private var paints: [Paint] = []

  package init() {}

  /// The class that fills with a paint, or draws lines with it.
  mutating func name(of paint: Paint, fills: Bool) -> String {
    let number = numbers[paint] ?? paints.count
    if number == paints.count {
      numbers[paint] = number
      paints.append(paint)
    }
    return "\(fills ? "f" : "l")\(number)"
  }

  package var styleSheet: String {
    let dark = paints.indices.filter { paints[$0].dark != paints[$0].light }
    return paints.indices.map { rule($0, paints[$0].light) }.joined()
      + "@media screen and (prefers-color-scheme:dark){"
      + dark.map { rule($0, paints[$0].dark) }.joined() + "}"
  }

  private func rule(_ number: Int, _ color: Color) -> String {
    ".f\(number){fill:\(color.css)}.l\(number){stroke:\(color.css)}"
  }
}

extension Color {
  fileprivate var css: String {
    let channels = [red, green, blue] + (alpha == 255 ? [] : [alpha])
    return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
