#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An object of JSON to be written; members that are nil are left out.
public struct JSONObject: Encodable, ExpressibleByDictionaryLiteral {
  private struct Member: Encodable {
    let value: any Encodable

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
  }

  private var members: [String: Member] = [:]

  public init(dictionaryLiteral members: (String, (any Encodable)?)...) {
    for (name, value) in members { self.members[name] = value.map(Member.init) }
  }

  public func encode(to encoder: any Encoder) throws { try members.encode(to: encoder) }

  /// The text for people and programs, the same each time.
  public var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
