import Formulas
import LessonsShared
import Perceptrons
import Plot
import Words

/// What the lesson draws.
extension InitializationLesson {
  private var draw: Words {
    Words(
      en:
        "\(layers) layers of \(width); lines: the recursion; points: a draw with torch.manual_seed(\(seed))",
      zh: "\(layers) 层，每层 \(width) 个神经元；线：递推公式；点：torch.manual_seed(\(seed)) 的一次抽取")
  }

  /// The size of the signal forwards and of the gradient backwards.
  func sizes(of signals: [Signal]) -> Figure {
    func chart(
      _ heading: Words, _ axis: Words, _ expected: (Signal) -> [Double],
      _ drawn: (Signal) -> [Double]
    ) -> Chart {
      Chart(
        heading: heading,
        x: Axis(Words(en: "layer", zh: "层"), counting: 1...layers),
        y: Axis(axis, scale: .logarithmic),
        marks: signals.map { signal in
          LineMark(
            expected(signal).overSteps(from: 1), name: signal.setup.name, color: signal.setup.color)
        } + signals.map { PointMark(drawn($0).overSteps(from: 1), color: $0.setup.color) })
    }
    return Figure(
      title: Words(
        en: "He’s weights keep signal and gradient; with 0.01 both are lost",
        zh: "He 初始化使信号和梯度保持大小；σ = 0.01 使两者消失"),
      subtitle: draw,
      columns: [
        [
          chart(
            Words(en: "Forwards, from layer 1 on", zh: "前向：从第 1 层开始"),
            Words(en: "standard deviation of the outputs", zh: "输出的标准差"),
            { $0.expected.map(\.deviation) }, \.deviations)
        ],
        [
          chart(
            Words(en: "Backwards, to layer 1", zh: "反向：传回第 1 层"),
            Words(en: "size of the gradient", zh: "梯度的大小"),
            { $0.expected.map(\.gradient) }, \.gradients)
        ],
      ])
  }

  /// What the first and the last layer put out with tanh.
  func histograms(of signals: [Signal]) -> Figure {
    let bins = 20
    let charts = [0, layers - 1].flatMap { layer in
      signals.filter { $0.setup.activation == .tanh }.map { signal in
        Chart(
          heading: Words(
            en: "\(signal.setup.name): layer \(layer + 1)",
            zh: "\(signal.setup.name)：第 \(layer + 1) 层"),
          x: Axis(Words(en: "output", zh: "输出"), domain: Domain(-1.05, 1.05)),
          y: Axis(Words(en: "part of all outputs", zh: "占全部输出的比例"), domain: Domain(0, 1)),
          marks: [
            BarMark(
              signal.outputs[layer].values.histogram(over: -1...1, bins: bins),
              color: signal.setup.color, width: 2 / Double(bins))
          ])
      }
    }
    return Figure(
      title: Words(
        en: "0.01 leaves nothing, 1 saturates, Xavier keeps a spread",
        zh: "0.01 使信号消失，1 使 tanh 饱和，Xavier 保持分布"),
      subtitle: Words(
        en:
          "what tanh puts out in the first and the last of \(layers) layers of \(width), \(samples) samples",
        zh: "\(layers) 层网络（每层 \(width) 个神经元，\(samples) 个样本）第一层和最后一层 tanh 的输出"),
      rows: 2, sharingAxes: charts)
  }
}

extension [Double] {
  /// Which part of the numbers lies in each of some bins of equal width, at the bins' middles.
  fileprivate func histogram(over range: ClosedRange<Double>, bins: Int) -> [Datum] {
    let width = (range.upperBound - range.lowerBound) / Double(bins)
    var counts = Array<Int>(repeating: 0, count: bins)
    for number in self {
      let bin = Int((number - range.lowerBound) / width)
      counts[Swift.max(0, Swift.min(bins - 1, bin))] += 1
    }
    return counts.enumerated().map { bin, count in
      Datum(
        x: range.lowerBound + (Double(bin) + 0.5) * width,
        y: Double(count) / Double(self.count))
    }
  }
}
