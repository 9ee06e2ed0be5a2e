import ArgumentParser
import Descent
import Lecture
import LessonsShared
import Plot
import Words

/// Where the course says that gradient descent has a hard time (section 3.3).
enum Terrain: String, CaseIterable, Sendable, ExpressibleByArgument {
  case ravine, plateau, saddle
  case localMinimum = "local-minimum"

  var objective: Objective {
    switch self {
    case .ravine: .ravine
    case .plateau: .plateau
    case .saddle: .saddle
    case .localMinimum: .localMinimum
    }
  }

  /// Where all optimizers start.
  var start: [Double] {
    switch self {
    case .ravine: [-4, 1.5]
    case .plateau: [-3, 1]
    // Beside the ridge, as on it the gradient has no part that leads away.
    case .saddle: [-2, 0.01]
    case .localMinimum: [2.5, 1]
    }
  }

  /// An optimizer has mastered the terrain where the loss is below this.
  var goal: Double {
    switch self {
    case .ravine: 0.01
    case .plateau: 0.1
    // Only off the saddle, and only in the deeper valley, is the loss that low.
    case .saddle, .localMinimum: -1
    }
  }

  /// What is shown of it: as wide and as high as the figure's frames, so that a unit of x is as long as one of y, circles are round
  /// and gradients stand upright on contours.
  var window: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    switch self {
    case .ravine: (-5...3, -1.77...1.77)
    case .plateau: (-3.8...2.3, -1.36...1.36)
    case .saddle: (-3.2...2.6, -0.6...1.97)
    case .localMinimum: (-3.4...3.2, -1.36...1.58)
    }
  }

  /// Whether a place is in the window.
  func shows(_ place: Datum) -> Bool {
    window.x.contains(place.x) && window.y.contains(place.y)
  }

  /// A path up to where it has gone several windows away: what diverges from there on would only cross the window to and fro.
  func seen(of path: [Datum]) -> [Datum] {
    func distance(_ value: Double, _ range: ClosedRange<Double>) -> Double {
      let middle = (range.lowerBound + range.upperBound) / 2
      return (value - middle).magnitude / (range.upperBound - range.lowerBound)
    }
    let end = path.firstIndex { max(distance($0.x, window.x), distance($0.y, window.y)) > 5 }
    return Array(path.prefix((end ?? path.count) + 1))
  }

  /// Whether equal ratios of the loss matter, as where it falls to 0 without end.
  var isLogarithmic: Bool { self == .ravine }

  /// Places worth a name: what they are, and where. A minimum that is the only one needs none.
  var landmarks: [(name: Words, x: Double, y: Double)] {
    switch self {
    case .ravine, .plateau: []
    case .saddle: [(Words(en: "saddle", zh: "鞍点"), 0, 0)]
    case .localMinimum:
      [
        (Words(en: "minimum", zh: "最小值"), -2, 0),
        (Words(en: "local minimum", zh: "局部最小值"), 1, 0),
      ]
    }
  }

  var name: Words {
    switch self {
    case .ravine: Words(en: "Ravine", zh: "峡谷")
    case .plateau: Words(en: "Plateau", zh: "平缓区域")
    case .saddle: Words(en: "Saddle", zh: "鞍点")
    case .localMinimum: Words(en: "Local minimum", zh: "局部最小值")
    }
  }

  /// What makes it hard.
  var difficulty: Words {
    switch self {
    case .ravine:
      Words(
        en:
          "Across it is 25 times as steep as along it, so a rate low enough for the walls is too low for the bottom.",
        zh: "横向比纵向陡 25 倍：适合陡壁的学习率，对谷底来说太小。")
    case .plateau:
      Words(
        en:
          "Far from the minimum the gradient is nearly 0, so steps that are proportional to it are tiny.",
        zh: "离最小值较远时梯度几乎为 0，与梯度成正比的步子就非常小。")
    case .saddle:
      Words(
        en:
          "The gradient vanishes at the origin, where the loss falls to both sides; the start is a little beside the ridge.",
        zh: "原点处梯度为 0，而损失向两侧下降；起点略微偏离山脊。")
    case .localMinimum:
      Words(
        en: "A first, shallow valley lies before the deep one, with a hill between them.",
        zh: "通往深谷的路上先有一个浅谷，两谷之间隔着一座小山。")
    }
  }
}
