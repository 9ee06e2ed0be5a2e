import Descent
import Formulas
import Lecture
import LessonsShared
import Networks
import TorchRandom
import Words

/// What the lesson says of scales, of rounds, and of one model or many.
extension SearchLesson {
  @Document.Parts
  func scales(_ draws: ScaleDraws) -> [Block] {
    let traced = LogUniform(from: Traced(lowest), to: Traced(highest))
    let places = [0, 0.25, 0.5, 0.75, 1].map { ($0, traced(Traced($0).named("u"))) }
    let top = draws.decades[0]
    let shares = (
      uniform: draws.scale.uniformShare(from: top.low, to: top.high),
      logarithmic: draws.scale.share(from: top.low, to: top.high)
    )
    Block.heading(Words(en: "On which scale", zh: "用什么标尺"))
    Words(
      en: """
        Drawn uniformly from \(lowest, .rounded) to \(highest, .rounded), \(100 * shares.uniform, .fixed(1)) % of all \
        learning rates lie above \(top.low, .rounded). On a logarithmic scale equal ratios are equally likely, so each \
        power of ten gets the same share, here \(100 * shares.logarithmic, .fixed(1)) %. A number u, drawn uniformly from 0 \
        to 1, is placed on it:
        """,
      zh: """
        若在 \(lowest, .rounded) 到 \(highest, .rounded) 之间均匀抽取，\(100 * shares.uniform, .fixed(1)) % 的学习率都大于 \
        \(top.low, .rounded)。对数标尺上相等的比例可能性相同，于是每个数量级所占的份额一样，这里是 \
        \(100 * shares.logarithmic, .fixed(1)) %。把 0 到 1 之间均匀抽取的 u 放到标尺上：
        """)
    Block.formulas([
      "x = \(places[0].1.formula(Notation(.bare)))":
        Words(en: "from a, where u is 0, to b, where u is 1", zh: "u 为 0 时是 a，u 为 1 时是 b")
    ])
    Block.derivations(
      title: Words(
        en: "a = \(lowest, .rounded), b = \(highest, .rounded)",
        zh: "a = \(lowest, .rounded)，b = \(highest, .rounded)"),
      of: places.map(\.1))
    let exponents = [lowest, highest].map { Numerals.rounded.text(.log($0) / .log(10)) }
    Words(
      en: """
        The course writes the same as 10ʳ, the exponent r being drawn uniformly from \(exponents[0]) to \(exponents[1]).
        """,
      zh: "课程写成 10ʳ，指数 r 在 \(exponents[0]) 到 \(exponents[1]) 之间均匀抽取，结果相同。")
    Words(
      en: "The shares by calculation, and those of \(ScaleDraws.count) draws of each kind:",
      zh: "计算得到的份额，以及两种方式各抽取 \(ScaleDraws.count) 次的结果：")
    Block.table(
      draws.decades.table([
        Words(en: "from", zh: "从"): { .number($0.low) },
        Words(en: "to", zh: "到"): { .number($0.high) },
        Words(en: "uniform", zh: "均匀"): {
          .number(draws.scale.uniformShare(from: $0.low, to: $0.high))
        },
        Words(en: "uniform, drawn", zh: "均匀，实际抽取"): {
          .number(ScaleDraws.share(of: draws.uniform, in: $0))
        },
        Words(en: "logarithmic", zh: "对数"): {
          .number(draws.scale.share(from: $0.low, to: $0.high))
        },
        Words(en: "logarithmic, drawn", zh: "对数，实际抽取"): {
          .number(ScaleDraws.share(of: draws.logarithmic, in: $0))
        },
      ]), name: "decades")
    Words(
      en: """
        Numbers of neurons or layers need no such scale: from 50 to 100 neurons, each is as good a guess as the next.
        """,
      zh: "神经元个数或层数不需要这样的标尺：从 50 到 100 个神经元，均匀抽取就可以。")
  }

  /// Why momentum is drawn by 1 − β.
  @Document.Parts
  var decays: [Block] {
    let pairs = [(0.9, 0.9005), (0.999, 0.9995)]
    let rows = pairs.map { (before: Self.memory($0.0), after: Self.memory($0.1), pair: $0) }
    Block.heading(Words(en: "Momentum: 1 − β on a logarithmic scale", zh: "动量：对 1 − β 取对数标尺"))
    Words(
      en: """
        An average with β remembers about n = 1/(1 − β) numbers (course section 3.3.1). The same change of 0.0005 hardly makes a \
        difference at 0.9 and doubles n at 0.999, so trials must lie closer together near 1:
        """,
      zh: """
        系数为 β 的平均大约记住 n = 1/(1 − β) 个数（课程 3.3.1 节）。β 同样增加 0.0005，在 0.9 处几乎没有影响，在 0.999 处却使 n \
        加倍，所以越接近 1 试的值应当越密：
        """)
    for row in rows {
      Block.derivations(
        title: Words(
          en: "β from \(row.pair.0, .rounded) to \(row.pair.1, .rounded)",
          zh: "β 从 \(row.pair.0, .rounded) 变为 \(row.pair.1, .rounded)"),
        of: [row.before, row.after])
    }
    let values = [0, 0.25, 0.5, 0.75, 1].map {
      Numerals.rounded.text(LogUniform.decay(from: 0.9, to: 0.999, $0))
    }.listed
    Words(
      en: """
        So 1 − β, from 0.1 down to 0.001, is what is drawn on the logarithmic scale. For u = 0, 0.25, 0.5, 0.75 and 1 that \
        makes β = \(values).
        """,
      zh: "因此对 1 − β（从 0.1 到 0.001）用对数标尺抽取。u = 0、0.25、0.5、0.75、1 时，β = \(values)。")
  }

  /// How many numbers an average with β remembers.
  private static func memory(_ β: Double) -> Traced {
    ExponentialAverage(β: Traced(β), start: .zero).memory
  }

  @Document.Parts
  func coarseToFine(_ rounds: CoarseToFine) -> [Block] {
    let (first, second) = (rounds.coarse.best, rounds.fine.best)
    let trials = CoarseToFine.trials
    Block.heading(Words(en: "From coarse to fine", zh: "由粗到细"))
    Words(
      en: """
        A first round of \(trials) trials over the whole scale finds η = \(first.η, .rounded). A second round searches only \
        around it, from 1/√10 to √10 times it where the range allows: \(rounds.narrowed.a, .rounded) to \
        \(rounds.narrowed.b, .rounded).
        """,
      zh: """
        第一轮在整个标尺上试 \(trials) 次，最好的是 η = \(first.η, .rounded)。第二轮只在它附近搜索，从它的 1/√10 到它的 √10 倍\
        （不超出原范围）：\(rounds.narrowed.a, .rounded) 到 \(rounds.narrowed.b, .rounded)。
        """)
    Block.table(
      zip(rounds.coarse, rounds.fine).enumerated().table([
        Words(en: "trial", zh: "次"): { .number($0.offset + 1) },
        Words(en: "η, coarse", zh: "η（粗）"): { .number($0.element.0.η) },
        Words(en: "loss, coarse", zh: "损失（粗）"): { .number($0.element.0.loss) },
        Words(en: "η, fine", zh: "η（细）"): { .number($0.element.1.η) },
        Words(en: "loss, fine", zh: "损失（细）"): { .number($0.element.1.loss) },
      ]), name: "rounds")
    if second.loss < first.loss {
      Words(
        en: """
          The second round lowers the least loss from \(first.loss, .rounded) to \(second.loss, .rounded), with \
          η = \(second.η, .rounded).
          """,
        zh: """
          第二轮把最小损失从 \(first.loss, .rounded) 降到 \(second.loss, .rounded)，此时 η = \(second.η, .rounded)。
          """)
    } else {
      Words(
        en: "This time the second round finds nothing better: the first one was lucky.",
        zh: "这次第二轮没有找到更好的值：第一轮的运气很好。")
    }
  }

  /// How many random trials are enough.
  @Document.Parts
  func enoughTrials(from torch: inout TorchGenerator) -> [Block] {
    let (n, searches) = (60, 2000)
    let p = Traced(0.05).named("p")
    let chance = RandomSearch.chance(ofBest: p, in: n)
    let draws = torch.rand(n * searches, as: Double.self)
    let found = (0..<searches).count { search in
      draws[search * n..<(search + 1) * n].contains { $0 < p.value }
    }
    let share = Double(found) / Double(searches)
    Block.heading(Words(en: "How many random trials", zh: "随机试多少次"))
    Words(
      en: """
        Each trial misses the best 5 % of all combinations with probability 0.95, however many hyperparameters there are. \
        That one of \(n) trials hits them has the probability
        """,
      zh: "每次试验以 0.95 的概率错过最好的 5 % 的组合，不论有多少个超参数。\(n) 次中至少有一次命中的概率是")
    Block.derivations(
      title: Words(en: "p = 5 %", zh: "p = 5 %"),
      [chance.derivation(named: Words(en: "at least one", zh: "至少一次"))])
    Words(
      en: """
        Of \(searches) searches with \(n) draws each, \(found) had a draw in the best 5 %: \(share, .fixed(3)). The best 5 % \
        may still be far from the best of all where few combinations are good.
        """,
      zh: """
        各抽 \(n) 次的 \(searches) 次搜索中，有 \(found) 次抽到了最好的 5 %：\(share, .fixed(3))。\
        如果好的组合很少，最好的 5 % 离真正的最优仍可能很远。
        """)
  }

  @Document.Parts
  func oneOrMany(_ models: Models) -> [Block] {
    let (days, perDay) = (models.watched.rates.count, Models.stepsPerDay)
    let best = models.best
    Block.heading(Words(en: "One model watched, or many at once", zh: "照看一个模型，还是同时训练多个"))
    Words(
      en: """
        With little computing power one model is trained and watched, as pandas raise one cub: each day (here \(perDay) \
        steps) somebody looks at the loss and changes the learning rate. Here the rate is doubled after a day on which \
        the loss fell; else the day is taken back and the rate divided by 4. With much of it many models are trained at \
        once and left alone, as fish leave their eggs (caviar), and the best is kept.
        """,
      zh: """
        计算资源少时，只训练并照看一个模型，像熊猫只养一个幼崽：每天（这里是 \(perDay) 步）看一看损失，调整学习率。\
        这里的做法是：损失下降了，第二天把学习率加倍；否则撤销这一天，学习率除以 4。计算资源多时，同时训练许多模型而不去管它，\
        像鱼产卵（鱼子酱），最后取最好的一个。
        """)
    Block.table(
      (0..<days).table([
        Words(en: "day", zh: "天"): { .number($0 + 1) },
        "η": { .number(models.watched.rates[$0]) },
        Words(en: "loss in the morning", zh: "当天开始时的损失"): {
          .number(models.watched.kept[$0])
        },
        Words(en: "loss in the evening", zh: "当天结束时的损失"): {
          .number(models.watched.losses[($0 + 1) * perDay])
        },
      ]), name: "watched")
    Words(
      en: """
        The watched model ends with the loss \(models.watched.kept[days], .rounded) after \(SmallTraining.steps) steps. Of \
        \(Models.count) models left alone, with random learning rates, the best has η = \(models.rates[best], .rounded) and \
        ends with \(models.losses[best][SmallTraining.steps], .rounded), after \(Models.count) × \(SmallTraining.steps) steps \
        in all.
        """,
      zh: """
        被照看的模型在 \(SmallTraining.steps) 步之后的损失为 \(models.watched.kept[days], .rounded)。\
        另外 \(Models.count) 个模型各用随机的学习率、无人照看，其中最好的 η = \(models.rates[best], .rounded)，损失为 \
        \(models.losses[best][SmallTraining.steps], .rounded)，总共用了 \(Models.count) × \(SmallTraining.steps) 步。
        """)
  }
}
