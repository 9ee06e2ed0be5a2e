import Formulas
import Plot

/// Finding the minima of a function of two variables.
extension DifferentiableFunction<Double> {
  func callAsFunction(_ place: Datum) -> Double { value([place.x, place.y]) }

  /// A lower place nearby, by trying the four directions in steps that get smaller (Hooke and Jeeves 1961), and then by Newton's
  /// method.
  func descended(from start: Datum, step: Double) -> Datum {
    var (place, lowest, step) = (start, self(start), step)
    let least = step * 1e-5
    for _ in 0..<300 where step > least {
      let neighbours = [(step, 0), (-step, 0), (0, step), (0, -step)].map {
        Datum(x: place.x + $0, y: place.y + $1)
      }
      let values = neighbours.map { self($0) }
      if let best = values.indices.filter({ values[$0] < lowest }).min(by: {
        values[$0] < values[$1]
      }) {
        (place, lowest) = (neighbours[best], values[best])
      } else {
        step /= 2
      }
    }
    for _ in 0..<8 {
      guard let next = newtonStep(from: place, width: least), self(next) < lowest else { break }
      (place, lowest) = (next, self(next))
    }
    return place
  }

  /// Where a parabola with the gradient here and around is lowest; nil where it has no lowest point.
  private func newtonStep(from place: Datum, width h: Double) -> Datum? {
    let g = gradient([place.x, place.y])
    let (right, above) = (gradient([place.x + h, place.y]), gradient([place.x, place.y + h]))
    let (xx, xy, yy) = ((right[0] - g[0]) / h, (above[0] - g[0]) / h, (above[1] - g[1]) / h)
    let determinant = xx * yy - xy * xy
    guard xx > 0, determinant > 0 else { return nil }
    return Datum(
      x: place.x - (yy * g[0] - xy * g[1]) / determinant,
      y: place.y - (xx * g[1] - xy * g[0]) / determinant)
  }

  /// The minima in a window; only the lowest of them where there are many.
  func minima(in window: (x: Domain, y: Domain)) -> [Datum] {
    let count = 61
    let (dx, dy) = (window.x.width / Double(count), window.y.width / Double(count))
    let grid = (0...count).map { row in
      (0...count).map { column in
        Datum(x: window.x.lower + Double(column) * dx, y: window.y.lower + Double(row) * dy)
      }
    }
    let values = grid.map { $0.map { self($0) } }
    var minima: [Datum] = []
    for row in 1..<count {
      for column in 1..<count where isLower(values, row, column) {
        let place = descended(from: grid[row][column], step: min(dx, dy) / 2)
        let isNew = minima.allSatisfy {
          ($0.x - place.x).magnitude > dx || ($0.y - place.y).magnitude > dy
        }
        if isNew, isMinimum(place, radius: min(dx, dy) * 1e-3) { minima.append(place) }
      }
    }
    minima = minima.filter { window.x.contains($0.x) && window.y.contains($0.y) }
    return minima.count <= 9 ? minima : minima.min { self($0) < self($1) }.map { [$0] } ?? []
  }

  private func isLower(_ values: [[Double]], _ row: Int, _ column: Int) -> Bool {
    let value = values[row][column]
    for y in row - 1...row + 1 {
      for x in column - 1...column + 1 where (x, y) != (column, row) && !(values[y][x] > value) {
        return false
      }
    }
    return true
  }

  /// Whether the function is larger all around.
  private func isMinimum(_ place: Datum, radius: Double) -> Bool {
    let value = self(place)
    return (0..<32).allSatisfy { index in
      let angle = Double(index) * .pi / 16
      return self(Datum(x: place.x + radius * .cos(angle), y: place.y + radius * .sin(angle)))
        > value
    }
  }
}
