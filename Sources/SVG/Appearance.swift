import Drawing

/// How an element is drawn: the attributes that those which look alike have in common.
enum Appearance: Hashable {
  case fill(Color)
  case stroke(Color, Stroke)

  /// The attributes, leaving out those whose values are SVG's defaults.
  var attributes: String {
    switch self {
    case .fill(let color): color.attributes(as: "fill")
    case .stroke(let color, let stroke):
      attribute("fill", "none") + color.attributes(as: "stroke") + stroke.attributes
    }
  }
}

extension Stroke {
  /// Whether a line of this width shows.
  package var isVisible: Bool { width > 0 && width.isFinite }

  /// - Precondition: the stroke is visible.
  package var attributes: String {
    // A line that shows at all keeps the smallest width there is.
    var text = attribute("stroke-width", Number(max(width, 0.01)))
    switch cap {
    case .butt: break
    case .round: text += attribute("stroke-linecap", "round")
    case .square: text += attribute("stroke-linecap", "square")
    }
    switch join {
    case .miter: break
    case .round: text += attribute("stroke-linejoin", "round")
    case .bevel: text += attribute("stroke-linejoin", "bevel")
    }
    guard hasDashes else { return text }
    let lengths = dash.map { Number($0).description }.joined(separator: " ")
    return text + attribute("stroke-dasharray", lengths)
  }

  /// Whether the pattern can be drawn; where it cannot, lines are solid.
  fileprivate var hasDashes: Bool {
    dash.allSatisfy { $0 >= 0 && $0.isFinite } && dash.contains { Number($0).count > 0 }
  }
}

extension Color {
  /// The colour and, where it is transparent, its opacity, as `fill` or `stroke`.
  func attributes(as name: String) -> String {
    attribute(name, hexadecimal)
      + (alpha == 255 ? "" : attribute("\(name)-opacity", shortestOpacity))
  }

  /// The colour without its opacity, as `#rrggbb` or, where that says the same, `#rgb`.
  private var hexadecimal: String {
    let digits = [red, green, blue].flatMap { [$0 >> 4, $0 & 15] }
    let isShort = [red, green, blue].allSatisfy { $0 >> 4 == $0 & 15 }
    let shown = isShort ? [digits[0], digits[2], digits[4]] : digits
    return "#" + shown.map { String($0, radix: 16) }.joined()
  }

  /// The opacity with as few decimals as tell it from its neighbours, at most three.
  private var shortestOpacity: Number {
    let opacity = Double(alpha) / 255
    let candidates = [10, 100].map { Number(opacity, unit: $0) }
    return candidates.first {
      (Double($0.count) / Double($0.unit) * 255).rounded() == Double(alpha)
    } ?? Number(opacity, unit: 1000)
  }
}
