import Drawing

/// How an element is drawn: the attributes that those which look alike have in common.
enum Appearance: Hashable {
  case fill(Color, FillRule)
  case stroke(Color, Stroke)

  /// The attributes, leaving out those whose values are SVG's defaults.
  var attributes: Markup {
    var markup = Markup()
    switch self {
    case .fill(let color, let rule):
      markup.append(color, as: "fill")
      if rule == .evenOdd { markup.append(attribute: "fill-rule", "evenodd") }
    case .stroke(let color, let stroke):
      markup.append(attribute: "fill", "none")
      markup.append(color, as: "stroke")
      markup.append(stroke)
    }
    return markup
  }
}

extension Markup {
  /// Writes a colour and, where it is transparent, its opacity, as `fill` or `stroke`.
  mutating func append(_ color: Color, as name: String) {
    append(attribute: name, color.hexadecimal)
    guard color.alpha < 255 else { return }
    append(" \(name)-opacity=\"")
    append(color.shortestOpacity)
    append("\"")
  }

  /// - Precondition: the stroke is visible.
  fileprivate mutating func append(_ stroke: Stroke) {
    // A line that shows at all keeps the smallest width there is.
    append(attribute: "stroke-width", max(stroke.width, 0.01))
    switch stroke.cap {
    case .butt: break
    case .round: append(attribute: "stroke-linecap", "round")
    case .square: append(attribute: "stroke-linecap", "square")
    }
    switch stroke.join {
    case .round: append(attribute: "stroke-linejoin", "round")
    case .miter where stroke.miterLimit >= 1:
      if stroke.miterLimit != 4 { append(attribute: "stroke-miterlimit", stroke.miterLimit) }
    // SVG has no limits below 1, which leave no miter.
    case .miter, .bevel: append(attribute: "stroke-linejoin", "bevel")
    }
    guard stroke.hasDashes else { return }
    append(" stroke-dasharray=\"")
    for (index, length) in stroke.dash.enumerated() {
      if index > 0 { append(" ") }
      append(Number(length))
    }
    append("\"")
    if Number(stroke.dashPhase).count != 0 {
      append(attribute: "stroke-dashoffset", stroke.dashPhase)
    }
  }
}

extension Stroke {
  /// Whether a line of this width shows.
  var isVisible: Bool { width > 0 && width.isFinite }

  /// Whether the pattern can be drawn; where it cannot, lines are solid.
  fileprivate var hasDashes: Bool {
    dash.allSatisfy { $0 >= 0 && $0.isFinite } && dash.contains { Number($0).count > 0 }
      && dashPhase.isFinite
  }
}

extension Color {
  /// The colour without its opacity, as `#rrggbb` or, where that says the same, `#rgb`.
  fileprivate var hexadecimal: String {
    let digits = [red, green, blue].flatMap { [$0 >> 4, $0 & 15] }
    let isShort = [red, green, blue].allSatisfy { $0 >> 4 == $0 & 15 }
    let shown = isShort ? [digits[0], digits[2], digits[4]] : digits
    return "#" + shown.map { String($0, radix: 16) }.joined()
  }

  /// The opacity with as few decimals as tell it from its neighbours, at most three.
  fileprivate var shortestOpacity: Number {
    let opacity = Double(alpha) / 255
    let candidates = [10, 100].map { Number(opacity, unit: $0) }
    return candidates.first {
      (Double($0.count) / Double($0.unit) * 255).rounded() == Double(alpha)
    } ?? Number(opacity, unit: 1000)
  }
}
