import Words

/// Sets mathematics in the letters of a typeface, in ems.
struct MathematicsSetter {
  let typeface: any Typeface
  /// Whether fractions have a bar between one above the other, or a slash.
  var stacksFractions: Bool
  /// Whether signs have no spaces around, as in scripts.
  var isScript = false

  /// The sizes of scripts and of the parts of fractions, in parts of the line's.
  private static let (scriptSize, partSize) = (0.7, 0.8)
  /// How far scripts stand below the baseline and above it, alone and where there are both.
  private static let (lowered, raised) = (0.16, 0.36)
  private static let (loweredUnder, raisedOver) = (0.22, 0.42)
  /// The height of a fraction's bar and of the middle of operators and brackets above the baseline.
  private static let axis = 0.3
  private static let barWidth = 0.055
  /// The tangent of the angle by which letters are slanted.
  private static let slant = 0.2
  private static let gap = 0.06
  private static let barGap = 0.13

  func box(of mathematics: Mathematics) throws -> MathematicsBox {
    switch mathematics {
    case .number(let text), .word(let text): try upright(text)
    case .letter(let text): try line(text, slant: Self.slant)
    case .sign(let sign): try upright(isScript ? sign.rawValue : sign.text)
    case .row(let parts): try row(parts)
    case .scripts(let base, let below, let above): try scripts(base, below, above)
    case .power(let base, let exponent): try scripts(base, nil, exponent)
    case .fraction(let above, let below):
      stacksFractions ? try fraction(above, below) : try quotient(above, below)
    case .root(let x): try root(of: x)
    case .parentheses(let x): try enclosed("(", x, ")")
    case .magnitude(let x): try enclosed("|", x, "|")
    case .group(let x): stacksFractions ? try box(of: x) : try enclosed("(", x, ")")
    }
  }

  /// Text as it is.
  func upright(_ text: String) throws -> MathematicsBox { try line(text, slant: 0) }

  private func line(_ text: String, slant: Double) throws -> MathematicsBox {
    var line = MathematicsBox()
    var last: Unicode.Scalar?
    for character in text {
      guard let scalar = character.unicodeScalars.first else { continue }
      if let last {
        line.append(MathematicsBox(width: typeface.kerning(between: last, and: scalar)))
      }
      line.append(
        try letter(
          scalar, marks: character.unicodeScalars.dropFirst(),
          slant: scalar.properties.isAlphabetic ? slant : 0))
      last = scalar
    }
    return line
  }

  private func letter(
    _ scalar: Unicode.Scalar, marks: Substring.UnicodeScalarView.SubSequence, slant: Double
  ) throws -> MathematicsBox {
    let glyph = try typeface.glyph(for: scalar)
    let slanted = Transform.slant(slant)
    var box = MathematicsBox(
      glyph.outline, transform: slanted, width: glyph.advance, scalar: scalar)
    for mark in marks {
      // A combining mark is centred above the letter, clear of its top.
      let outline = try typeface.glyph(for: mark).outline
      guard let ink = outline.controlBounds, let base = glyph.outline.controlBounds else {
        continue
      }
      let rise = max(0, ink.maxY - (base.minY - Self.gap))
      let centred = Transform.translation(base.center.x - ink.center.x, -rise).then(slanted)
      let drawn = MathematicsBox(outline, transform: centred, width: box.width, scalar: mark)
      box.add(drawn, x: 0)
      box.overhang = max(box.overhang, drawn.overhang)
    }
    return box
  }

  private func row(_ parts: [Mathematics]) throws -> MathematicsBox {
    var row = MathematicsBox()
    for (index, part) in parts.enumerated() {
      if case .sign(let sign) = part {
        row.clearOverhang()
        let isAtEdge = index == 0 || index == parts.count - 1
        row.append(try upright(isAtEdge || isScript ? sign.rawValue : sign.text))
      } else {
        if case .parentheses = part { row.clearOverhang() }
        row.append(try box(of: part))
      }
    }
    return row
  }

  /// Scripts stand one above the other, the upper one clear of a slanted letter's end and of a mark above it.
  private func scripts(
    _ base: Mathematics, _ below: Mathematics?, _ above: Mathematics?
  ) throws -> MathematicsBox {
    if case .scripts(let inner, nil, let raised?) = base, above == nil {
      return try scripts(inner, below, raised)
    }
    var box = try box(of: base)
    let (start, overhang) = (box.width, box.overhang)
    if let below {
      try add(below, to: &box, x: start, y: above == nil ? Self.lowered : Self.loweredUnder)
    }
    if let above {
      // Beside something tall, such as a fraction in parentheses, it stands at its upper end.
      let height = max(below == nil ? Self.raised : Self.raisedOver, box.ascent - 0.6)
      try add(above, to: &box, x: start + overhang, y: -height)
    }
    box.overhang = 0
    return box
  }

  private func add(
    _ script: Mathematics, to box: inout MathematicsBox, x: Double, y: Double
  ) throws {
    var setter = self
    setter.isScript = true
    setter.stacksFractions = false
    // A prime is small and raised as the typeface has it.
    let isPrime = script == .word("′")
    let script = try setter.box(of: script).scaled(by: isPrime ? 1 : Self.scriptSize)
    box.add(script, x: x, y: isPrime ? 0 : y)
    box.widen(to: x + script.width + script.overhang)
  }

  private func fraction(_ a: Mathematics, _ b: Mathematics) throws -> MathematicsBox {
    let (above, below) = (
      try box(of: a).scaled(by: Self.partSize), try box(of: b).scaled(by: Self.partSize)
    )
    let side = 0.1
    let width = max(above.width + above.overhang, below.width + below.overhang) + 2 * side
    var box = MathematicsBox(width: width + 2 * Self.gap)
    let bar = Rect(
      x: Self.gap, y: -Self.axis - Self.barWidth / 2, width: width, height: Self.barWidth)
    box.add(MathematicsBox(Path(bar), width: 0), x: 0)
    box.add(
      above, x: Self.gap + (width - above.width) / 2,
      y: bar.minY - Self.barGap - max(above.descent, 0.05))
    box.add(
      below, x: Self.gap + (width - below.width) / 2, y: bar.maxY + Self.barGap + below.ascent)
    return box
  }

  /// A fraction on one line.
  private func quotient(_ a: Mathematics, _ b: Mathematics) throws -> MathematicsBox {
    var row = try box(of: a)
    row.clearOverhang()
    row.append(MathematicsBox(width: Self.gap / 2))
    row.append(try upright("/"))
    row.append(try box(of: b))
    return row
  }

  /// The radical sign is drawn, since one of a typeface ends where its bar would begin.
  private func root(of x: Mathematics) throws -> MathematicsBox {
    var inner = try box(of: x)
    if case .group(let alone) = x { inner = try box(of: alone) }
    let (top, bottom) = (-max(inner.ascent, 0.5) - 0.12, inner.descent)
    let height = bottom - top
    let hook = [
      Point(0, -0.26), Point(0.12, -0.34), Point(0.3, bottom), Point(0.3 + 0.22 * height, top),
      Point(0.36 + 0.22 * height + inner.width + inner.overhang, top),
    ]
    let start = hook[3].x + 0.06
    var box = MathematicsBox(
      Path(strip: hook, width: Self.barWidth), width: start + inner.width + inner.overhang)
    box.overhang = 0
    box.add(inner, x: start)
    box.widen(to: hook[4].x + Self.gap)
    return box
  }

  /// Between brackets that are as tall as what they enclose.
  private func enclosed(_ left: String, _ x: Mathematics, _ right: String) throws -> MathematicsBox
  {
    var inner = try box(of: x)
    inner.clearOverhang()
    func bracket(_ text: String) throws -> MathematicsBox {
      let box = try upright(text)
      func reach(_ box: MathematicsBox) -> Double {
        max(box.ascent - Self.axis, box.descent + Self.axis)
      }
      let excess = reach(inner) / reach(box)
      return excess > 1.3 ? box.stretched(by: excess, about: -Self.axis) : box
    }
    var row = try bracket(left)
    row.append(inner)
    row.append(try bracket(right))
    return row
  }
}

extension MathematicsBox {
  /// Taller above and below a height.
  fileprivate func stretched(by factor: Double, about y: Double) -> MathematicsBox {
    let stretch = Transform.translation(0, -y).then(.scale(1, factor)).then(.translation(0, y))
    var box = MathematicsBox(width: width)
    for glyph in glyphs {
      box.add(
        MathematicsBox(
          glyph.outline, transform: glyph.transform.then(stretch), width: width,
          scalar: glyph.scalar), x: 0)
    }
    return box
  }
}

extension Path {
  /// A line through points, as the outline of a strip of some width, with mitred joins.
  fileprivate init(strip points: [Point], width: Double) {
    let normals = zip(points, points.dropFirst()).map { from, to in
      ((to - from) / (to - from).length).perpendicular
    }
    let mitres = points.indices.map { i in
      // The mitre is as long as both edges, moved outwards by half the width, need it.
      let (before, after) = (normals[max(i - 1, 0)], normals[min(i, normals.count - 1)])
      return (before + after) * (width / 2 / Vector.dot(before + after, before))
    }
    let sides = (zip(points, mitres).map(+), zip(points, mitres).map(-) as [Point])
    self.init(lines: sides.0 + sides.1.reversed(), closed: true)
  }
}
