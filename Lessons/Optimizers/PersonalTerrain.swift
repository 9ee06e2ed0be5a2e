import Descent
import Formulas
import LessonsShared
import Plot
import Words

/// The terrain of a person's own function: what is seen of it comes from where the runs go and from where it is lowest.
extension OptimizersLesson {
  func terrain(of objective: Objective, from start: [Double]) -> Terrain {
    let loss: DifferentiableFunction<Double> = objective.function()
    let first = loss.value(start)
    var terrain = Terrain(
      objective: objective, name: Words(en: "This loss", zh: "这个损失函数"),
      difficulty: Self.aim + (objective.cornerNote.map { Words(en: " ", zh: "") + $0 } ?? ""),
      start: start, goal: first,
      window: (Domain(0, 1), Domain(0, 1)), landmarks: [])
    let contests = contests(on: terrain)
    let radius = Self.radius(of: contests, from: start)
    func isNear(_ place: Datum) -> Bool { place.distance(from: start) <= radius }
    var shown = contests.flatMap(\.path).filter(isNear)
    // What is lowest nearby is seen even if nobody gets there.
    if let lowest = shown.min(by: { loss($0) < loss($1) }) {
      let end = loss.descended(from: lowest, step: radius / 8)
      if isNear(end) { shown.append(end) }
    }
    let (x, y) = (
      Domain(around: shown.map(\.x), margin: 0.15), Domain(around: shown.map(\.y), margin: 0.15)
    )
    // As wide for its height as its chart is, with equal scales.
    terrain.window = (x.widened(to: 2.25 * y.width), y.widened(to: x.width / 2.25))
    let seen = contests.flatMap { zip($0.path, $0.losses) }.filter { terrain.shows($0.0) }
    let lowest = seen.map(\.1).min() ?? first
    terrain.goal = lowest + (first - lowest) / 100
    terrain.isLogarithmic = lowest >= 0 && lowest < first / 1000
    let minima = loss.minima(in: terrain.window)
    let name = Words(en: minima.count == 1 ? "minimum" : "minima", zh: "极小值")
    terrain.landmarks = minima.map { (name, $0) }
    return terrain
  }

  private static let aim = Words(
    en:
      "The goal is 99 % of the way down from the loss at the start to the lowest that any run has in the picture.",
    zh: "目标是从起点的损失降到各次运行在图中的最低损失，走完其中的 99 %。")

  /// How far most go from the start, and a little further, but for those who leave for good.
  private static func radius(of contests: [Contest], from start: [Double]) -> Double {
    let reaches = contests.filter { $0.divergence == nil && !$0.isGrowing }
      .map { contest in contest.path.map { $0.distance(from: start) }.max() ?? 0 }.sorted()
    let usual = reaches.isEmpty ? 0 : 2 * reaches[(reaches.count - 1) / 2]
    let unit = 1.25 * (start.map(\.magnitude).max() ?? 0)
    return usual > 0 || unit > 0 ? max(usual, unit) : 1
  }
}

extension Datum {
  /// The larger of the distances along the axes.
  fileprivate func distance(from point: [Double]) -> Double {
    max((x - point[0]).magnitude, (y - point[1]).magnitude)
  }
}

extension Domain {
  /// The interval about the same middle, of that width at least.
  fileprivate func widened(to width: Double) -> Domain {
    let margin = max(0, width - self.width) / 2
    return Domain(lower - margin, upper + margin)
  }
}
