import Formulas
import Lecture

/// What the lesson says in words and numbers of its own.
extension AdaGradLesson {
  /// What s and η′ are.
  func meanings(in language: Language) -> [String] {
    [
      language(en: "the sum of all squared gradients", zh: "历史梯度的平方和"),
      language(en: "the effective rate", zh: "有效学习率"),
    ]
  }

  func twoRates(in language: Language) -> String {
    language(
      en:
        "The course writes η for the effective rate too; here that is η′, as η itself never changes.",
      zh: "课程把有效学习率也记作 η；这里记作 η′，因为 η 本身始终不变。")
  }

  func smallNumber(in language: Language) -> String {
    language(
      en:
        "The course’s small number is σ = 1e−10, which is PyTorch’s default too and called ε here.",
      zh: "课程中的小常数 σ = 1e−10 与 PyTorch 的默认值相同，这里记作 ε。")
  }

  func stalling(of example: Example, in language: Language) -> String {
    let text = Numerals.rounded
    guard let first = example.run.steps.first, let last = example.run.steps.last else { return "" }
    let (η1, η2) = (first.optimizers[0].effectiveRate, last.optimizers[0].effectiveRate)
    let plain = options.plainDescent(in: language).weights.last ?? .nan
    let t = last.step.number
    return language(
      en:
        "Nothing is ever taken off s, so the effective rate can only fall: from \(text.text(η1)) in "
        + "step 1 to \(text.text(η2)) in step \(t). While the gradient hardly changes, it falls like "
        + "η/√t. AdaGrad has come to w = \(text.text(last.point[0])), plain descent with the same η "
        + "to \(text.text(plain)). That is AdaGrad’s strength where parameters have very different "
        + "gradients, as each has an s of its own, and its weakness in long trainings: the rate is used "
        + "up before the minimum is reached.",
      zh: "s 只增不减，所以有效学习率只会下降：第 1 步是 \(text.text(η1))，第 \(t) 步只剩 \(text.text(η2))。"
        + "梯度几乎不变时，它按 η/√t 下降。此时 AdaGrad 走到 w = \(text.text(last.point[0]))，"
        + "而同样 η 的梯度下降走到 \(text.text(plain))。每个参数各有自己的 s，各参数的梯度相差悬殊时这是优点；"
        + "但在长时间的训练中，学习率往往还没到最小值就耗尽了。")
  }
}
