/// The sizes of those texts that are set smaller where they would not fit. All charts of a figure share them, so that no
/// chart looks less important than its neighbours.
struct TextSizes {
  var heading: Double
  var legend: Double
  /// Of the titles of axes.
  var title: Double

  func smaller(_ other: TextSizes) -> TextSizes {
    TextSizes(
      heading: min(heading, other.heading), legend: min(legend, other.legend),
      title: min(title, other.title))
  }
}

extension TextSizes {
  /// The sizes where all texts fit.
  init(_ style: Style) {
    self.init(heading: style.textSize, legend: style.textSize, title: style.textSize)
  }
}
