import CPNG
import Drawing

/// A picture's pixels in the form in which the file keeps them: the smallest that loses no more than it may.
///
/// Up to 256 colours fit a palette or, if all are opaque greys, greys, in 1, 2, 4 or 8 bits a pixel; whichever takes
/// fewer, and greys if they take the same. More colours take a byte a channel, and only the channels that are needed.
struct StoredPixels {
  let colorType: Int
  let bitDepth: Int
  let bytesPerRow: Int
  /// How far the pixel to the left is, in bytes, as filters have it.
  private let step: Int
  private let height: Int
  /// Writes a row. Rows are made one at a time, so that the picture is not kept twice.
  private let pack: (_ y: Int, _ row: UnsafeMutablePointer<UInt8>) -> Void
  /// The colours of a palette, alpha not multiplied in.
  var palette: [UInt32] = []

  /// In which order a palette lists the colours.
  enum PaletteOrder {
    /// In which the picture has them, from the top.
    case appearance
    /// Colours that look alike are next to each other, so that smooth areas make small differences, and the same ones many
    /// times: a colour map takes half the bytes.
    case brightness
  }

  /// - Parameter tolerance: how far, in parts of 255, a channel may be from that of the picture where 256 colours suffice
  ///   so.
  init(_ pixmap: Pixmap, tolerance: Int, paletteOrder: PaletteOrder) {
    let most = tolerance > 0 ? 8192 : 256
    if let table = ColorTable(pixmap.pixels, atMost: most),
      let few = NearbyColors(table, tolerance: tolerance)
    {
      self.init(pixmap, table, few, paletteOrder: paletteOrder)
    } else {
      self.init(manyColors: pixmap)
    }
  }

  private init(
    _ pixmap: Pixmap, _ table: ColorTable, _ few: NearbyColors, paletteOrder: PaletteOrder
  ) {
    let paletteDepth = [1, 2, 4].first { few.chosen.count <= 1 << $0 } ?? 8
    let values: [UInt8]
    if let depth = greyDepth(of: few.chosen), depth <= paletteDepth {
      colorType = cpng_grey
      bitDepth = depth
      values = few.chosen.map { UInt8($0 & 0xFF) >> (8 - depth) }
    } else {
      colorType = cpng_palette
      bitDepth = paletteDepth
      let order = listed(few.chosen, in: paletteOrder)
      var places = [UInt8](repeating: 0, count: order.count)
      for (place, index) in order.enumerated() { places[index] = UInt8(place) }
      palette = order.map { unpremultiplied(few.chosen[$0]) }
      values = places
    }
    let width = pixmap.width
    bytesPerRow = (width * bitDepth + 7) / 8
    step = 1
    height = pixmap.height
    let valueOf = few.nearest.map { values[Int($0)] }
    pack = { [bitDepth] y, row in
      packIndexed(
        pixmap.pixels[(y * width)..<((y + 1) * width)], table, valueOf, bits: bitDepth, into: row)
    }
  }

  private init(manyColors pixmap: Pixmap) {
    let (isOpaque, isGrey) = survey(pixmap.pixels)
    let pack: Packer
    if isOpaque {
      // More than 256 colours are not all greys.
      (colorType, step, pack) = (cpng_rgb, 3, packOpaque)
    } else if isGrey {
      (colorType, step, pack) = (cpng_grey_alpha, 2, packGreysWithAlpha)
    } else {
      (colorType, step, pack) = (cpng_rgba, 4, packStraight)
    }
    let width = pixmap.width
    bitDepth = 8
    bytesPerRow = step * width
    height = pixmap.height
    self.pack = { y, row in pack(pixmap.pixels[(y * width)..<((y + 1) * width)], row) }
  }
}

extension StoredPixels {
  /// The rows as a file has them before they are compressed.
  func rows(filtered filters: Filters) -> [UInt8] {
    filters.apply(height: height, size: bytesPerRow, step: step, row: pack)
  }
}

/// The places of the colours in the order in which a palette lists them.
///
/// Only the alphas before the first opaque colour are kept in the file, so the others come first.
private func listed(_ colors: [UInt32], in order: StoredPixels.PaletteOrder) -> [Int] {
  func key(_ index: Int) -> (Int, Int, Int) {
    let color = colors[index]
    let brightness =
      2 * (color & 0xFF) + 5 * (color >> 8 & 0xFF) + (color >> 16 & 0xFF)
    return (color >> 24 == 255 ? 1 : 0, order == .brightness ? Int(brightness) : 0, index)
  }
  return colors.indices.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
}

/// The fewest bits in which all of the colours are greys; nil if one is not grey or not opaque.
private func greyDepth(of colors: [UInt32]) -> Int? {
  guard colors.allSatisfy({ $0 >> 24 == 255 && isGrey($0) }) else { return nil }
  // With n bits there are the greys 0 … 2ⁿ - 1 times 255/(2ⁿ - 1).
  return [1, 2, 4, 8].first { depth in
    let step = UInt32(255 / (1 << depth - 1))
    return colors.allSatisfy { ($0 & 0xFF) % step == 0 }
  }
}

private func isGrey(_ pixel: UInt32) -> Bool { (pixel ^ pixel >> 8) & 0xFFFF == 0 }

/// Whether all pixels are opaque, and whether all are grey.
private func survey(_ pixels: [UInt32]) -> (isOpaque: Bool, isGrey: Bool) {
  var common: UInt32 = 0xFFFF_FFFF
  var differences: UInt32 = 0
  for pixel in pixels {
    common &= pixel
    differences |= pixel ^ pixel &>> 8
  }
  return (common >> 24 == 255, differences & 0xFFFF == 0)
}

/// Writes the value of each pixel's colour in a number of bits, the leftmost in a byte's high bits.
private func packIndexed(
  _ pixels: ArraySlice<UInt32>, _ table: ColorTable, _ values: [UInt8], bits: Int,
  into row: UnsafeMutablePointer<UInt8>
) {
  var next = row
  var byte: UInt8 = 0
  var filled = 0
  _ = pixels.withUnsafeBufferPointer { pixels in
    forEachRun(of: pixels) { color, run in
      let value = values[table.place(of: color)]
      if bits == 8 {
        (row + run.lowerBound).update(repeating: value, count: run.count)
        return true
      }
      for _ in run {
        byte = byte &<< UInt8(truncatingIfNeeded: bits) | value
        filled &+= bits
        if filled == 8 {
          next.pointee = byte
          next += 1
          (byte, filled) = (0, 0)
        }
      }
      return true
    }
  }
  if filled > 0 { next.pointee = byte &<< UInt8(8 - filled) }
}

/// Writes a row of pixels in bytes.
private typealias Packer = (_ pixels: ArraySlice<UInt32>, _ row: UnsafeMutablePointer<UInt8>) ->
  Void

/// Red, green and blue of each pixel.
private func packOpaque(_ pixels: ArraySlice<UInt32>, into row: UnsafeMutablePointer<UInt8>) {
  pack(pixels, size: 3, into: row) { pixel, bytes in
    bytes[0] = UInt8(truncatingIfNeeded: pixel)
    bytes[1] = UInt8(truncatingIfNeeded: pixel &>> 8)
    bytes[2] = UInt8(truncatingIfNeeded: pixel &>> 16)
  }
}

/// Red, green, blue and alpha of each pixel, alpha not multiplied in.
private func packStraight(_ pixels: ArraySlice<UInt32>, into row: UnsafeMutablePointer<UInt8>) {
  pack(pixels, size: 4, into: row) { pixel, bytes in
    let pixel = unpremultiplied(pixel)
    UnsafeMutableRawPointer(bytes).storeBytes(of: pixel.littleEndian, as: UInt32.self)
  }
}

/// The grey and the alpha of each pixel, alpha not multiplied in.
private func packGreysWithAlpha(
  _ pixels: ArraySlice<UInt32>, into row: UnsafeMutablePointer<UInt8>
) {
  pack(pixels, size: 2, into: row) { pixel, bytes in
    bytes[0] = UInt8(truncatingIfNeeded: unpremultiplied(pixel))
    bytes[1] = UInt8(truncatingIfNeeded: pixel &>> 24)
  }
}

/// Lets `write` write each pixel's bytes, so many of them.
@inline(__always)
private func pack(
  _ pixels: ArraySlice<UInt32>, size: Int, into row: UnsafeMutablePointer<UInt8>,
  _ write: (_ pixel: UInt32, _ bytes: UnsafeMutablePointer<UInt8>) -> Void
) {
  pixels.withUnsafeBufferPointer { pixels in
    for i in pixels.indices { write(pixels[i], row + size &* i) }
  }
}
