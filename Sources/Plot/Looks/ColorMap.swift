import Drawing

/// Colours for numbers from 0 to 1.
public struct ColorMap: Hashable, Sendable {
  /// Colours at equal distances, between which the map is linear in sRGB.
  private let anchors: [Color]
  /// Whether the map leads from one side of a pale middle to the other, as for negative and positive numbers.
  public let isDiverging: Bool

  /// A map through colours at equal distances.
  ///
  /// - Precondition: there are at least two.
  public init(_ anchors: [Color], isDiverging: Bool = false) {
    precondition(anchors.count > 1, "A map leads from one colour to another.")
    self.anchors = anchors
    self.isDiverging = isDiverging
  }

  /// The colour for a number; numbers outside of 0 to 1 get the nearest end's.
  public func color(_ value: Double) -> Color {
    let place = min(max(value.isNaN ? 0 : value, 0), 1) * Double(anchors.count - 1)
    let index = min(Int(place), anchors.count - 2)
    return anchors[index].mixed(with: anchors[index + 1], part: place - Double(index))
  }

  /// From dark blue over green to yellow, each step equally visible, also in grey and to colour-blind readers.
  ///
  /// Nathaniel Smith and Stéfan van der Walt, 2015: 33 of its 256 colours, which leads to the others within
  /// 2/255.
  public static let viridis = ColorMap([
    0x440154, 0x470D60, 0x48186A, 0x482374, 0x472D7B, 0x453681, 0x424086, 0x3F4989, 0x3B528B,
    0x375A8D, 0x33638D, 0x2F6A8E, 0x2C728E, 0x297A8E, 0x26818E, 0x23898E, 0x21908C, 0x1F988B,
    0x1F9F88, 0x21A685, 0x28AE80, 0x31B57B, 0x3EBC74, 0x4CC26C, 0x5DC963, 0x6ECE58, 0x82D34C,
    0x96D83F, 0xABDC32, 0xC0DF24, 0xD5E21A, 0xEAE51A, 0xFDE725,
  ])

  /// From blue to yellow, looking alike to readers with any kind of colour vision.
  ///
  /// Nuñez, Anderton and Renslow, PLOS ONE 13(7), 2018: 33 of its 256 colours, which leads to the others within 6/255.
  public static let cividis = ColorMap([
    0x00224E, 0x00285B, 0x002E6A, 0x043371, 0x1A386F, 0x273E6E, 0x32436D, 0x3B496C, 0x434E6C,
    0x4B546C, 0x52596D, 0x5A5F6E, 0x61656F, 0x686A71, 0x6F7073, 0x757676, 0x7C7B78, 0x848179,
    0x8B8778, 0x938D78, 0x9B9376, 0xA39A75, 0xABA072, 0xB3A670, 0xBBAD6C, 0xC3B469, 0xCCBA64,
    0xD4C15F, 0xDDC958, 0xE6D051, 0xEFD748, 0xF8DF3C, 0xFEE838,
  ])

  /// From nearly white to dark blue, for numbers that start from nothing.
  ///
  /// Cynthia Brewer's "Blues" of nine classes, colorbrewer2.org.
  public static let blues = ColorMap([
    0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B,
  ])

  /// From blue over white to vermilion, for numbers on both sides of a middle.
  public static let diverging = ColorMap(
    [
      Palette.blue, Color(hex: 0x7FB8D8), Color(hex: 0xF7F7F7), Color(hex: 0xEAAE80),
      Palette.vermilion,
    ], isDiverging: true)

  private init(_ anchors: [UInt32]) {
    self.init(anchors.map(Color.init(hex:)))
  }
}
