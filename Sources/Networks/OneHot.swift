/// A category as numbers: 1 at its own place and 0 at all others, so that no category is larger than another:
/// `sklearn.preprocessing.OneHotEncoder(handle_unknown="ignore")`.
///
///     let code = OneHot(fitting: ["red", "green", "red", "blue"])    // blue, green, red
///     code.encode("green")    // [0, 1, 0]
public struct OneHot<Category: Comparable> {
  /// Those of the training data, each once and in order.
  public let categories: [Category]

  /// Finds the categories of the training data.
  public init(fitting data: [Category]) {
    categories = data.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// A number for each category; nothing but 0 for one that the training data do not have.
  public func encode(_ category: Category) -> [Double] {
    categories.map { $0 == category ? 1 : 0 }
  }
}
