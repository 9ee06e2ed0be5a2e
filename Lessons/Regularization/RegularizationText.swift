import Descent
import Formulas
import Lecture
import LessonsShared
import Networks
import Perceptrons
import Words

/// What the lesson says in words, formulas and numbers.
extension RegularizationLesson {
  @Document.Parts
  func introduction(_ experiment: CurveExperiment) -> [Block] {
    let samples = experiment.samples
    let (variance, drawn) = (noise * noise, samples.errorOfCurve(on: samples.validation))
    Words(
      en: """
        A network learns from training samples, but it is wanted for others. How well it does on those is its generalization; \
        the validation error measures it, on samples that it does not learn from. Where both errors are high the network \
        underfits. Where the training error is low and the validation error much higher it overfits: it has learned the noise \
        of its samples by heart. Regularization is whatever makes it generalize better, even where the training error rises \
        (course section 5.1; documents 003 and 004).
        """,
      zh: """
        网络从训练样本中学习，却要用在别的样本上。它在新样本上的表现叫作泛化，用验证误差来衡量，即在没有学过的样本上的误差。\
        两种误差都高，就是欠拟合；训练误差低而验证误差高得多，就是过拟合：网络把样本里的噪声也背了下来。\
        正则化指一切使网络泛化得更好的做法，哪怕训练误差因此变大（课程 5.1 节；文档 003 与 004）。
        """)
    Block.formulas([
      "y = \(CurveSamples.curve(Traced(0).named("x")).formula(Notation(.bare)))":
        Words(en: "the curve, from x = −1 to 1", zh: "曲线，x 从 −1 到 1")
    ])
    Words(
      en: """
        \(self.samples) training samples lie on this curve but for noise of standard deviation σ = \(noise, .rounded), and so \
        do \(CurveSamples.validationCount) validation samples. (Document 004 sets 10 to 30 % of the samples aside; here are more, so that \
        the error is a precise one.) The noise cannot be foreseen: over all samples there could be, \
        the curve itself has the mean squared error σ² = \(variance, .rounded), and no network generalizes better. On these \
        validation samples the curve has \(drawn, .fixed(4)).
        """,
      zh: """
        \(self.samples) 个训练样本取自这条曲线，再加上标准差 σ = \(noise, .rounded) 的噪声；\
        \(CurveSamples.validationCount) 个验证样本也一样（文档 004 留出 10%～30% 的样本；这里取得更多，使误差更准确）。噪声无法预测：对所有可能的样本而言，曲线本身的均方误差就是 \
        σ² = \(variance, .rounded)，没有网络能泛化得更好。在这些验证样本上，曲线的误差为 \(drawn, .fixed(4))。
        """)
  }

  /// The neurons of a network's hidden layers: 16 + 16 + 16.
  static func layers(of run: CurveRun) -> String {
    run.network.layers.dropLast().map { "\($0.biases.count)" }.joined(separator: " + ")
  }

  static func name(of fit: Fit) -> Words {
    switch fit {
    case .good: Words(en: "fits best", zh: "拟合最好")
    case .under: Words(en: "underfits", zh: "欠拟合")
    case .over: Words(en: "overfits", zh: "过拟合")
    }
  }

  @Document.Parts
  func sizesTable(_ experiment: CurveExperiment) -> [Block] {
    let (best, large) = (experiment.best, experiment.large)
    let named = Self.layers(of: best)
    Block.heading(Words(en: "Too small, and too large", zh: "太小与太大"))
    Words(
      en: """
        Four networks with tanh learn from the same samples, for \(epochs) epochs by Adam with η = \(Self.rate, .rounded), \
        each epoch a step on all samples:
        """,
      zh: """
        四个使用 tanh 的网络从同一批样本学习，用 Adam 训练 \(epochs) 轮，η = \(Self.rate, .rounded)，每轮用全部样本走一步：
        """)
    Block.table(
      experiment.sizes.table([
        Words(en: "hidden neurons", zh: "隐藏神经元"): { .text(Words(Self.layers(of: $0))) },
        Words(en: "weights and biases", zh: "权重与偏置"): { .number($0.parameters) },
        Words(en: "training error", zh: "训练误差"): { .number($0.errors().training) },
        Words(en: "validation error", zh: "验证误差"): { .number($0.errors().validation) },
        Words(en: "what is seen", zh: "表现"): { .text(Self.name(of: experiment.fit(of: $0))) },
      ]), name: "sizes")
    Words(
      en: """
        The network with \(named) hidden neurons has the lowest validation error; those within a tenth of it fit best, too. \
        Of the others, one underfits if its training error is above σ² = \(noise * noise, .rounded): it has not even learned the \
        curve. Else it overfits: its training error is low, and yet it does worse on the \
        validation samples, so what it has learned beyond the curve is noise. Other samples, drawn with another --seed, may \
        suit another size.
        """,
      zh: """
        含 \(named) 个隐藏神经元的网络验证误差最低；比它高出不到一成的也算拟合最好。其余的，若训练误差高于 σ² = \(noise * noise, .rounded)，\
        就是欠拟合：连曲线都没有学会；否则就是过拟合：训练误差虽低，验证误差却更高，多学到的只是噪声。换一个 --seed 抽取别的样本，合适的大小可能不同。
        """)
    if experiment.fit(of: large) == .over {
      let factor = large.errors().validation / large.errors().training
      Words(
        en: """
          The largest has \(large.parameters) numbers to fit \(self.samples) samples with. Its training error is so low because it \
          has learned the noise by heart: on the validation samples the error is \(factor, .fixed(1)) times as high.
          """,
        zh: """
          最大的网络用 \(large.parameters) 个数去拟合 \(self.samples) 个样本。它的训练误差低，是因为把噪声背了下来：\
          在新样本上误差是训练误差的 \(factor, .fixed(1)) 倍。
          """)
    }
    Block.figure(fits(experiment), name: "regularization-fits")
  }

  @Document.Parts
  func curves(_ experiment: CurveExperiment) -> [Block] {
    let (run, stop) = (experiment.large, experiment.stopping)
    let errors = experiment.errors
    let shown = Set(
      [0, 10, 30, 100, 300, 1000].filter { $0 < epochs } + [stop.best, stop.end, epochs])
    Block.heading(Words(en: "Early stopping", zh: "早停"))
    Words(
      en: """
        The errors of the largest network, epoch by epoch. Early stopping watches the validation error and ends the training \
        when it has had no new least for some epochs, the patience, here \(patience); the network of the least is taken.
        """,
      zh: """
        最大的网络各轮的误差。早停一直监视验证误差：若连续若干轮（即耐心，patience，这里为 \(patience)）没有出现新的最小值，\
        就停止训练，取验证误差最小时的网络。
        """)
    Block.table(
      shown.sorted().table([
        Words(en: "epoch", zh: "轮"): { .number($0) },
        Words(en: "training error", zh: "训练误差"): { .number(errors[$0].training) },
        Words(en: "validation error", zh: "验证误差"): { .number(errors[$0].validation) },
        "": {
          $0 == stop.best
            ? .text(Words(en: "taken", zh: "选用"))
            : $0 == stop.end ? .text(Words(en: "stop", zh: "停止")) : .empty
        },
      ]), name: "epochs")
    verdict(on: stop, errors[stop.best], errors[epochs])
    let tested = [stop.best, epochs].map {
      run.networks[$0].meanSquaredError(on: experiment.samples.test)
    }
    Words(
      en: """
        The least of many errors is a flattering one, as it was chosen for being low. On \(CurveSamples.testCount) test \
        samples, by which nothing is chosen, the network that is taken has \
        \(tested[0], .fixed(4)), that of the end \
        \(tested[1], .fixed(4)).
        """,
      zh: """
        从许多误差中挑出的最小值偏于乐观，因为正是由于低才被选中。另用 \(CurveSamples.testCount) 个测试样本，\
        它们不参与任何选择：选用的网络误差为 \(tested[0], .fixed(4))，\
        训练到底的网络为 \(tested[1], .fixed(4))。
        """)
    let gaps = [errors, experiment.errorsOfMore].map {
      ($0[epochs].validation - $0[epochs].training).magnitude
    }
    let count = experiment.samples.all.count
    Words(
      en: """
        At the end the errors are \(gaps[0], .fixed(2)) apart. Where the same network learns from \(count) samples they are \
        \(gaps[1], .fixed(2)) apart\(gaps[1] < gaps[0] ? ": of so many samples the noise is not as easily learned by heart" : "").
        """,
      zh: """
        最后两种误差相差 \(gaps[0], .fixed(2))。同一个网络若从 \(count) 个样本学习，则相差 \
        \(gaps[1], .fixed(2))\(gaps[1] < gaps[0] ? "：样本多了，噪声就不那么容易背下来" : "")。
        """)
    Block.figure(errorFigure(of: experiment), name: Self.name)
  }

  private func verdict(on stop: EarlyStopping, _ taken: CurveErrors, _ last: CurveErrors) -> Words {
    let ends =
      stop.end - stop.best >= patience
      ? Words(
        en:
          "The training stops at epoch \(stop.end), and the network of epoch \(stop.best) is taken.",
        zh: "训练在第 \(stop.end) 轮停止，选用第 \(stop.best) 轮的网络。")
      : Words(
        en:
          "The patience is not used up in \(epochs) epochs; the network of epoch \(stop.best) is taken.",
        zh: "\(epochs) 轮之内耐心没有耗尽，选用第 \(stop.best) 轮的网络。")
    let (before, after) = (taken.validation, last.validation)
    let comparison =
      after > before
      ? Words(
        en: """
          Its validation error is \(before, .fixed(4)); after \(epochs) epochs it is \(after, .fixed(4)), \
          \(after / before, .fixed(2)) times as high, while the training error goes from \(taken.training, .fixed(4)) to \
          \(last.training, .fixed(4)).
          """,
        zh: """
          它的验证误差为 \(before, .fixed(4))；训练满 \(epochs) 轮则为 \(after, .fixed(4))，是前者的 \
          \(after / before, .fixed(2)) 倍，而训练误差从 \(taken.training, .fixed(4)) 变为 \(last.training, .fixed(4))。
          """)
      : Words(
        en: """
          Its validation error is \(before, .fixed(4)), after \(epochs) epochs \(after, .fixed(4)): here stopping gains nothing.
          """,
        zh: "它的验证误差为 \(before, .fixed(4))，训练满 \(epochs) 轮为 \(after, .fixed(4))：这里早停没有好处。")
    return Words(en: "\(ends) \(comparison)", zh: "\(ends)\(comparison)")
  }
}
