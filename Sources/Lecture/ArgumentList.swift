import ArgumentParser

/// Values separated by commas, as the value of an option: `w5,w1`.
public struct ArgumentList<Element: ExpressibleByArgument & Sendable>: ExpressibleByArgument,
  Sendable
{
  public var elements: [Element]

  /// The values of a default.
  public init(_ elements: Element...) { self.elements = elements }

  public init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    elements = parts.compactMap { Element(argument: String($0.drop { $0 == " " })) }
    guard elements.count == parts.count else { return nil }
  }

  public static var allValueStrings: [String] { Element.allValueStrings }

  public var defaultValueDescription: String {
    elements.map(\.defaultValueDescription).joined(separator: ",")
  }
}
