import Descent
import Formulas
import Lecture
import Words

/// What an example says in words, formulas and numbers.
extension WorkedExample {
  /// What the lesson is about and with which numbers.
  ///
  /// - Parameter section: the section of the course; nil where the lesson says itself where it belongs.
  package func introduction(to name: String, section: String?) -> Words {
    let values = hyperparameters(.rounded).map { Words($0.text) }
      .joined(separator: Words(en: ", ", zh: "，"))
    let place = section.map {
      Words(en: " (course section \($0))", zh: "（课程 \($0) 节）")
    }
    return Words(
      en: "\(name) minimises \(objective.equation)\(place ?? "") with \(values).",
      zh: "用 \(name) 求 \(objective.equation) 的最小值\(place ?? "")，其中 \(values)。")
  }

  /// What happens from a start at the minimum, where the average or sum of squares is called s.
  package var stillness: Words {
    Words(
      en: "The weight starts at the minimum, where the gradient is 0: s stays 0 and nothing moves.",
      zh: "权重从最小值出发，那里梯度为 0：s 始终是 0，权重不动。")
  }

  /// The start and the hyperparameters with their values: w₀ = 1, η = 0.01 and so on.
  package func hyperparameters(_ numerals: Numerals) -> [Mathematics] {
    [.equation(weight.mathematics(at: 0), numerals.mathematics(start))]
      + optimizer.hyperparameters.map {
        .equation($0.symbol.mathematics, numerals.mathematics($0.value))
      }
  }

  /// The formulas of a step, in the order in which they are calculated.
  ///
  /// - Parameter meanings: what the optimizer's own quantities are, in the same order.
  package func formulas(_ meanings: [Words]) -> [Document.Formula] {
    let step = Step(2)
    let quantities = explanation.rows[step.number].quantities()
    let looksAhead = optimizer.vantage(from: start) != nil
    let ahead = looksAhead ? [Words(en: "where the velocity leads", zh: "速度将带到的位置")] : []
    let place = looksAhead ? "w̃ₜ₋₁" : "wₜ₋₁"
    let all =
      ahead + [Words(en: "its gradient at \(place)", zh: "损失在 \(place) 处的梯度")] + meanings
      + [Words(en: "the step", zh: "更新权重")]
    return [(Words(math: objective.equation), Words(en: "the loss", zh: "损失函数"))]
      + zip(quantities, all).map { (Words(math: $0.value.rule(at: step)), $1) }
  }

  /// The first steps with all their numbers filled in.
  package var derivations: [Document.Block] {
    explanation.rows.prefix(run.rows.count).dropFirst().map { row in
      .derivations(
        title: Words(en: "Step \(row.step.number)", zh: "第 \(row.step.number) 步"),
        row.quantities().map { $0.value.derivation() })
    }
  }

  /// All steps: what each calculated, further columns, the weight and the loss.
  package func table(with more: [Table.Column] = []) -> Table {
    let quantities = run.rows.map { $0.quantities().map(\.value) }
    let headings = run.rows[1].quantities().map { Words(math: $0.symbol.mathematics) }
    let columns = headings.indices.dropLast().map { index in
      // The start has a weight only.
      Table.Column(headings[index], quantities.map { $0.count > 1 ? $0[index] : nil })
    }
    return Table(
      [stepColumn] + columns + more + [
        Table.Column(Words(math: weight.mathematics), run.rows.map { $0.point[0] }),
        Table.Column(Words(math: objective.name), run.rows.map(\.loss)),
      ])
  }

  package var stepColumn: Table.Column {
    Table.Column(Words(en: "step", zh: "步数"), run.rows.map { Double($0.step.number) })
  }

  /// A column of what the optimizer knows; empty at the start.
  package func column(_ heading: Words, _ value: (Numbers) -> Double) -> Table.Column {
    Table.Column(heading, run.rows.map { $0.step == 0 ? nil : value($0.optimizers[0]) })
  }

  /// The first weights after the start, with six decimals as PyTorch's course prints them.
  package func printedWeights(_ count: Int) -> [String] {
    run.rows.dropFirst().prefix(count).map { Numerals.fixed(6).text($0.point[0]) }
  }

  /// Says of a run that its numbers grow, if they do, or have grown beyond what a double holds.
  package var divergence: Words? {
    // Rates of up to 1 are stable on w²/2 for all of the course's optimizers: with these only the start can be too large.
    let isStable = optimizer.hyperparameters.contains { $0.symbol == "η" && $0.value <= 1 }
    guard let (step, quantity) = run.divergence else {
      return isStable ? nil : growth
    }
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
    let distances = run.rows.map(\.point[0].magnitude)
    guard distances.isGrowing, let last = distances.last else { return nil }
    let (size, step) = (Numerals.rounded.text(last), distances.count - 1)
    return Words(
      en:
        "The run diverges: |\(weight.text)| grows, in step \(step) it is \(size). A smaller --learning-rate helps.",
      zh: "运行发散：|\(weight.text)| 越来越大，第 \(step) 步为 \(size)。请减小 --learning-rate。")
  }
}
