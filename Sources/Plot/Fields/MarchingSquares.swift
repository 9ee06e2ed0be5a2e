/// Finds where a field has a value, cell by cell: "marching squares" (Lorensen and Cline's marching cubes, 1987, in two
/// dimensions). A cell is cut into four triangles around its middle, in each of which the field is taken to be flat,
/// so that no case is ambiguous and neighbours agree.
struct MarchingSquares {
  let field: Field
  let level: Double
  /// On which side of the level the corners of each cell lie, row by row.
  private let sides: [Side]

  /// Whether the part above the level and the part below it are both wider than a cell or two, so that the line between
  /// them is no row of islands.
  let isResolved: Bool

  init(field: Field, level: Double) {
    self.field = field
    self.level = level
    let (sides, above, both) = Self.sides(of: field, level)
    self.sides = sides
    // A line around a few cells is short enough to be smooth.
    isResolved = both < 32 || min(above, sides.count - above - both) >= both
  }

  /// On which side of the level all corners of a cell lie.
  private enum Side { case above, below, both }

  /// A point of the grid or between grid points, and the value there.
  private struct Corner {
    var column: Double
    var row: Double
    var value: Double
  }

  /// The lines on which the field has the value, as runs of grid places that are joined end to end.
  var lines: [[GridPlace]] {
    var segments: [(GridPlace, GridPlace)] = []
    var cell = 0
    while cell < sides.count {
      if case .both = sides[cell] {
        let (row, column) = cell.quotientAndRemainder(dividingBy: field.columns - 1)
        forEachTriangle(column, row) { a, b, c in
          // None of the three sides is crossed, or two of them.
          let (ab, bc, ca) = (crossing(a, b), crossing(b, c), crossing(c, a))
          if let start = ab ?? bc, let end = ca ?? bc, start != end {
            segments.append((start, end))
          }
        }
      }
      cell += 1
    }
    return joined(segments)
  }

  /// The part of the grid in which the field is at least the level, as polygons that share their borders.
  var regionsAbove: [[GridPlace]] {
    var polygons: [[GridPlace]] = []
    for row in 0..<(field.rows - 1) {
      /// Where the run of cells that lie above as a whole starts: such a run is one rectangle.
      var start: Int?
      for column in 0..<field.columns {
        let side = column < field.columns - 1 ? side(column, row) : .below
        if side == .above {
          start = start ?? column
          continue
        }
        if let first = start {
          polygons.append([
            GridPlace(Double(first), Double(row)), GridPlace(Double(column), Double(row)),
            GridPlace(Double(column), Double(row + 1)), GridPlace(Double(first), Double(row + 1)),
          ])
          start = nil
        }
        guard side == .both else { continue }
        forEachTriangle(column, row) { a, b, c in
          var polygon: [GridPlace] = []
          for (from, to) in [(a, b), (b, c), (c, a)] {
            if from.value >= level { polygon.append(GridPlace(from.column, from.row)) }
            if let cut = crossing(from, to) { polygon.append(cut) }
          }
          if polygon.count > 2 { polygons.append(polygon) }
        }
      }
    }
    return polygons
  }

  private func side(_ column: Int, _ row: Int) -> Side { sides[row * (field.columns - 1) + column] }

  /// The sides of all cells, and how many lie above and on both sides; a cell with a value that is not finite counts as
  /// below. All levels of a field pass here, so it is written to be fast in debug builds.
  private static func sides(
    of field: Field, _ level: Double
  ) -> (sides: [Side], above: Int, both: Int) {
    var (above, both) = (0, 0)
    let (columns, rows) = (field.columns, field.rows)
    var sides = [Side](repeating: .below, count: (columns - 1) * (rows - 1))
    field.values.withUnsafeBufferPointer { values in
      sides.withUnsafeMutableBufferPointer { sides in
        var cell = 0
        var row = 0
        while row < rows - 1 {
          var lower = row * columns
          let end = lower + columns - 1
          while lower < end {
            let (a, b) = (values[lower], values[lower + 1])
            let (c, d) = (values[lower + columns], values[lower + columns + 1])
            if (a + b + c + d).isFinite {
              if a >= level && b >= level && c >= level && d >= level {
                sides[cell] = .above
                above += 1
              } else if a >= level || b >= level || c >= level || d >= level {
                sides[cell] = .both
                both += 1
              }
            }
            cell += 1
            lower += 1
          }
          row += 1
        }
      }
    }
    return (sides, above, both)
  }

  /// Calls the body with the triangles of a cell, each going around in the same sense.
  private func forEachTriangle(
    _ column: Int, _ row: Int, _ body: (Corner, Corner, Corner) -> Void
  ) {
    func corner(_ column: Int, _ row: Int) -> Corner {
      Corner(column: Double(column), row: Double(row), value: field[column, row])
    }
    let (a, b) = (corner(column, row), corner(column + 1, row))
    let (c, d) = (corner(column + 1, row + 1), corner(column, row + 1))
    let middle = Corner(
      column: Double(column) + 0.5, row: Double(row) + 0.5,
      value: a.value / 4 + b.value / 4 + c.value / 4 + d.value / 4)
    body(a, b, middle)
    body(b, c, middle)
    body(c, d, middle)
    body(d, a, middle)
  }

  /// Where an edge passes the level. Neighbouring triangles see the edge from either end and get the same place.
  private func crossing(_ a: Corner, _ b: Corner) -> GridPlace? {
    guard (a.value >= level) != (b.value >= level) else { return nil }
    let (low, high) = a.value < b.value ? (a, b) : (b, a)
    let part = (level - low.value) / (high.value - low.value)
    return GridPlace(
      low.column + (high.column - low.column) * part, low.row + (high.row - low.row) * part)
  }

  /// Joins segments that share ends into lines as long as possible.
  private func joined(_ segments: [(GridPlace, GridPlace)]) -> [[GridPlace]] {
    var unused: [GridPlace: [Int]] = [:]
    for (index, segment) in segments.enumerated() {
      unused[segment.0, default: []].append(index)
      unused[segment.1, default: []].append(index)
    }
    var isUsed = [Bool](repeating: false, count: segments.count)
    func follow(from start: GridPlace) -> [GridPlace] {
      var line: [GridPlace] = []
      var place = start
      while let next = unused[place]?.first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        place = segments[next].0 == place ? segments[next].1 : segments[next].0
        line.append(place)
      }
      return line
    }
    var lines: [[GridPlace]] = []
    for (index, segment) in segments.enumerated() where !isUsed[index] {
      isUsed[index] = true
      let forwards = follow(from: segment.1)
      let backwards = follow(from: segment.0)
      lines.append(backwards.reversed() + [segment.0, segment.1] + forwards)
    }
    return lines
  }
}
