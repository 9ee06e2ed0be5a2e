import Descent
import Formulas

extension Subject {
  /// A rate that is lowered at chosen epochs, section 4.3 of the course, and what is known to go wrong with it.
  public static let multiStepLR = schedule(
    MultiStepLR<Traced>.self, epochs: 200,
    probes: ["learning-rate": [1], "gamma": [0.7], "milestones": [2, 4, 9]],
    choices: ["learning-rate": ratesOfDecay, "gamma": factorsOfDecay],
    form: DecayMistakes.closedForm,
    draw: { exercise, generator in
      let milestones = (2...14).map { Double($0) }.shuffled(using: &generator).prefix(3)
      exercise.numbers["milestones"] = milestones.sorted()
    }, DecayMistakes.all + DecayMistakes.ofDistance + mistakesOfMilestones)

  private static let mistakesOfMilestones: [Variant] = [
    .mistake(
      "milestones-as-distances", of: "η",
      "each milestone is counted from the one before, where all are counted from epoch 0",
      "每个里程碑从上一个数起，应当都从第 0 轮数起",
      .exercise { exercise in
        let distances = exercise.list("milestones").sorted()
        exercise.numbers["milestones"] = distances.reduce(into: []) {
          $0.append(($0.last ?? 0) + $1)
        }
      }),
    .mistake(
      "every-epoch-after",
      "from the first milestone on the rate is lowered in every epoch",
      "从第一个里程碑起每一轮都衰减",
      .replace("η") { $0.changesSoFar > 0 ? $0.η * $0.γ : $0.right }),
  ]
}
