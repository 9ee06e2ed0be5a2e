/// What a figure is made for.
public enum Theme: String, CaseIterable, Sendable {
  /// A bright screen or a colour print.
  case light
  /// A dark slide.
  case dark
  /// Paper without colours: lines differ by greys, dashes and markers.
  case print
}
