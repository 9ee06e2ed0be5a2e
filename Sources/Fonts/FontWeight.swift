/// How heavy letters are.
public enum FontWeight: Hashable, Sendable, CaseIterable {
  case regular, bold
}
