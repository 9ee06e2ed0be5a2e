import Descent
import Formulas
import Lecture

/// What the lesson says in words, formulas and numbers.
extension AdamLesson {
  /// The number of steps that are shown with all their numbers filled in.
  private static let derivedSteps = 3

  func introduction(in language: Language) -> String {
    let values = hyperparameters(.rounded).joined(separator: language(en: ", ", zh: "，"))
    return language(
      en: "Adam minimises \(lossFormula) (course section 3.3.5) with \(values).",
      zh: "用 Adam 求 \(lossFormula) 的最小值（课程 3.3.5 节），其中 \(values)。")
  }

  /// The loss with its formula: L(w) = w²/2.
  var lossFormula: String {
    let w = Traced(start).named(weight)
    return "L(\(weight.text)) = \(objective.loss([w]).formula(Notation(.bare)))"
  }

  /// The hyperparameters with their values: η = 0.01 and so on.
  func hyperparameters(_ numerals: Numerals) -> [String] {
    let run: Trace<Adam<Traced>> = trace(steps: 0)
    let adam = run.rows[0].optimizers[0]
    return (run.rows[0].point + [adam.η, adam.β1, adam.β2, adam.ε]).map {
      "\($0.name(Notation(.numbered))) = \(numerals.text($0.value))"
    }
  }

  func formulas(in language: Language) -> [(formula: String, meaning: String)] {
    let step = Step(2)
    let run: Trace<Adam<Traced>> = trace(steps: step.number)
    return [(lossFormula, language(en: "the loss", zh: "损失函数"))]
      + zip(
        run.rows[step.number].quantities().map(\.value),
        [
          language(en: "its gradient at wₜ₋₁", zh: "损失在 wₜ₋₁ 处的梯度"),
          language(en: "the mean gradient, recent steps counting more", zh: "一阶矩：梯度的指数加权平均"),
          language(
            en: "the mean squared gradient, likewise", zh: "二阶矩：梯度平方的指数加权平均"),
          language(en: "m without its bias towards m₀ = 0", zh: "偏差校正，抵消 m₀ = 0 的影响"),
          language(en: "s without its bias towards s₀ = 0", zh: "偏差校正，抵消 s₀ = 0 的影响"),
          language(en: "the step", zh: "更新权重"),
        ]
      ).map { ($0.rule(at: step), $1) }
  }

  func derivations(of run: AdamRun, in language: Language) -> [Document.Block] {
    let traced: Trace<Adam<Traced>> = trace(steps: min(Self.derivedSteps, run.rows.count - 1))
    return traced.rows.dropFirst().map { row in
      .derivations(
        title: language(en: "Step \(row.step.number)", zh: "第 \(row.step.number) 步"),
        row.quantities().map { $0.value.derivation() })
    }
  }

  func table(of run: AdamRun, in language: Language) -> Table {
    let rows = run.rows
    func column(_ heading: String, _ value: (AdamRun.Row) -> Double?) -> Table.Column {
      Table.Column(heading, rows.map(value))
    }
    func state(_ heading: String, _ value: (Adam<Double>) -> Double) -> Table.Column {
      column(heading) { $0.step == 0 ? nil : value($0.optimizers[0]) }
    }
    return Table([
      column(language(en: "step", zh: "步数")) { Double($0.step.number) },
      column("g") { $0.gradient.first },
      state("m", \.m), state("s", \.s), state("m̂", \.m̂), state("ŝ", \.ŝ),
      state(language(en: "effective step", zh: "有效步长"), \.effectiveStep),
      column(weight.text) { $0.point[0] },
      column("L(\(weight.text))", \.loss),
    ])
  }

  func remarks(on run: AdamRun, in language: Language) -> [String] {
    [comparison(of: run, in: language), divergence(of: run, in: language)].compactMap(\.self)
  }

  /// What PyTorch 2.13 prints for the weight after the first two steps of the course's example.
  private static let printedByPyTorch = ["0.990000", "0.980003"]

  /// Compares with PyTorch, where the parameters are the course's.
  private func comparison(of run: AdamRun, in language: Language) -> String? {
    let course = Self.course
    guard
      (learningRate, beta1, beta2, epsilon, start)
        == (course.learningRate, course.beta1, course.beta2, course.epsilon, course.start)
    else { return nil }
    let ours = run.rows.dropFirst().prefix(Self.printedByPyTorch.count)
      .map { Numerals.fixed(6).text($0.point[0]) }
    let pairs = Array(zip(Self.printedByPyTorch, ours))
    let same = pairs.allSatisfy { $0 == $1 }
    let separator = language(en: ", ", zh: "、")
    let (theirs, own) = (
      pairs.map(\.0).joined(separator: separator), pairs.map(\.1).joined(separator: separator)
    )
    return language(
      en: "PyTorch prints w = \(theirs) for the first steps; here it is \(own): "
        + (same ? "the same digits." : "not the same."),
      zh: "PyTorch 前几步打印的 w 是 \(theirs)；这里算得 \(own)：" + (same ? "完全一致。" : "并不一致。"))
  }

  private func divergence(of run: AdamRun, in language: Language) -> String? {
    guard let (step, quantity) = run.divergence else { return nil }
    return language(
      en:
        "The run diverges: at step \(step.number), \(quantity.text) is no longer a finite number. "
        + "The figure shows the steps before. A smaller --learning-rate helps.",
      zh: "运行发散：第 \(step.number) 步的 \(quantity.text) 已不是有限的数。图中只画出此前的各步。"
        + "请减小 --learning-rate。")
  }
}
