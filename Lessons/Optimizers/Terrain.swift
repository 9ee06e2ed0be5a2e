import Descent
import Plot
import Words

/// Where the course says that gradient descent has a hard time (section 3.3).
struct Terrain: Sendable {
  let objective: Objective
  let name: Words
  /// What makes it hard.
  let difficulty: Words
  /// Where all optimizers start.
  let start: [Double]
  /// An optimizer has mastered the terrain where the loss is below this.
  var goal: Double
  /// What is shown of it at least.
  var window: (x: Domain, y: Domain)
  /// Places worth a cross: what they are, and where.
  var landmarks: [(name: Words, place: Datum)] = [
    (Words(en: "minimum", zh: "最小值"), Datum(x: 0, y: 0))
  ]
  /// Whether equal ratios of the loss matter, as where it falls to 0 without end.
  var isLogarithmic = false

  static let ravine = Terrain(
    objective: .ravine, name: Words(en: "Ravine", zh: "峡谷"),
    difficulty: Words(
      en:
        "Across it is 25 times as steep as along it, so a rate low enough for the walls is too low for the bottom.",
      zh: "横向比纵向陡 25 倍：适合陡壁的学习率，对谷底来说太小。"),
    start: [-4, 1.5], goal: 0.01, window: (Domain(-5, 3), Domain(-1.77, 1.77)), isLogarithmic: true)

  static let plateau = Terrain(
    objective: .plateau, name: Words(en: "Plateau", zh: "平缓区域"),
    difficulty: Words(
      en:
        "Far from the minimum the gradient is nearly 0, so steps that are proportional to it are tiny.",
      zh: "离最小值较远时梯度几乎为 0，与梯度成正比的步子就非常小。"),
    start: [-3, 1], goal: 0.1, window: (Domain(-3.8, 2.3), Domain(-1.36, 1.36)))

  /// The start is beside the ridge, as on it the gradient has no part that leads away. Only off the saddle is the loss as low
  /// as the goal.
  static let saddle = Terrain(
    objective: .saddle, name: Words(en: "Saddle", zh: "鞍点"),
    difficulty: Words(
      en:
        "The gradient vanishes at the origin, where the loss falls to both sides; the start is a little beside the ridge.",
      zh: "原点处梯度为 0，而损失向两侧下降；起点略微偏离山脊。"),
    start: [-2, 0.01], goal: -1, window: (Domain(-3.2, 2.6), Domain(-0.6, 1.97)),
    landmarks: [(Words(en: "saddle", zh: "鞍点"), Datum(x: 0, y: 0))])

  /// Only in the deeper valley is the loss as low as the goal.
  static let localMinimum = Terrain(
    objective: .localMinimum, name: Words(en: "Local minimum", zh: "局部最小值"),
    difficulty: Words(
      en: "A first, shallow valley lies before the deep one, with a hill between them.",
      zh: "通往深谷的路上先有一个浅谷，两谷之间隔着一座小山。"),
    start: [2.5, 1], goal: -1, window: (Domain(-3.4, 3.2), Domain(-1.36, 1.58)),
    landmarks: [
      (Words(en: "minimum", zh: "最小值"), Datum(x: -2, y: 0)),
      (Words(en: "local minimum", zh: "局部最小值"), Datum(x: 1, y: 0)),
    ])

  /// Whether a place is in the window.
  func shows(_ place: Datum) -> Bool {
    window.x.contains(place.x) && window.y.contains(place.y)
  }

  /// A path up to where it has gone several windows away: what diverges from there on would only cross the window to and fro.
  func seen(of path: [Datum]) -> [Datum] {
    func distance(_ value: Double, _ domain: Domain) -> Double {
      (value - (domain.lower + domain.upper) / 2).magnitude / domain.width
    }
    let end = path.firstIndex { max(distance($0.x, window.x), distance($0.y, window.y)) > 5 }
    return Array(path.prefix((end ?? path.count) + 1))
  }
}

extension Terrain: CaseIterable {
  static let allCases = [ravine, plateau, saddle, localMinimum]

  /// The word that files know it by.
  var word: String { Objective.allCases.contains(objective) ? objective.text : "loss" }
}
