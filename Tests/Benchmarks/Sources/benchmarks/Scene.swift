import Drawing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What all renderers draw, on 1600 × 1000 pixels. `scene.py` has the same in Python.
enum Scene {
  static let width = 1600
  static let height = 1000

  /// The first numbers of SplitMix64, as parts of 1.
  static func uniforms(seed: UInt64, count: Int) -> [Double] {
    (1...count).map { i in
      var z = seed &+ UInt64(i) &* 0x9E37_79B9_7F4A_7C15
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return Double((z ^ z >> 31) >> 11) * 0x1p-53
    }
  }

  /// Matplotlib's ten colours.
  static let colors: [Color] = [
    0x1f77b4, 0xff7f0e, 0x2ca02c, 0xd62728, 0x9467bd, 0x8c564b, 0xe377c2, 0x7f7f7f, 0xbcbd22,
    0x17becf,
  ].map { Color(hex: $0) }

  /// A: a noisy sine of a million points.
  static func polyline() -> [Point] {
    let u = uniforms(seed: 1, count: 1_000_000)
    return u.indices.map { i in
      let x = 1600 * Double(i) / Double(u.count - 1)
      return Point(x, 500 + 300 * sin(2 * .pi * 5 * x / 1600) + 40 * (u[i] - 0.5))
    }
  }

  /// B: the centres of a hundred thousand circles.
  static func centers() -> [Point] {
    let u = uniforms(seed: 2, count: 200_000)
    return (0..<100_000).map { Point(1600 * u[2 * $0], 1000 * u[2 * $0 + 1]) }
  }

  /// C: ten thousand polygons of three to six corners.
  static func polygons() -> [[Point]] {
    let u = uniforms(seed: 3, count: 160_000)
    return (0..<10_000).map { i in
      let u = Array(u[i * 16..<i * 16 + 16])
      let corners = 3 + i % 4
      return (0..<corners).map { j in
        let angle = 2 * .pi * (Double(j) + 0.8 * u[2 + j]) / Double(corners)
        let radius = 12 + 12 * u[9 + j]
        return Point(1600 * u[0] + radius * cos(angle), 1000 * u[1] + radius * sin(angle))
      }
    }
  }

  /// D: the values of a smooth function, row by row.
  static func field() -> [Float] {
    (0..<width * height).map { i in
      let x = -3 + 6 * Float(i % width) / Float(width - 1)
      let y = -2 + 4 * Float(i / width) / Float(height - 1)
      return sin(x * x + y) * cos(y * y - x) + 0.1 * x * y
    }
  }

  /// E: two thousand labels and where their baselines start.
  static func labels() -> [(text: String, start: Point)] {
    let u = uniforms(seed: 5, count: 6000)
    return (0..<2000).map { i in
      let thousandths = Int((u[3 * i + 2] * 10_000).rounded())
      let digits = String(thousandths % 1000 + 1000).dropFirst()
      return (
        "w=\(thousandths / 1000).\(digits)", Point(1560 * u[3 * i], 16 + 980 * u[3 * i + 1])
      )
    }
  }
}
