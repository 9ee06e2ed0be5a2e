/// Finds where a field has a value, cell by cell: "marching squares" (Lorensen and Cline's marching cubes, 1987, in two
/// dimensions). A cell is cut into four triangles around its middle, in each of which the field is taken to be flat,
/// so that no case is ambiguous and neighbours agree.
struct MarchingSquares {
  let field: Field
  let level: Double
  /// On which side of the level the corners of each cell lie, row by row.
  private let sides: [Side]

  /// On which side of the level all corners of a cell lie.
  private enum Side { case above, below, both }

  /// A point of the grid or between grid points, and the value there.
  private typealias Corner = (place: GridPlace, value: Double)

  /// Whether the part above the level and the part below it are both wider than a cell or two, so that the line between
  /// them is no row of islands.
  let isResolved: Bool

  /// A cell with a value that is not finite counts as below. All levels of a field pass here, so it is written to be fast
  /// in debug builds.
  init(field: Field, level: Double) {
    let (columns, values) = (field.columns, field.values)
    var sides = [Side](repeating: .below, count: (columns - 1) * (field.rows - 1))
    var (above, both) = (0, 0)
    var cell = 0
    while cell < sides.count {
      let lower = cell + cell / (columns - 1)
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
    }
    self.field = field
    self.level = level
    self.sides = sides
    // A line around a few cells is short enough to be smooth.
    isResolved = both < 32 || min(above, sides.count - above - both) >= both
  }

  /// The lines on which the field has the value, as runs of grid places that are joined end to end.
  var lines: [[GridPlace]] {
    var segments: [(GridPlace, GridPlace)] = []
    for cell in sides.indices {
      guard case .both = sides[cell] else { continue }
      let (row, column) = cell.quotientAndRemainder(dividingBy: field.columns - 1)
      for (a, b, c) in triangles(column, row) {
        // None of the three sides is crossed, or two of them.
        let (ab, bc, ca) = (crossing(a, b), crossing(b, c), crossing(c, a))
        if let start = ab ?? bc, let end = ca ?? bc, start != end { segments.append((start, end)) }
      }
    }
    return joined(segments)
  }

  /// The part of the grid in which the field is at least the level, as polygons that share their borders.
  var regionsAbove: [[GridPlace]] {
    let columns = field.columns - 1
    var polygons: [[GridPlace]] = []
    for row in 0..<(field.rows - 1) {
      var column = 0
      while column < columns {
        // A run of cells that lie above as a whole is one rectangle.
        let run = sides[row * columns + column..<(row + 1) * columns].prefix { $0 == .above }.count
        if run > 0 {
          polygons.append(
            [(0, 0), (run, 0), (run, 1), (0, 1)].map {
              GridPlace(Double(column + $0.0), Double(row + $0.1))
            })
          column += run
          continue
        }
        if sides[row * columns + column] == .both {
          polygons += triangles(column, row).compactMap(partAbove)
        }
        column += 1
      }
    }
    return polygons
  }

  /// The part of a triangle in which the field is at least the level.
  private func partAbove(_ a: Corner, _ b: Corner, _ c: Corner) -> [GridPlace]? {
    let polygon = [(a, b), (b, c), (c, a)].flatMap { from, to in
      [from.value >= level ? from.place : nil, crossing(from, to)].compactMap(\.self)
    }
    return polygon.count > 2 ? polygon : nil
  }

  /// The triangles of a cell, each going around in the same sense.
  private func triangles(_ column: Int, _ row: Int) -> [(Corner, Corner, Corner)] {
    func corner(_ column: Int, _ row: Int) -> Corner {
      (GridPlace(Double(column), Double(row)), field[column, row])
    }
    let (a, b) = (corner(column, row), corner(column + 1, row))
    let (c, d) = (corner(column + 1, row + 1), corner(column, row + 1))
    let middle = (
      place: GridPlace(Double(column) + 0.5, Double(row) + 0.5),
      value: a.value / 4 + b.value / 4 + c.value / 4 + d.value / 4
    )
    return [(a, b, middle), (b, c, middle), (c, d, middle), (d, a, middle)]
  }

  /// Where an edge passes the level. Neighbouring triangles see the edge from either end and get the same place.
  private func crossing(_ a: Corner, _ b: Corner) -> GridPlace? {
    guard (a.value >= level) != (b.value >= level) else { return nil }
    let (low, high) = a.value < b.value ? (a, b) : (b, a)
    let part = (level - low.value) / (high.value - low.value)
    return GridPlace(
      low.place.column + (high.place.column - low.place.column) * part,
      low.place.row + (high.place.row - low.place.row) * part)
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
