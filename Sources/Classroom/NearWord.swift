extension Sequence<String> {
  /// The word that is spelled most nearly like another; nil where none is near.
  public func nearest(to word: String) -> String? {
    map { (word: $0, distance: $0.distance(to: word)) }
      .filter { $0.distance <= word.count / 3 }
      .min { $0.distance < $1.distance }?.word
  }
}

extension String {
  /// How many letters are put in, left out, replaced or swapped with the next between two words (Damerau, 1964).
  fileprivate func distance(to other: String) -> Int {
    let (a, b) = (Array(self), Array(other))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = Swift.min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = Swift.min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}

/// Options that mean the same, or nearly: what people know from frameworks and from papers.
private let meanings = [
  ["learning-rate", "rate", "lr", "eta", "alpha", "step-size", "adaptive-rate", "base-lr"],
  ["steps", "n", "iterations", "iters", "epochs", "num-steps", "max-iter", "days", "batches"],
  ["beta", "beta1", "momentum", "gamma", "rho", "mu", "decay", "betas", "alpha"],
  ["gamma", "exponential-gamma", "decay", "factor", "drop"],
  ["step-size", "period", "step", "every"],
  ["start", "init", "initial", "x0", "w0", "x", "w"],
  ["epsilon", "eps"],
  ["lambda", "penalty", "weight-decay", "l2", "l1"],
  ["p", "dropout", "rate", "probability"],
  ["loss", "terrain", "objective", "function"],
  ["width", "hidden", "neurons", "units"],
  ["samples", "size", "batch-size", "count"],
  ["output", "out", "dir", "folder", "directory", "save"],
  ["language", "lang", "locale"],
  ["theme", "style", "dark"],
  ["open", "show", "view"],
]

/// The option among some that was probably meant by another one: of the same meaning, or spelled nearly so.
///
///     nearOption(to: "--rate", among: ["--steps", "--learning-rate"])    // "--learning-rate"
func nearOption(to option: String, among options: [String]) -> String? {
  let word = option.drop { $0 == "-" }.lowercased().replacing("_", with: "-")
  let names = options.map { String($0.dropFirst(2)) }
  let synonyms = meanings.filter { $0.contains(word) }.flatMap(\.self)
  let near =
    names.first { $0 == word } ?? synonyms.first(where: names.contains)
    ?? names.nearest(to: word)
    ?? names.first { $0.split(separator: "-").contains { $0 == word } }
  return near.map { "--\($0)" }
}
