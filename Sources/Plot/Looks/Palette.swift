import Drawing

/// The eight colours that readers with any kind of colour vision can tell apart: Okabe and Ito, "Color Universal Design",
/// 2008.
public enum Palette {
  public static let black = Color(hex: 0x000000)
  public static let orange = Color(hex: 0xE69F00)
  public static let skyBlue = Color(hex: 0x56B4E9)
  public static let green = Color(hex: 0x009E73)
  public static let yellow = Color(hex: 0xF0E442)
  public static let blue = Color(hex: 0x0072B2)
  public static let vermilion = Color(hex: 0xD55E00)
  public static let purple = Color(hex: 0xCC79A7)
}
