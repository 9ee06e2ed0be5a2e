/// A cause that gives what was handed in.
struct Finding {
  let variant: Variant
  let solution: Solution
  /// How far it is from what was asked for: 0 for what is on the list, 1 for a slip; the smaller, the likelier.
  let size: Double
}
