import Formulas
import LessonsShared
import Words

/// A schedule that the course leaves out.
struct FurtherSchedule {
  /// A symbol of its formula; its values, one after the other where it changes, none where it changes with the epoch; and
  /// what it is, with PyTorch's name.
  typealias Quantity = (symbol: Mathematics, values: [Double], meaning: Words)

  /// PyTorch's name.
  let name: Words
  let meaning: Words
  let quantities: [Quantity]
  let rates: [Traced]

  /// A hyperparameter, in the words of its declaration.
  static func quantity(_ declared: Hyperparameter, _ value: Double) -> Quantity {
    let (meaning, name) = (declared.meaning, declared.torch?.name ?? declared.option)
    return (
      declared.symbol.mathematics, [value],
      Words(en: "\(meaning), \(name)", zh: "\(meaning)（\(name)）")
    )
  }

  /// The formula of the rate in the first epochs, from the code that calculated it.
  var formula: Mathematics { rates[1].mathematics(Notation(.bare)) }

  /// What its formula is drawn with: f = 0.3; n = 50.
  var values: Words {
    quantities.filter { !$0.values.isEmpty }.map { quantity in
      let values = quantity.values.map(Numerals.typeset.mathematics)
      let shown = [.equation(quantity.symbol, values[0])] + values.dropFirst()
      return shown.map { Words(math: $0) }.joined(separator: Words(en: ", ", zh: "、"))
    }.joined(separator: Words(en: "; ", zh: "；"))
  }
}
