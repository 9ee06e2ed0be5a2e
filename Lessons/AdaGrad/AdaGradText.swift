import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words and numbers of its own.
extension AdaGradLesson {
  /// What s and η′ are.
  var meanings: [Words] {
    [
      Words(en: "the sum of all squared gradients", zh: "历史梯度的平方和"),
      Words(en: "the effective rate", zh: "有效学习率"),
    ]
  }

  var twoRates: Words {
    Words(
      en:
        "The course writes η for the effective rate too; here that is η′, as η itself never changes.",
      zh: "课程把有效学习率也记作 η；这里记作 η′，因为 η 本身始终不变。")
  }

  var smallNumber: Words {
    Words(
      en:
        "The course’s small number is σ = 1e−10, which is PyTorch’s default too and called ε here.",
      zh: "课程中的小常数 σ = 1e−10 与 PyTorch 的默认值相同，这里记作 ε。")
  }

  /// What the effective rate has come to, and how far that has led; nil where the run has no step to speak of.
  func slowing(of example: Example) -> Words? {
    guard let first = example.run.steps.first, let last = example.run.steps.last else { return nil }
    guard options.start != 0 else { return example.stillness }
    let text = Numerals.rounded.text
    let (η1, η2) = (first.optimizers[0].effectiveRate, last.optimizers[0].effectiveRate)
    let (t, w) = (last.step.number, last.point[0])
    let plain = options.plainDescent.weights
    let comparison =
      plain.count > t
      ? Words(
        en: "plain descent with the same η to \(text(plain[t])).",
        zh: "而同样 η 的梯度下降走到 \(text(plain[t]))。")
      : Words(en: "plain descent with the same η diverges.", zh: "而同样 η 的梯度下降已经发散。")
    let rates =
      t == 1
      ? Words(en: "it is \(text(η1)) in step 1.", zh: "第 1 步是 \(text(η1))。")
      : Words(
        en: "from \(text(η1)) in step 1 it has come to \(text(η2)) in step \(t).",
        zh: "第 1 步是 \(text(η1))，第 \(t) 步是 \(text(η2))。")
    return Words(
      en: """
        Nothing is ever taken off s, so the effective rate can never rise: \(rates) While the gradient hardly changes, √s \
        grows like √t. AdaGrad has moved w to \(text(w)), \(comparison)
        """,
      zh: """
        s 只增不减，所以有效学习率不会回升：\(rates)梯度几乎不变时，√s 像 √t 那样增大。\
        此时 AdaGrad 走到 w = \(text(w))，\(comparison)
        """)
  }

  /// Where AdaGrad stops before it has come to a minimum, and where it does not.
  var stalling: Words {
    Words(
      en: """
        That each parameter has an s of its own is AdaGrad’s strength where parameters have very different gradients; that the \
        rate never recovers is its weakness in long trainings. On w²/2 it can get slow but never stops half-way: as the gradient \
        goes to 0, s comes to a limit, and the effective rate stays above 0. Where gradients keep their size, as by the noise \
        of mini-batches, s grows without end and the rate is used up.
        """,
      zh: """
        每个参数各有自己的 s，各参数的梯度相差悬殊时这是优点；学习率不再回升，在长时间的训练中就成了缺点。\
        在 w²/2 上它可能很慢，但不会停在半路：梯度趋于 0，s 便趋于一个极限，有效学习率不会降到 0。\
        如果梯度一直不变小（例如小批量带来的噪声），s 就会无限增大，学习率终将耗尽。
        """)
  }
}
