import Drawing
import Formulas
import LessonsShared
import Perceptrons
import Plot
import Words

/// What the lesson draws.
extension RegularizationLesson {
  /// The errors keep their colours, and so does what a network predicts.
  private static let (trainingColor, validationColor) = (Palette.blue, Palette.vermilion)

  private var setting: Words {
    Words(
      en: "noise \(math: Numerals.typeset.equation("σ", noise)), \(epochs) epochs of Adam",
      zh: "噪声 \(math: Numerals.typeset.equation("σ", noise))，Adam 训练 \(epochs) 轮")
  }

  /// The smallest, the best and the largest network over their samples, and the largest over more.
  func fits(_ experiment: CurveExperiment) -> Figure {
    let (small, best, large) = (experiment.small, experiment.best, experiment.large)
    let isTaught = experiment.fit(of: small) == .under && experiment.fit(of: large) == .over
    func heading(_ run: CurveRun, _ count: Int, _ fit: Fit) -> Words {
      let (layers, name) = (Self.layers(of: run), Self.name(of: fit))
      return Words(
        en: "\(layers) neuron\(layers == "1" ? "" : "s"), \(count) samples: \(name)",
        zh: "\(layers) 个神经元，\(count) 个样本：\(name)")
    }
    let charts = [small, best, large].map { run in
      fit(run, experiment.samples.training, heading(run, samples, experiment.fit(of: run)))
    }
    let all = experiment.samples.all
    let more = experiment.fit(of: experiment.more)
    return Figure(
      title: isTaught
        ? Words(
          en: "Too small a network misses the curve, too large a one learns the noise",
          zh: "太小的网络跟不上曲线，太大的网络连噪声也学")
        : Words(
          en:
            "Of \(experiment.sizes.count) sizes, \(Self.layers(of: best)) hidden neurons generalize best",
          zh: "\(experiment.sizes.count) 种大小中，\(Self.layers(of: best)) 个隐藏神经元泛化得最好"),
      subtitle: Words(en: "\(setting); dotted: the curve itself", zh: "\(setting)；点线：曲线本身"),
      rows: 2, sharingAxes: charts + [fit(experiment.more, all, heading(large, all.count, more))])
  }

  /// A network over what it learned from.
  private func fit(_ run: CurveRun, _ data: DataSet, _ heading: Words) -> Chart {
    let scale = Scale(.linear, Domain(CurveSamples.range.lowerBound, CurveSamples.range.upperBound))
    let points = data.inputs.values.indices.map {
      Datum(x: data.inputs.values[$0], y: data.targets.values[$0])
    }
    let reach = 1 + 3 * noise
    return Chart(
      heading: heading, x: Axis(Words(math: "x"), domain: Domain(-1.05, 1.05)),
      y: Axis(Words(math: "y"), domain: Domain(-reach, reach)), legend: .elsewhere,
      marks: [
        LineMark(scale.curve(CurveSamples.curve), color: Palette.black, dash: [3, 6]),
        PointMark(points, color: Palette.black.opacity(0.7)),
        LineMark(
          scale.curve { run.network(Matrix([[$0]])).values[0] }, color: Self.validationColor),
      ])
  }

  /// The errors of the largest network over the epochs, with where early stopping ends, and beside them those on more samples.
  func errorFigure(of experiment: CurveExperiment) -> Figure {
    let (errors, stop) = (experiment.errors, experiment.stopping)
    let (taken, end) = (errors[stop.best], errors[epochs])
    let least = errors.map(\.validation).min() ?? .nan
    let floor = experiment.samples.errorOfCurve(on: experiment.samples.validation)
    let all = (errors + experiment.errorsOfMore).flatMap { [$0.training, $0.validation] } + [floor]
    let y = Scale(.logarithmic, around: all, margin: 0.05).domain
    let waiting = RectangleMark(
      x: Double(stop.best)...Double(max(stop.end, stop.best + 1)),
      color: Palette.green, opacity: 0.15)
    let place = Datum(x: Double(stop.best), y: taken.validation)
    let point = PointMark([place], color: Palette.black, shape: .diamond)
    var charts = [
      chart(of: errors, samples, floor: floor, y, below: [waiting], above: [point]),
      chart(of: experiment.errorsOfMore, experiment.samples.all.count, floor: floor, y),
    ]
    charts[0].annotations = [
      Annotation(
        Words(en: "taken: epoch \(stop.best)", zh: "选用：第 \(stop.best) 轮"), at: place,
        color: Palette.black)
    ]
    let layers = Self.layers(of: experiment.large)
    return Figure(
      title: taken.validation == least && end.validation > least && end.training < taken.training
        ? Words(
          en: "The validation error is least at epoch \(stop.best), the training error falls on",
          zh: "验证误差在第 \(stop.best) 轮最小，训练误差继续下降")
        : Words(
          en: "Early stopping takes the network of epoch \(stop.best)",
          zh: "早停选用第 \(stop.best) 轮的网络"),
      subtitle: Words(
        en:
          "\(layers) hidden neurons, \(setting); dashed: the curve itself; shaded: the patience of \(patience) epochs",
        zh: "\(layers) 个隐藏神经元，\(setting)；虚线：曲线本身；阴影：耐心，\(patience) 轮"),
      rows: 1, sharingAxes: charts)
  }

  /// Both errors over the epochs.
  private func chart(
    of errors: [CurveErrors], _ count: Int, floor: Double, _ y: Domain, below: [any Mark] = [],
    above: [any Mark] = []
  ) -> Chart {
    let end = errors[errors.count - 1]
    let distance = Numerals.fixed(2).text((end.validation - end.training).magnitude)
    return Chart(
      heading: Words(
        en: "\(count) samples: they end \(distance) apart", zh: "\(count) 个样本：最后相差 \(distance)"),
      x: Axis(Words(en: "epoch", zh: "轮"), counting: 0...epochs),
      y: Axis(Words(en: "mean squared error", zh: "均方误差"), scale: .logarithmic, domain: y),
      legend: .atLineEnds,
      marks: below + [
        RuleMark(y: floor, color: Palette.black),
        LineMark(
          errors.map(\.training).overSteps(), name: Words(en: "training", zh: "训练"),
          color: Self.trainingColor),
        LineMark(
          errors.map(\.validation).overSteps(), name: Words(en: "validation", zh: "验证"),
          color: Self.validationColor),
      ] + above)
  }

  /// Both errors with each remedy.
  func figure(of remedies: [Remedy], beside none: Remedy) -> Figure {
    let rows = [none] + remedies
    let lowest = rows.min { $0.errors.validation < $1.errors.validation } ?? none
    func bars(_ offset: Double, _ name: Words, _ color: Color, _ error: (CurveErrors) -> Double)
      -> BarMark
    {
      BarMark(
        rows.map { error($0.errors) }.overSteps(), name: name, color: color, width: 0.36,
        offset: offset)
    }
    return Figure(
      title: lowest.change == none.change
        ? Words(en: "No remedy lowers the validation error here", zh: "这里没有办法降低验证误差")
        : Words(
          en: "On these samples the lowest validation error: \(lowest.name)",
          zh: "在这批样本上验证误差最低的办法：\(lowest.name)"),
      subtitle: setting,
      chart: Chart(
        x: Axis(Words(en: "remedy", zh: "办法"), categories: rows.map(\.name)),
        y: Axis(Words(en: "mean squared error", zh: "均方误差")),
        marks: [
          bars(-0.19, Words(en: "training error", zh: "训练误差"), Self.trainingColor, \.training),
          bars(0.19, Words(en: "validation error", zh: "验证误差"), Self.validationColor, \.validation),
          RuleMark(
            y: noise * noise,
            name: Words(en: "of the noise: \(math: "σ²")", zh: "噪声：\(math: "σ²")"),
            color: Palette.black),
        ]))
  }
}
