extension Double {
  /// The shortest text that programs read back as the same double; whole numbers without a point.
  package var plainText: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
