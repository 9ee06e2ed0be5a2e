import Formulas
import LessonsShared
import Words

/// A schedule that the course leaves out.
struct FurtherSchedule {
  /// A symbol of its formula and PyTorch's name for it; its values, one after the other where it changes, none where it changes
  /// with the epoch; and what it is.
  typealias Quantity = (symbol: Mathematics, name: String, values: [Double], meaning: Words)

  /// PyTorch's name.
  let name: Words
  let meaning: Words
  let quantities: [Quantity]
  let rates: [Traced]

  /// A hyperparameter, in the words of its declaration.
  static func quantity(_ declared: Hyperparameter, _ value: Double) -> Quantity {
    let (meaning, name) = (declared.meaning, declared.torch?.name ?? declared.option)
    return (
      declared.symbol.mathematics, name, [value],
      Words(en: "\(meaning), \(name)", zh: "\(meaning)（\(name)）")
    )
  }

  /// The formula of the rate in the first epochs, from the code that calculated it.
  var formula: Mathematics { rates[1].mathematics(Notation(.bare)) }

  /// What its formula is drawn with, by PyTorch's names: factor = 0.3; total_iters = 50.
  var values: Words {
    quantities.filter { !$0.values.isEmpty }.map { quantity in
      let values = quantity.values.map { Words(math: Numerals.typeset.mathematics($0)) }
        .joined(separator: Words(en: ", ", zh: "、"))
      return Words(en: "\(quantity.name) = \(values)", zh: "\(quantity.name) = \(values)")
    }.joined(separator: Words(en: "; ", zh: "；"))
  }
}
