import Drawing
import Formulas
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension ResultsLesson {
  func figure(of matrix: ConfusionMatrix<Traced>) -> Figure {
    let accuracy = Numerals.fixed(2).text(matrix.averages.accuracy.value)
    return Figure(
      title: title(of: matrix),
      subtitle: Words(
        en: "\(matrix.total) samples, accuracy \(accuracy)",
        zh: "\(matrix.total) 个样本，准确率 \(accuracy)"),
      columns: [[cells(of: matrix)], [bars(of: matrix)]])
  }

  /// What is to be seen: which class is recognized worst.
  private func title(of matrix: ConfusionMatrix<Traced>) -> Words {
    let recalls = matrix.measures.map(\.recall.value)
    // A class without samples cannot be missed.
    let worst = recalls.indices.filter { matrix.support[$0] > 0 }.min { recalls[$0] < recalls[$1] }
    guard let worst, recalls[worst] < 1 else {
      return Words(en: "Each sample is in its class", zh: "每个样本都分对了")
    }
    guard matrix.averages.accuracy.value > 0 else {
      return Words(en: "No sample is in its class", zh: "没有一个样本分对")
    }
    guard recalls[worst] > 0 else {
      return Words(
        en: "Class \(worst) is never recognized, which accuracy alone hides",
        zh: "类别 \(worst) 从未被认出，只看准确率却看不出来")
    }
    let part = Numerals.fixed(2).text(recalls[worst])
    return Words(
      en: "Class \(worst) is recognized least: recall \(part)", zh: "类别 \(worst) 最难认出：召回率 \(part)")
  }

  private func cells(of matrix: ConfusionMatrix<Traced>) -> Chart {
    let names = matrix.counts.indices.map { Words("\($0)") }
    let counts = matrix.counts.map { $0.map(Double.init) }
    let largest = max(1, counts.joined().max() ?? 1)
    return Chart(
      heading: Words(en: "Confusion matrix", zh: "混淆矩阵"),
      x: Axis(Words(en: "predicted class", zh: "预测类别"), categories: names),
      y: Axis(Words(en: "true class", zh: "真实类别"), categories: names.reversed()),
      marks: [
        MatrixMark(
          counts, labels: matrix.counts.map { $0.map { Words("\($0)") } }, colors: .blues,
          scale: Scale(.linear, Domain(0, largest)))
      ])
  }

  private func bars(of matrix: ConfusionMatrix<Traced>) -> Chart {
    let measures = matrix.measures
    func bars(_ values: [Double], _ name: Words, _ color: Color, at offset: Double) -> BarMark {
      BarMark(values.overSteps(), name: name, color: color, width: 0.24, offset: offset)
    }
    return Chart(
      heading: Words(en: "Read off it, class by class", zh: "由它得出的各类指标"),
      x: Axis(Words(en: "class", zh: "类别"), categories: measures.indices.map { Words("\($0)") }),
      y: Axis(Words(en: "precision, recall, F1", zh: "精确率、召回率、F1"), domain: Domain(0, 1)),
      marks: [
        bars(
          measures.map(\.precision.value), Words(en: "precision", zh: "精确率"), Palette.skyBlue,
          at: -0.26),
        bars(
          measures.map(\.recall.value), Words(en: "recall", zh: "召回率"), Palette.blue, at: 0),
        bars(measures.map(\.f1.value), "F1", Palette.black, at: 0.26),
      ],
      annotations: measures.indices.filter { matrix.counts[$0][$0] == 0 }.map {
        Annotation(
          measures.count > 4 ? "0" : Words(en: "all 0", zh: "都是 0"), at: Datum(x: Double($0), y: 0),
          color: Palette.black)
      })
  }

  private static let (trainingColor, validationColor) = (Palette.blue, Palette.vermilion)

  func figure(of validation: CrossValidation) -> Figure {
    let summary = Folds.summary(of: validation.accuracies)
    let (least, most) = (validation.accuracies.min() ?? 0, validation.accuracies.max() ?? 0)
    let numbers = [least, most, summary.mean].map { Numerals.fixed(2).text($0) }
    return Figure(
      title: least < most
        ? Words(
          en:
            "One fold says anything from \(numbers[0]) to \(numbers[1]), the mean of \(folds) says \(numbers[2])",
          zh: "只看一折，结果在 \(numbers[0]) 到 \(numbers[1]) 之间；\(folds) 折的平均是 \(numbers[2])")
        : Words(en: "All folds say \(numbers[0])", zh: "各折的结果都是 \(numbers[0])"),
      subtitle: Words(
        en: "\(folds)-fold cross-validation of softmax regression, torch.manual_seed(\(seed))",
        zh: "softmax 回归的 \(folds) 折交叉验证，torch.manual_seed(\(seed))"),
      columns: [[members(of: validation)], [accuracies(of: validation, mean: summary.mean)]])
  }

  private func foldAxis(_ label: Words) -> Axis {
    Axis(label, domain: Domain(0.4, Double(folds) + 0.6), wholeNumbers: true)
  }

  /// Which samples are left out of which training.
  private func members(of validation: CrossValidation) -> Chart {
    func places(_ members: [[Int]]) -> [Datum] {
      zip(1..., members).flatMap { fold, samples in
        samples.map { Datum(x: Double($0), y: Double(fold)) }
      }
    }
    return Chart(
      heading: Words(en: "Each sample is left out once", zh: "每个样本恰好留出一次"),
      x: Axis(
        Words(en: "sample", zh: "样本"), domain: Domain(-1, Double(validation.data.count)),
        wholeNumbers: true),
      y: foldAxis(Words(en: "fold", zh: "折")),
      marks: [
        PointMark(
          places(validation.folds.training), name: Words(en: "trains", zh: "训练"),
          color: Self.trainingColor.opacity(0.35)),
        PointMark(
          places(validation.folds.validation), name: Words(en: "validates", zh: "验证"),
          color: Self.validationColor, shape: .square),
      ])
  }

  private func accuracies(of validation: CrossValidation, mean: Double) -> Chart {
    func bars(_ values: [Double], _ name: Words, _ color: Color, at offset: Double) -> BarMark {
      BarMark(values.overSteps(from: 1), name: name, color: color, width: 0.36, offset: offset)
    }
    return Chart(
      heading: Words(en: "How often each training is right", zh: "每次训练的准确率"),
      x: foldAxis(Words(en: "fold", zh: "折")),
      y: Axis(Words(en: "accuracy", zh: "准确率"), domain: Domain(0, 1)),
      marks: [
        bars(
          validation.rounds.map(\.training), Words(en: "training", zh: "训练"), Self.trainingColor,
          at: -0.19),
        bars(
          validation.accuracies, Words(en: "validation", zh: "验证"), Self.validationColor, at: 0.19),
        RuleMark(
          y: mean, name: Words(en: "mean of validation", zh: "验证的平均值"), color: Palette.black),
      ])
  }

  func figure(of curves: LearningCurves) -> Figure {
    let best = curves.best
    return Figure(
      title: curves.overfits
        ? Words(
          en: "After epoch \(best) the network learns its samples by heart",
          zh: "第 \(best) 轮之后，网络开始死记训练样本")
        : Words(
          en: "The gap between the curves stays small", zh: "两条曲线的差距不大"),
      subtitle: Words(
        en:
          "\(CrossValidation.samples) samples, \(curves.parameters) weights and biases; validated by \(LearningCurves.validationSamples) other samples; dashed: the least validation loss",
        zh:
          "\(CrossValidation.samples) 个样本，\(curves.parameters) 个权重和偏置；用另外 \(LearningCurves.validationSamples) 个样本验证；虚线：验证损失最小处"
      ),
      chart: Chart(
        x: Axis(
          Words(en: "epoch", zh: "轮次"), domain: Domain(0, Double(LearningCurves.epochs)),
          wholeNumbers: true),
        y: Axis(
          Words(en: "cross-entropy loss", zh: "交叉熵损失"),
          domain: Domain(0, 1.06 * ((curves.training + curves.validation).max() ?? 1))),
        legend: .atLineEnds,
        marks: [
          RuleMark(x: Double(best), color: Palette.black),
          LineMark(
            curves.training.overSteps(), name: Words(en: "training", zh: "训练"),
            color: Self.trainingColor),
          LineMark(
            curves.validation.overSteps(), name: Words(en: "validation", zh: "验证"),
            color: Self.validationColor, dash: [18, 7]),
        ]))
  }
}
