import Descent
import Formulas
import Lecture
import Words

/// The parts of a lesson's document that show an example.
extension WorkedExample {
  /// What the lessons on single optimizers have in common, from the introduction to the table of all steps and what is
  /// remarked about it.
  ///
  /// - Parameters:
  ///   - note: what there is to say about the formulas.
  ///   - table: that of all steps.
  ///   - printed: the first weights as PyTorch 2.13 prints them for the course's example.
  ///   - remark: what else there is to say about the numbers.
  @Document.Parts
  package func parts(
    of lesson: (some Lesson).Type, note: Words, table: Table, printed: [String],
    remark: Words? = nil
  ) -> [Document.Block] {
    introduction(to: Numbers.declaration.title, section: lesson.section)
    Document.Block.heading(Words(en: "The formulas", zh: "公式"))
    Document.Block.formulas(formulas)
    objective.cornerNote
    note
    Document.Block.heading(Words(en: "The first steps, with their numbers", zh: "前几步的代入计算"))
    derivations
    Document.Block.experiment(experiment)
    Document.Block.heading(Words(en: "All steps", zh: "各步的数值"))
    Document.Block.table(table, name: lesson.name)
    comparison(withPrinted: printed)
    remark
    divergence
  }

  /// The formulas under a heading, and the first steps with their numbers.
  @Document.Parts
  package func workedOut(_ heading: Words) -> [Document.Block] {
    Document.Block.heading(heading)
    Document.Block.formulas(formulas)
    derivations
    Document.Block.experiment(experiment)
  }

  /// The formulas of a step, in the order in which they are calculated.
  private var formulas: [Document.Formula] {
    let step = Step(2)
    let place = optimizer.vantage(from: start) == nil ? "wₜ₋₁" : "w̃ₜ₋₁"
    let meanings: [Symbol: Words] = [
      "w̃": Words(en: "where the velocity leads", zh: "速度将带到的位置"),
      "g": Words(en: "its gradient at \(place)", zh: "损失在 \(place) 处的梯度"),
      "w": Words(en: "the step", zh: "更新权重"),
    ]
    let declared = Numbers.declaration.quantities
    return [(Words(math: objective.equation), Words(en: "the loss", zh: "损失函数"))]
      + explanation.rows[step.number].quantities().map { symbol, value in
        let meaning = meanings[symbol] ?? declared.first { $0.symbol == symbol }?.meaning
        return (Words(math: value.rule(at: step)), meaning ?? "")
      }
  }

  /// The first steps with all their numbers filled in.
  private var derivations: [Document.Block] {
    explanation.rows.prefix(run.rows.count).dropFirst().map { row in
      .derivations(
        title: Words(en: "Step \(row.step.number)", zh: "第 \(row.step.number) 步"),
        row.quantities().map { $0.value.derivation() })
    }
  }

  /// All steps: what each calculated, further columns, the weight and the loss.
  package func table(with more: [Table.Column] = []) -> Table {
    // The start has a weight only.
    let steps = run.rows.dropFirst().map { $0.quantities() }
    let calculated = steps[0].indices.dropLast().map { index in
      Table.Column(
        Words(math: steps[0][index].symbol.mathematics), [nil] + steps.map { $0[index].value })
    }
    return Table(
      overSteps: calculated + more + [
        Table.Column("w", run.rows.map { $0.point[0] }),
        Table.Column(Words(math: objective.name), run.rows.map(\.loss)),
      ])
  }
}
