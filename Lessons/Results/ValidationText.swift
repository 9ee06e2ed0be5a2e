import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says of samples that were not trained on.
extension ResultsLesson {
  @Document.Parts
  func crossValidation(_ validation: CrossValidation) -> [Block] {
    let rounds = validation.rounds.indices
    let accuracies = validation.accuracies
    let summary = Folds.summary(of: accuracies.numbered("a"))
    let training = validation.rounds.map(\.training).mean
    let (least, most) = (accuracies.min() ?? 0, accuracies.max() ?? 0)
    let count = validation.data.count
    Block.heading(Words(en: "k-fold cross-validation", zh: "k 折交叉验证"))
    Words(
      en: """
        A classifier is judged by samples that it was not trained on, the validation set, and what comes out depends on \
        which they are. k-fold cross-validation shuffles the samples, cuts them into k folds and trains k times, each time \
        without one fold, which then judges: each sample judges once, a classifier that has not seen it. Here that is done with \
        softmax regression (course document 000, section 5), gradient descent with η = \(CrossValidation.η, .rounded) over \
        \(CrossValidation.steps) steps, on \(count) samples drawn after torch.manual_seed(\(seed)) from three clouds that \
        overlap, samples 0 to 9 from the first; k = \(folds).
        """,
      zh: """
        分类器要用没有训练过的样本（验证集）来检验，而结果取决于验证集是哪些样本。k 折交叉验证把样本打乱，分成 k 份，\
        训练 k 次，每次留出一份来验证：每个样本恰好参与一次验证，并且从不验证用它训练出的模型。\
        这里用 softmax 回归（课程文档 000 第 5 节），梯度下降，η = \(CrossValidation.η, .rounded)，\(CrossValidation.steps) 步，\
        样本是在 torch.manual_seed(\(seed)) 之后从三个互相重叠的点云中抽取的 \(count) 个点，0 到 9 号来自第一个点云；k = \(folds)。
        """)
    Block.table(
      rounds.table([
        Words(en: "fold", zh: "折"): { .number($0 + 1) },
        Words(en: "samples left out", zh: "留出的样本"): {
          .text(Words(validation.folds.validation[$0].map(String.init).joined(separator: " ")))
        },
        Words(en: "accuracy in training", zh: "训练准确率"): { .number(validation.rounds[$0].training) },
        Words(en: "accuracy a in validation", zh: "验证准确率 a"): {
          .number(validation.rounds[$0].validation)
        },
      ]), name: "folds")
    Block.derivations(
      title: Words(
        en: "The mean of the validation accuracies, and their standard deviation",
        zh: "验证准确率的平均值与标准差"),
      of: [summary.mean, summary.deviation], longestSum: 3)
    if least < most {
      Words(
        en: """
          So the accuracy is given as \(summary.mean.value, .fixed(2)) ± \(summary.deviation.value, .fixed(2)). A single \
          fold could have said anything from \(least, .fixed(2)) to \(most, .fixed(2)). On \
          the samples that were trained on it is \(training, .fixed(2)) on average.
          """,
        zh: """
          因此准确率应写成 \(summary.mean.value, .fixed(2)) ± \(summary.deviation.value, .fixed(2))。只看其中一折，\
          结果可能是 \(least, .fixed(2)) 到 \(most, .fixed(2)) 之间的任何一个。在训练过的样本上，平均为 \(training, .fixed(2))。
          """)
    } else {
      Words(
        en: "In this run all folds agree; other seeds show how they can differ.",
        zh: "这次各折结果相同；换一个随机种子可以看到它们的差别。")
    }
  }

  @Document.Parts
  func overfitting(_ curves: LearningCurves) -> [Block] {
    let (best, last) = (curves.best, LearningCurves.epochs)
    let epochs = Set([0, best, last]).sorted()
    let samples = CrossValidation.samples
    let (inTraining, inValidation) = (curves.accuracies.training, curves.accuracies.validation)
    Block.heading(Words(en: "Overfitting, seen in two curves", zh: "从两条曲线看过拟合"))
    Words(
      en: """
        Overfitting is learning the training samples by heart, their noise included, so that others are predicted worse; \
        generalization is being right about others. To see it, plot the loss on both. Here a network with \
        \(LearningCurves.hidden) hidden neurons, \(curves.parameters) weights and biases, learns the same \(samples) samples \
        with Adam (η = \(LearningCurves.η, .rounded)), an epoch being one step on all of them; \
        \(LearningCurves.validationSamples) others from the clouds validate it:
        """,
      zh: """
        过拟合是把训练样本连同其中的噪声都背了下来，对其他样本的预测反而变差；泛化是对其他样本也能预测正确。\
        画出两者的损失就能看出来。这里用有 \(LearningCurves.hidden) 个隐藏神经元、共 \(curves.parameters) 个权重和偏置的网络\
        学习同样的 \(samples) 个样本（Adam，η = \(LearningCurves.η, .rounded)，每轮用全部样本走一步），\
        用点云中的另外 \(LearningCurves.validationSamples) 个样本来验证：
        """)
    Block.table(
      epochs.table([
        Words(en: "epoch", zh: "轮次"): { .number($0) },
        Words(en: "training loss", zh: "训练损失"): { .number(curves.training[$0]) },
        Words(en: "validation loss", zh: "验证损失"): { .number(curves.validation[$0]) },
        Words(en: "gap", zh: "差距"): { .number(curves.validation[$0] - curves.training[$0]) },
      ]), name: "overfitting")
    if curves.overfits {
      Words(
        en: """
          The validation loss is least after epoch \(best). Then, while the training loss goes on to \
          \(curves.training[last], .fixed(2)), it rises from \(curves.validation[best], .fixed(2)) to \
          \(curves.validation[last], .fixed(2)): the network overfits. In the end the accuracy is \
          \(inTraining, .fixed(2)) on the training samples and \(inValidation, .fixed(2)) on the others. What helps: \
          stopping at epoch \(best), a penalty on the weights or dropout (regularization), a smaller network, more data.
          """,
        zh: """
          验证损失在第 \(best) 轮之后最小。此后训练损失一直降到 \(curves.training[last], .fixed(2))，验证损失却从 \
          \(curves.validation[best], .fixed(2)) 升到 \(curves.validation[last], .fixed(2))：网络过拟合了。\
          最后，训练样本的准确率为 \(inTraining, .fixed(2))，其他样本为 \(inValidation, .fixed(2))。可用的办法：在第 \(best) 轮停止，加权重惩罚或 Dropout（正则化），\
          用更小的网络，用更多的数据。
          """)
    } else {
      Words(
        en: """
          In this run the validation loss does not rise much again, so little overfitting is to be seen; other seeds show \
          more.
          """,
        zh: "这次验证损失没有明显回升，几乎看不出过拟合；换一个随机种子可以看到。")
    }
  }
}
