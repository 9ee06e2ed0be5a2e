import Formulas
import Words

/// What an example says in words and numbers.
extension WorkedExample {
  /// Whether it is the course's own function.
  package var isCourse: Bool { objective == .halfSquare }

  /// What the lesson is about and with which numbers.
  ///
  /// - Parameter section: the section of the course; nil where the lesson says itself where it belongs.
  package func introduction(to name: Words, section: String?) -> Words {
    let values = hyperparameters(.rounded).map { Words($0.text) }
      .joined(separator: Words(en: ", ", zh: "，"))
    let place =
      section.flatMap { isCourse ? $0 : nil }.map {
        Words(en: " (course section \($0))", zh: "（课程 \($0) 节）")
      } ?? ""
    return Words(
      en: "\(name) minimises \(objective.equation)\(place) with \(values).",
      zh: "用 \(name) 求 \(objective.equation) 的最小值\(place)，其中 \(values)。")
  }

  /// What happens from a start at the minimum, where the average or sum of squares is called s.
  package var stillness: Words {
    Words(
      en: "The weight starts at the minimum, where the gradient is 0: s stays 0 and nothing moves.",
      zh: "权重从最小值出发，那里梯度为 0：s 始终是 0，权重不动。")
  }

  /// Compares the first weights with those that PyTorch prints in the course; nil where the numbers given are others.
  package func comparison(withPrinted weights: [String]) -> Words? {
    let course = Numbers.course.hyperparameters.map(\.value)
    guard isCourse, start == 1, optimizer.hyperparameters.map(\.value) == course else { return nil }
    let own = printedWeights(weights.count)
    let theirs = Array(weights.prefix(own.count))
    let verdict =
      own == theirs
      ? Words(en: "the same digits.", zh: "完全一致。") : Words(en: "not the same.", zh: "并不一致。")
    return Words(
      en:
        "PyTorch prints w = \(theirs.listed) for the first steps; here it is \(own.listed): \(verdict)",
      zh: "PyTorch 前几步打印的 w 是 \(theirs.listed)；这里算得 \(own.listed)：\(verdict)")
  }

  /// Says of a run that its numbers grow, if they do, or have grown beyond what a double holds.
  package var divergence: Words? {
    // Rates of up to 1 are stable on w²/2 for all of the course's optimizers: with these only the start can be too large.
    let isStable = isCourse && optimizer.η <= 1
    guard let (step, quantity) = run.divergence else { return isStable ? nil : growth }
    let remedy =
      isStable
      ? Words(en: "A --start nearer to 0 helps.", zh: "请取更接近 0 的 --start。")
      : Words(en: "A smaller --learning-rate helps.", zh: "请减小 --learning-rate。")
    return Words(
      en: """
        The run diverges: at step \(step.number), \(quantity.text) is no longer a finite number. \
        The figure shows the steps before. \(remedy)
        """,
      zh: "运行发散：第 \(step.number) 步的 \(quantity.text) 已不是有限的数。图中只画出此前的各步。\(remedy)")
  }

  /// Says that the weight goes further and further away, though all its numbers are finite.
  private var growth: Words? {
    let distances = run.weights.map(\.magnitude)
    guard distances.isGrowing, let last = distances.last else { return nil }
    let (size, step) = (Numerals.rounded.text(last), distances.count - 1)
    return Words(
      en:
        "The run diverges: |w| grows, in step \(step) it is \(size). A smaller --learning-rate helps.",
      zh: "运行发散：|w| 越来越大，第 \(step) 步为 \(size)。请减小 --learning-rate。")
  }
}
