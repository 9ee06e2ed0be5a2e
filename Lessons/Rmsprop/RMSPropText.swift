import Formulas
import Lecture

/// What the lesson says in words and numbers of its own.
extension RMSPropLesson {
  /// The course's small constant, called σ there.
  static let courseSigma = 1e-10

  /// What s and η′ are.
  func meanings(in language: Language) -> [String] {
    [
      language(
        en: "the mean squared gradient, recent steps counting more", zh: "梯度平方的指数加权平均"),
      language(en: "the effective rate", zh: "有效学习率"),
    ]
  }

  func whatIsAveraged(in language: Language) -> String {
    language(
      en:
        "What is averaged is the square of the gradient, in place of AdaGrad’s sum of squares. The "
        + "course writes η for the effective rate too; here that is η′, as η itself never changes.",
      zh: "这里取指数加权平均的是梯度的平方，用它代替 AdaGrad 的平方和。课程把有效学习率也记作 η；这里记作 η′，"
        + "因为 η 本身始终不变。")
  }

  /// The course's formula has another small constant than PyTorch, which its code calls.
  func smallNumber(
    of example: Example, _ withCoursesSigma: Example, in language: Language
  ) -> String? {
    guard epsilon != Self.courseSigma else { return nil }
    let count = Self.printed.weights.count
    let same = example.printedWeights(count) == withCoursesSigma.printedWeights(count)
    let (σ, ε) = (Numerals.rounded.text(Self.courseSigma), Numerals.rounded.text(epsilon))
    return language(
      en:
        "The course’s formula has the small number σ = \(σ) where ε = \(ε) is used here, as PyTorch’s "
        + "default is 1e−8. The first steps "
        + (same ? "have the same six decimals with either." : "differ in the first six decimals."),
      zh: "课程公式中的小常数是 σ = \(σ)，这里用 ε = \(ε)（PyTorch 的默认值是 1e−8）。前几步的六位小数"
        + (same ? "完全相同。" : "有所不同。"))
  }

  func leaking(
    _ example: Example, beside adaGrad: AdaGradExample, in language: Language
  ) -> String {
    let text = Numerals.rounded
    guard let first = example.run.steps.first, let last = example.run.steps.last,
      let other = adaGrad.run.steps.last
    else { return "" }
    let length = (example.start - first.point[0]).magnitude
    let (factor, t) = (text.text(length / options.learningRate), last.step.number)
    let rates = [last.optimizers[0].effectiveRate, other.optimizers[0].effectiveRate]
      .map(text.text)
    return language(
      en:
        "s starts at 0 and is not corrected for that, so the first step is \(factor) times η long, "
        + "which is 1/√(1 − β) but for ε. From then on s forgets: it follows the squared gradient "
        + "down, and the effective rate can rise again. In step \(t) it is \(rates[0]), AdaGrad’s is "
        + "\(rates[1]). A step stays about η long however small the gradient is, so near the minimum "
        + "RMSProp needs a falling η to come to rest.",
      zh: "s 从 0 开始且不做偏差校正，所以第一步的长度是 η 的 \(factor) 倍，不计 ε 时就是 1/√(1 − β)。此后 s 会逐渐遗忘："
        + "梯度变小时它也随之变小，有效学习率可以回升。第 \(t) 步的有效学习率是 \(rates[0])，而 AdaGrad 的是 "
        + "\(rates[1])。无论梯度多小，每一步的长度都约为 η，因此在最小值附近，RMSProp 需要逐渐减小 η 才能停稳。")
  }
}
