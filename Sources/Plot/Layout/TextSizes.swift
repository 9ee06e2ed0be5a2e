/// The sizes of those texts that are set smaller where they would not fit. All charts of a figure share them, so that no
/// chart looks less important than its neighbours.
struct TextSizes {
  var heading: Double
  var legend: Double
  /// Of the titles of axes.
  var title: Double
}

extension TextSizes {
  /// The smallest sizes of each kind; those of the style where there are none.
  init(smallestOf sizes: [TextSizes], style: Style) {
    heading = sizes.map(\.heading).min() ?? style.textSize
    legend = sizes.map(\.legend).min() ?? style.textSize
    title = sizes.map(\.title).min() ?? style.textSize
  }
}
