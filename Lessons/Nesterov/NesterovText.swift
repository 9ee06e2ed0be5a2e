import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson says in words and numbers of its own.
extension NesterovLesson {
  func introduction(
    to example: WorkedExample<LookAheadNesterov<Double>, LookAheadNesterov<Traced>>
  ) -> Words {
    let introduction = example.introduction(to: "Nesterov", section: nil)
    return Words(
      en: """
        \(introduction) The course’s notes on CS231n, lecture 12, add it to momentum (course section \
        \(Self.section)): the velocity will move the weight anyway, so the gradient is better taken \
        where it leads.
        """,
      zh: """
        \(introduction)课程的 CS231n 笔记（课时 12）在动量法（课程 \(Self.section) 节）之后提到它：既然速度总会把权重带向前方，\
        不如直接在那里计算梯度。
        """)
  }

  var meaningOfVelocity: [Words] {
    [Words(en: "the velocity, corrected by the gradient there", zh: "用那里的梯度修正速度")]
  }

  var meaningOfSum: [Words] {
    [Words(en: "the velocity: a sum that forgets", zh: "速度：逐步遗忘的累加")]
  }

  func identity(of runs: Runs) -> Words {
    let forms = forms(of: runs)
    let difference = Numerals.rounded.text(forms[1].difference(from: forms[2]))
    return Words(
      en: """
        PyTorch’s optimizers get the gradient at the weight itself, so its form follows the \
        points w̃ that the other looks ahead to, and calls them w; its v is −v/η of the other. \
        The largest difference between w̃ and PyTorch’s w, by rounding, is \(difference) of the \
        largest weight.
        """,
      zh: """
        PyTorch 的优化器只能得到权重所在处的梯度，因此它的写法跟踪的正是向前看的那些点 w̃，并把它们叫作 w；它的 v \
        等于另一种写法的 −v/η。w̃ 与 PyTorch 的 w 因舍入产生的最大差别是最大权重的 \(difference)。
        """)
  }

  /// The weight of the look-ahead form, where that looks, and PyTorch's weight.
  func forms(of runs: Runs) -> [ComparedRun] {
    let lookAhead = runs.lookAhead.compared(
      as: Words(en: "\(math: "w"), looking ahead", zh: "\(math: "w")（向前看）"),
      style: .nesterov)
    let vantage = ComparedRun(
      name: Words(math: .equation("w̃", .sum("w", .product("β", "v")))),
      style: OptimizerStyle(color: Palette.black),
      weights: runs.lookAhead.run.finite.map { row in
        row.optimizers[0].vantage(from: row.point[0]) ?? row.point[0]
      })
    let pyTorch = runs.pyTorch.compared(
      as: Words(en: "PyTorch’s \(math: "w")", zh: "PyTorch 的 \(math: "w")"),
      style: OptimizerStyle(color: Palette.skyBlue))
    return [lookAhead, vantage, pyTorch]
  }

  func compared(_ runs: Runs) -> [ComparedRun] {
    [
      options.plainDescent,
      runs.momentum.compared(as: Words(en: "momentum", zh: "动量法"), style: .momentum),
      runs.lookAhead.compared(as: "Nesterov", style: .nesterov),
    ]
  }

  func divergence(of runs: Runs) -> Words? {
    runs.lookAhead.divergence ?? runs.pyTorch.divergence
      ?? runs.momentum.divergence
  }

  var ravineText: Words {
    let walks = ravineWalks
    let losses = walks.map { Numerals.rounded.text($0.losses.last?.y ?? .nan) }
    let (η, β) = (Numerals.rounded.text(Self.ravine.η), Numerals.rounded.text(Self.ravine.β))
    return Words(
      en: """
        The second figure shows the difference in the ravine \(RavineWalk.objective.formula) with η = \(η) \
        and β = \(β). Where momentum shoots over the bottom, the gradient ahead already points \
        back. After \(Self.ravine.steps) steps the loss is \(losses[0]) with plain descent, \
        \(losses[1]) with momentum and \(losses[2]) with Nesterov’s.
        """,
      zh: """
        第二张图在峡谷 \(RavineWalk.objective.formula) 上比较它们，取 η = \(η)，β = \(β)。动量法会冲过谷底，\
        而前方的梯度此时已经指向回来的方向。\(Self.ravine.steps) 步之后，损失分别为：梯度下降 \(losses[0])，\
        动量法 \(losses[1])，Nesterov 动量 \(losses[2])。
        """)
  }
}
