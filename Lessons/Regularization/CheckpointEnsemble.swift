import Formulas
import Lecture
import LessonsShared
import Perceptrons
import Words

/// The mean prediction of several checkpoints of one training.
extension RegularizationLesson {
  /// From one checkpoint to the next, in epochs.
  var checkpointDistance: Int { min(10, epochs / checkpoints) }

  @Document.Parts
  func ensemble(_ experiment: CurveExperiment) -> [Block] {
    let (run, validation) = (experiment.dropout, experiment.samples.validation)
    let epochs = (0..<checkpoints).map { run.epochs - checkpointDistance * $0 }.reversed()
    let ensemble = Ensemble(epochs.map { run.networks[$0] })
    let errors = epochs.map { run.errors(after: $0).validation }
    let mean = Traced(errors.mean).named("Ē")
    let spread = Traced(ensemble.spread(on: validation.inputs)).named("A")
    let error = (mean - spread).named("E")
    let (last, name) = (
      errors[errors.count - 1], Words(math: error.mathematicalName(Notation(.bare)))
    )
    Block.heading(Words(en: "An ensemble of checkpoints", zh: "检查点的集成"))
    Words(
      en: """
        A checkpoint is the network as it was after some epoch. Document 002 (lesson 13) takes several of one training and \
        averages what they predict, here the last \(checkpoints) of the training with dropout, \(checkpointDistance) epochs \
        apart. For the first validation sample:
        """,
      zh: """
        检查点就是某一轮之后保存的网络。文档 002（课时 13）取同一次训练的几个检查点，对它们的预测求平均；\
        这里取 Dropout 训练的最后 \(checkpoints) 个检查点，相隔 \(checkpointDistance) 轮。对第一个验证样本：
        """)
    Block.derivations(
      title: Words(en: "The mean prediction", zh: "平均预测"),
      of: [prediction(ensemble, of: validation)])
    Block.table(
      zip(epochs, errors).map { ($0, $1) }.table([
        Words(en: "checkpoint after epoch", zh: "检查点（轮）"): { .number($0.0) },
        Words(en: "validation error", zh: "验证误差"): { .number($0.1) },
      ]), name: "checkpoints")
    Block.derivations(
      title: Words(
        en:
          "The error E of the mean prediction: the mean Ē of these errors less the spread A of the predictions",
        zh: "平均预测的误差 E：各检查点误差的平均 Ē 减去它们预测的离散程度 A"), of: [error])
    Words(
      en: """
        The spread is the mean squared distance of the predictions from their mean, so the ensemble is never worse than its \
        members are on average. Beside the last checkpoint alone, \(last, .fixed(4)), \(name) = \(error.value, .fixed(4)) is \
        \(error.value < last ? "lower: it pays here" : "not lower: the last one happens to be one of the better ones"); which \
        single one is best, nobody knows without the validation samples. Checkpoints that predict \
        alike have nothing to gain from each other.
        """,
      zh: """
        离散程度是各预测与其平均的均方距离，所以集成绝不会比成员的平均水平差。与单独使用最后一个检查点的 \(last, .fixed(4)) 相比，\
        \(name) = \(error.value, .fixed(4)) \(error.value < last ? "更低：这里集成有好处" : "并不更低：最后一个恰好是较好的一个")。\
        若各检查点的预测相近，集成几乎没有好处。
        """)
  }

  /// What the ensemble predicts for the first of some samples.
  private func prediction(_ ensemble: Ensemble, of data: DataSet) -> Traced {
    let input = data.inputs.rows([0])
    let predictions = ensemble.networks.map { $0(input).values[0] }.numbered("ŷ")
    let sum = predictions.dropFirst().reduce(predictions[0], +)
    return (sum / Traced(Double(predictions.count))).named("ŷ")
  }
}
