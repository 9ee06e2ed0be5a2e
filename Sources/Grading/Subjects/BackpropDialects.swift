import Formulas

extension BackpropRecipe {
  static let dialects: [Variant] = [
    .dialect(
      "biases-updated", "b1",
      en: "the two biases learn too, each by the gradients of all neurons that share it",
      zh: "两个偏置也更新，各用共享它的所有神经元的梯度之和",
      right.replacing("b1") { $0.b1 - $0.η * $0.dE_db1 }
        .replacing("b2") { $0.b2 - $0.η * $0.dE_db2 }),
    .dialect(
      "biases-of-neurons-updated", "net_h1",
      en: "each neuron has a bias of its own that learns too, as in PyTorch’s Linear",
      zh: "每个神经元有自己的偏置，也参与更新，如 PyTorch 的 Linear"
    ) { exercise in
      let biases = exercise.list("biases")
      return ownBiases(hidden: biases[0], output: biases[1]).train(exercise)
    },
    .dialect(
      "delta-rule", "dE_dout_o1",
      en:
        "all derivatives have the opposite sign and the step adds them, as δ in Mitchell’s “Machine Learning” (1997)",
      zh: "所有导数都取了相反的符号，更新时相加，即 Mitchell《机器学习》（1997）中 δ 的写法",
      right.replacing(errorSlopes { $0 - $1 })
        .replacing(update { w, η, gradient in w + η * gradient })),
    .dialect(
      "forward-after-update", "net_h1",
      en:
        "each row shows what the network gives with the new weights, as the lesson’s table of the training does",
      zh: "每一行给出的是用新权重算出的结果，课程演示中的训练表就是这样"
    ) { exercise in
      var longer = exercise
      longer.steps += 1
      let key = right.train(longer)
      let names = Set(forward.map(\.name))
      return Ledger(steps: key.steps.dropLast()) { isExplained in
        let calculation = key.start(isExplained)
        var next = calculation(0)
        return { step in
          let row = next
          next = calculation(step + 1)
          return Ledger.Row(
            step: step,
            entries: row.entries.filter { !names.contains($0.name) }
              + next.entries.filter { names.contains($0.name) })
        }
      }
    },
  ]

  /// A bias for each neuron in place of one for each layer.
  private static func ownBiases(hidden: Double, output: Double) -> Recipe {
    let neurons = ["h1", "h2", "o1", "o2"]
    let own: Formulas = [
      ("net_h1", { $0.w1 * $0.i1 + $0.w2 * $0.i2 + $0.b_h1 }),
      ("net_h2", { $0.w3 * $0.i1 + $0.w4 * $0.i2 + $0.b_h2 }),
      ("net_o1", { $0.w5 * $0.out_h1 + $0.w6 * $0.out_h2 + $0.b_o1 }),
      ("net_o2", { $0.w7 * $0.out_h1 + $0.w8 * $0.out_h2 + $0.b_o2 }),
    ]
    let shared = Set(["dE_db1", "dE_db2", "b1", "b2"])
    let update: Formulas = neurons.map { neuron in
      ("b_\(neuron)", { $0["b_\(neuron)"] - $0.η * $0["dE_dnet_\(neuron)"] })
    }
    return Recipe(
      from: ["b_h1": hidden, "b_h2": hidden, "b_o1": output, "b_o2": output],
      right.replacing(own).formulas.filter { !shared.contains($0.name) } + update,
      by: { $0.train($1) })
  }
}
