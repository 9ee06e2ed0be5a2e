import Drawing
import Formulas
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension ActivationsLesson {
  private static let (valueColor, slopeColor) = (Palette.black, Palette.vermilion)
  private static let (reluColor, leakyColor) = (Palette.vermilion, Palette.blue)

  /// Each function with its slope.
  var curves: Figure {
    let (x, y) = (Domain(-5, 5), Domain(-1.6, 3.2))
    let charts = compared.map { name, activation in
      let scale = Scale(.linear, x)
      // At a corner the slope jumps, and its line has a gap.
      let isSmooth = activation.slope(at: .leastNonzeroMagnitude) == activation.slope(at: 0.0)
      let slopes = scale.curve(parts: 400) { activation.slope(at: $0) }.flatMap {
        $0.x == 0 && !isSmooth ? [$0, Datum(x: 0, y: .nan)] : [$0]
      }
      return Chart(
        heading: name, x: Axis(Words(math: "x"), domain: x),
        y: Axis(Words(math: .list("y", "y′")), domain: y),
        marks: [
          LineMark(
            scale.curve(parts: 400) { activation($0) },
            name: Words(en: "value \(math: "y")", zh: "值 \(math: "y")"), color: Self.valueColor),
          LineMark(
            slopes, name: Words(en: "slope \(math: "y′")", zh: "斜率 \(math: "y′")"),
            color: Self.slopeColor),
        ])
    }
    let a = Numerals.typeset.equations([("a", slope)]).mathematics
    return Figure(
      title: Words(
        en: "Far from 0 sigmoid and tanh are flat; ReLU keeps its slope on one side",
        zh: "远离 0 时 sigmoid 和 tanh 变平；ReLU 有一侧保持斜率"),
      subtitle: Words(
        en: "leaky ReLU with \(a); a flat place has slope 0 and hands back no gradient",
        zh: "Leaky ReLU 的 \(a)；平坦处斜率为 0，不传回梯度"),
      rows: 2, sharingAxes: charts)
  }

  /// What the slopes of more and more layers leave of a gradient.
  var products: Figure {
    let lines: [(Words, Activation, Double, Color)] = [
      (Words(en: "ReLU above 0", zh: "ReLU，大于 0"), .relu, 2, Palette.black),
      (Words(en: "tanh at ±1", zh: "tanh，±1 处"), .tanh, 1, Palette.green),
      (Words(en: "sigmoid at 0", zh: "sigmoid，0 处"), .sigmoid, 0, Palette.blue),
      (Words(en: "sigmoid at ±2", zh: "sigmoid，±2 处"), .sigmoid, 2, Palette.purple),
      (Words(en: "tanh at ±2", zh: "tanh，±2 处"), .tanh, 2, Palette.vermilion),
    ]
    // Two digits, rounded up: at most so much is left.
    let left = Double.pow(Activation.sigmoid.slope(at: 0.0), layers)
    let unit = Double.pow(10, Int(Double.log10(left).rounded(.down)) - 1)
    let most = Numerals.typeset.mathematics((left / unit).rounded(.up) * unit)
    return Figure(
      title: Words(
        en:
          "After \(counted(layers, "layer")) of sigmoid at most \(math: most) of a gradient is left",
        zh: "\(layers) 层 sigmoid 最多留下梯度的 \(math: most)"),
      subtitle: Words(
        en: "the product of the slopes alone, if the sum is the same in all layers",
        zh: "只计各层斜率的乘积，假设各层的加权和相同"),
      chart: Chart(
        x: Axis(
          Words(en: "layers that the gradient went back through", zh: "梯度反向经过的层数"),
          wholeNumbers: true),
        y: Axis(
          Words(en: "what is left of a gradient of 1", zh: "大小为 1 的梯度剩下多少"), scale: .logarithmic),
        legend: .atLineEnds,
        marks: lines.map { name, activation, x, color in
          let slope = activation.slope(at: x)
          return LineMark(
            (0...layers).map { .pow(slope, $0) }.overSteps(), name: name, color: color)
        }))
  }

  func figure(of dying: NeuronRun, _ living: NeuronRun) -> Figure {
    let η = Numerals.typeset.equations([("η", learningRate), ("a", slope)]).mathematics
    let title =
      dying.death == nil
      ? Words(en: "With this rate the ReLU stays alive", zh: "在这个学习率下 ReLU 没有死亡")
      : living.comeback == nil
        ? Words(en: "A step too large kills a ReLU for good", zh: "一步过大，ReLU 永久死亡")
        : Words(
          en: "The same step kills a ReLU; a leaky one comes back",
          zh: "同样的一步使 ReLU 死亡；Leaky ReLU 能够回来")
    return Figure(
      title: title,
      subtitle: Words(
        en:
          "\(η); one neuron \(math: .equation("y", .row([.word("φ"), .parentheses(.sum(.product("w", "x"), "b"))]))) that learns \(math: .equation("y", "x"))",
        zh:
          "\(η)；一个神经元 \(math: .equation("y", .row([.word("φ"), .parentheses(.sum(.product("w", "x"), "b"))]))) 学习 \(math: .equation("y", "x"))"
      ),
      columns: [[plane(dying, living)], [losses(dying, living)]])
  }

  /// The walks of both neurons over the weight and the bias, and where a ReLU is dead.
  private func plane(_ dying: NeuronRun, _ living: NeuronRun) -> Chart {
    func walk(_ run: NeuronRun) -> [Datum] {
      run.rows.map { Datum(x: $0.neuron.w, y: $0.neuron.b) }
    }
    let points = walk(dying) + walk(living)
    let w = Domain(around: points.map(\.x) + [-1, 3], margin: 0.08)
    let b = Domain(around: points.map(\.y) + [-2, 1], margin: 0.08)
    // All sums are below 0 where the largest is.
    let dead = Scale(.linear, w).curve { w in
      -(Neuron<Double>.x.map { w * $0 }.max() ?? 0)
    }
    return Chart(
      heading: Words(en: "The way of weight and bias", zh: "权重与偏置的轨迹"),
      x: Axis(Words(math: "w"), domain: w), y: Axis(Words(math: "b"), domain: b),
      marks: [
        AreaMark(
          dead.map {
            AreaMark.Slice(x: $0.x, lower: b.lower, upper: max(b.lower, min(b.upper, $0.y)))
          },
          name: Words(en: "all sums below 0: no slope for ReLU", zh: "加权和全小于 0：ReLU 没有斜率"),
          color: Palette.black),
        WalkMark(walk(living), color: Self.leakyColor),
        WalkMark(walk(dying), color: Self.reluColor),
      ],
      annotations: [
        Annotation(Words(en: "start", zh: "起点"), at: points[0], color: Palette.black),
        Annotation("ReLU", at: points[steps], color: Self.reluColor),
        Annotation(
          Words(en: "leaky ReLU", zh: "Leaky ReLU"), at: points[points.count - 1],
          color: Self.leakyColor),
      ])
  }

  private func losses(_ dying: NeuronRun, _ living: NeuronRun) -> Chart {
    func line(_ run: NeuronRun, _ name: Words, _ color: Color) -> LineMark {
      LineMark(run.rows.map(\.pass.loss).overSteps(), name: name, color: color)
    }
    return Chart(
      Words(en: "The loss", zh: "损失"), overSteps: Axis(Words(math: "L"), scale: .logarithmic),
      [
        line(living, Words(en: "leaky ReLU", zh: "Leaky ReLU"), Self.leakyColor),
        line(dying, "ReLU", Self.reluColor),
      ])
  }
}
