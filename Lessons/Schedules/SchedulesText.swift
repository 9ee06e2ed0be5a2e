import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension SchedulesLesson {
  /// How many changes of a schedule are shown with their numbers filled in.
  private static let derivedChanges = 3

  /// What all runs have in common: w₀ = 1 and so on.
  func common(_ numerals: Numerals) -> [Words] {
    [(weight.mathematics(at: 0), start), ("η0", learningRate), ("β", beta)].map {
      Words(math: numerals.equation($0, $1))
    }
  }

  var introduction: Words {
    let values = common(.rounded).joined(separator: Words(en: ", ", zh: "，"))
    return Words(
      en: """
        Momentum minimises \(objective.equation) for the one sample x = 1, y = 0 (course sections 4.2 to \
        4.5) with \(values). It runs for \(counted(epochs, "epoch")) of \(counted(iterations, "iteration")); a schedule may \
        change the learning rate at the end of an epoch.
        """,
      zh: """
        用动量法求 \(objective.equation) 的最小值，样本只有一个：x = 1，y = 0（课程 4.2 至 4.5 节），其中 \(values)。\
        共 \(epochs) 轮（Epoch），每轮 \(iterations) 次迭代（Iteration）；每轮结束时由衰减策略调整学习率。
        """)
  }

  /// The rule of an iteration, and the first with its numbers.
  @Document.Parts
  var step: [Block] {
    let (η, step) = (Traced(learningRate).named("η"), Step(2))
    let first = trace(rates: [η.named("η", 0)], steps: 1)
    let general = trace(rates: [η, η], steps: step.number)
    let meanings = [
      Words(en: "its gradient at wₜ₋₁", zh: "损失在 wₜ₋₁ 处的梯度"),
      Words(en: "the velocity, as in PyTorch", zh: "速度（PyTorch 的写法）"),
      Words(en: "the step, with the rate of the epoch", zh: "更新，η 为当轮的学习率"),
    ]
    Block.heading(Words(en: "In each iteration", zh: "每次迭代"))
    Block.formulas(
      [formula(objective.equation, en: "the loss", zh: "损失函数")]
        + zip(general.rows[step.number].quantities(), meanings).map {
          (Words(math: $0.value.rule(at: step)), $1)
        })
    Block.derivations(
      title: Words(en: "The first iteration", zh: "第 1 次迭代"),
      of: first.rows[1].quantities().map(\.value))
  }

  /// What a schedule does, its first changes with their numbers, and its figure.
  @Document.Parts
  func section(on run: ScheduleRun) -> [Block] {
    let kind = run.kind
    let rates: [Traced] = rates(of: kind)
    let changes = zip(rates, rates.dropFirst()).filter { $0.value != $1.value }.map(\.1)
    Block.heading(kind.title)
    explanation(of: kind)
    if changes.isEmpty {
      Words(
        en: "In \(counted(epochs, "epoch")) the rate does not change.",
        zh: "在这 \(epochs) 轮中，学习率没有变化。")
    } else {
      Block.derivations(
        title: Words(en: "The first changes", zh: "前几次变化"),
        of: Array(changes.prefix(Self.derivedChanges)))
    }
  }

  /// What lowering the rate is for.
  @Document.Parts
  func noisyGradients(_ noisy: [NoisyRuns], _ runs: [ScheduleRun]) -> [Block] {
    let ends = noisy.map { ($0.kind.name, $0.end(of: epochs)) }
    Block.heading(Words(en: "With the noise of mini-batches", zh: "加上小批量的噪声"))
    Words(
      en: """
        The gradient of a mini-batch is that of all samples and noise. The same descents, \
        \(NoisyRuns.count) times each, with normal noise of standard deviation σ = \(noise, .rounded) on \
        each gradient: a rate that stays keeps shaking the weight, and its distance to the minimum \
        no longer falls. Root mean square of w over all runs, in the last \
        \(max(1, epochs / 10)) of \(counted(epochs, "epoch")):
        """,
      zh: """
        小批量的梯度等于全体样本的梯度加上噪声。同样的下降各运行 \(NoisyRuns.count) 次，每个梯度加上标准差 σ = \
        \(noise, .rounded) 的正态噪声：学习率若不减小，权重就一直抖动，与最小值的距离不再下降。\
        下面是所有运行中 w 的均方根，取 \(epochs) 轮中的最后 \(max(1, epochs / 10)) 轮：
        """)
    Block.table(
      ends.table([
        Words(en: "schedule", zh: "策略"): { .text($0.0) },
        Words(en: "rms of w", zh: "w 的均方根"): { $0.1.isFinite ? .number($0.1) : .empty },
      ]), name: "\(Self.name)-noise")
    Block.figure(figure(of: runs, noisy), name: Self.name)
  }

  /// The rule of a change: ηₑ = ηₑ₋₁·γ.
  private func explanation(of kind: ScheduleKind) -> Words {
    let list = milestones.map(String.init).listed
    return switch kind {
    case .step:
      Words(
        en: """
          Every \(period == 1 ? "epoch" : "\(period) epochs") (course section 4.2) the rate is \
          multiplied by γ = \(gamma, .rounded). In the formulas the index of η is the epoch, counted from 0.
          """,
        zh: "每隔 \(period) 轮把学习率乘以 γ = \(gamma, .rounded)（课程 4.2 节）。公式中 η 的下标是轮数，从 0 数起。")
    case .multiStep:
      Words(
        en: """
          At chosen epochs (course section 4.3), here \(list), the rate is multiplied by \
          γ = \(gamma, .rounded). One may wait as long as a rate still helps.
          """,
        zh: "在指定的轮次（课程 4.3 节）把学习率乘以 γ = \(gamma, .rounded)，这里是第 \(list) 轮。当前的学习率仍然有效时，可以多等几轮。")
    case .exponential:
      Words(
        en: """
          In every epoch (course section 4.4) the rate is multiplied by γ = \(decay, .rounded). The course \
          writes lr = lr·γ^epoch: the lr on the right is the one at the start, η₀. From one epoch to the \
          next the factor is γ alone.
          """,
        zh: """
          每一轮都把学习率乘以 γ = \(decay, .rounded)（课程 4.4 节）。课程写作 lr = lr·γ^epoch，右边的 lr 指初始学习率 η₀；\
          从上一轮到下一轮，只乘一个 γ。
          """)
    case .constant: ""
    }
  }

  /// Numbers of runs side by side, epoch by epoch; cells are empty where a run has none any more.
  func table(of runs: [ScheduleRun], _ numbers: (ScheduleRun) -> [Double]) -> Table {
    let epoch = Table.Column(Words(en: "epoch", zh: "轮"), (0..<epochs).map(Double.init))
    let columns = runs.map { run in
      let numbers = numbers(run)
      return Table.Column(
        run.kind.name, numbers + Array(repeating: nil, count: epochs - numbers.count))
    }
    return Table([epoch] + columns)
  }

  /// Why the lines of all schedules are parallel, and which of them leaves the others.
  func swinging(of runs: [ScheduleRun]) -> Words? {
    let (least, most) = (swingingRates.lowerBound, swingingRates.upperBound)
    let rates = runs.flatMap(\.rates)
    // Without a rate in that range, or from the minimum, nothing swings.
    guard beta > 0, start != 0, rates.allSatisfy({ $0 < most }),
      rates.contains(where: { $0 > least })
    else { return nil }
    let creeping = runs.compactMap { run in
      run.rates.firstIndex { $0 < least }.map { epoch in
        Words(
          en: "\(run.kind.name) first in epoch \(epoch)", zh: "\(run.kind.name) 首次在第 \(epoch) 轮")
      }
    }
    let list = creeping.joined(separator: Words(en: ", ", zh: "，"))
    let end =
      creeping.isEmpty
      ? Words(en: "; no run comes to that.", zh: "；这里没有出现这种情况。")
      : Words(en: ": \(list).", zh: "：\(list)。")
    return Words(
      en: """
        As long as the weight swings, it shrinks by √β = \(beta.squareRoot(), .rounded) in each iteration, \
        whatever the rate: that is why the weights of all schedules shrink alike there. Below \
        η = (1 − √β)²/L″ = \(least, .rounded) it creeps instead, the slower the lower the rate\(end)
        """,
      zh: """
        只要权重还在摆动，每次迭代都缩小为 √β = \(beta.squareRoot(), .rounded) 倍，与学习率无关，所以各种策略在这一段缩小得一样快。\
        学习率低于 (1 − √β)²/L″ = \(least, .rounded) 之后不再摆动，而是缓慢爬行，学习率越小越慢\(end)
        """)
  }

  /// What the headings of the course's summary mean.
  var names: Words {
    Words(
      en: """
        A word on names: the summary of the course (section 4.5) heads MultiStepLR “Exponential Decay” and \
        ExponentialLR “Exponential Moving Average Decay”. Decay at milestones is exponential only where milestones are \
        equally spaced. And ExponentialLR averages nothing: it keeps no history, and one multiplication per epoch \
        makes it the simplest of the three.
        """,
      zh: """
        关于名称：课程 4.5 节的小结把指定间隔衰减写作 Exponential Decay，把指数衰减写作 Exponential Moving Average Decay。\
        指定间隔衰减只有在间隔相等时才是指数的；而指数衰减并不求平均，也不需要历史，每轮只做一次乘法，是三者中最简单的。
        """)
  }
}
