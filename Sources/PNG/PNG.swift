import CPNG
import Drawing

/// Pictures as bytes in the Portable Network Graphics format, and back.
///
/// The specification is at https://www.w3.org/TR/png-3/.
public enum PNG {
  /// The picture as the bytes of a PNG file, in the smallest of the format's pixel formats that loses no more than it may:
  /// nothing, unless there is a tolerance.
  ///
  /// The same picture always gives the same bytes. The file says that its colours are sRGB.
  ///
  /// - Parameters:
  ///   - tolerance: How far, in parts of 255, a channel of a pixel may be off where 256 colours suffice so. Colours of
  ///     areas of a thousandth of the picture and more stay as they are.
  ///   - effort: How long to look for a smaller file.
  ///   - pixelsPerInch: How large a pixel is in print; nil says nothing about it.
  ///   - texts: What to remember beside the picture, under keywords such as "Title" or "Software".
  /// - Throws: `PNGError` for a keyword or text that the format does not allow, where memory runs out, or where libpng
  ///   fails.
  /// - Precondition: `pixelsPerInch` is positive.
  public static func encode(
    _ pixmap: Pixmap, tolerance: Int = 0, effort: Effort = .standard, pixelsPerInch: Double? = nil,
    texts: [(keyword: String, text: String)] = []
  ) throws(PNGError) -> [UInt8] {
    precondition(pixelsPerInch ?? 1 > 0, "A pixel has a size.")
    var textBytes: [UInt8] = []
    for (keyword, text) in texts { textBytes += try textRecord(keyword: keyword, text: text) }
    let (stored, data) = try effort.compress(pixmap, tolerance: tolerance)
    return try write(
      stored, data, width: pixmap.width, height: pixmap.height,
      pixelsPerMetre: pixelsPerInch.map(pixelsPerMetre) ?? 0, texts: textBytes)
  }

  /// The picture that is in the bytes of a PNG file.
  ///
  /// Sixteen bits a channel become eight. What the file says about colour spaces is not heeded.
  ///
  /// - Throws: `PNGError.libpng` where the bytes are not a whole and sound PNG file.
  public static func decode(_ bytes: [UInt8]) throws(PNGError) -> Pixmap {
    try bytes.withUnsafeBufferPointer { bytes throws(PNGError) in
      var message = cpng_message()
      guard let reader = cpng_open(bytes.baseAddress, bytes.count, &message) else {
        throw .libpng(message.string)
      }
      defer { cpng_close(reader) }
      let width = Int(cpng_width(reader))
      let height = Int(cpng_height(reader))
      var pixels = [UInt32](repeating: 0, count: width * height)
      let done = pixels.withUnsafeMutableBytes { pixels in
        cpng_read(reader, pixels.bindMemory(to: UInt8.self).baseAddress, &message)
      }
      guard done else { throw .libpng(message.string) }
      return Pixmap(width: width, height: height, pixels: pixels.map(premultiplied))
    }
  }
}

/// The resolution as a pHYs chunk tells it, which has 31 bits for it.
private func pixelsPerMetre(_ pixelsPerInch: Double) -> UInt32 {
  UInt32(min((pixelsPerInch / 0.0254).rounded(), 0x7FFF_FFFF))
}

/// Hands the compressed picture to libpng and gathers the bytes that it writes.
private func write(
  _ stored: StoredPixels, _ data: [UInt8], width: Int, height: Int, pixelsPerMetre: UInt32,
  texts: [UInt8]
) throws(PNGError) -> [UInt8] {
  var file: [UInt8] = []
  file.reserveCapacity(data.count + texts.count + 2048)
  var message = cpng_message()
  let colors = stored.palette.flatMap { color in
    [0, 8, 16].map { UInt8(truncatingIfNeeded: color >> $0) }
  }
  // The opaque ones come last.
  let alphas = Array(stored.palette.map { UInt8($0 >> 24) }.prefix { $0 != 255 })
  /// With the arrays where they are in memory.
  func write(
    _ dataBytes: UnsafePointer<UInt8>, _ palette: UnsafePointer<UInt8>,
    _ paletteAlphas: UnsafePointer<UInt8>, _ textBytes: UnsafePointer<UInt8>,
    _ file: UnsafeMutablePointer<[UInt8]>
  ) -> Bool {
    var image = cpng_image(
      width: UInt32(clamping: width), height: UInt32(clamping: height),
      color_type: Int32(stored.colorType), bit_depth: Int32(stored.bitDepth),
      data: dataBytes, data_size: data.count,
      palette: palette, palette_count: Int32(stored.palette.count),
      palette_alphas: paletteAlphas, palette_alpha_count: Int32(alphas.count),
      pixels_per_metre: pixelsPerMetre, texts: textBytes, texts_size: texts.count)
    return cpng_write(&image, append, file, &message)
  }
  guard write(data, colors, alphas, texts, &file) else { throw .libpng(message.string) }
  return file
}

/// Appends the bytes to the array of bytes that the pointer points to.
private func append(_ file: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int)
{
  file?.assumingMemoryBound(to: [UInt8].self).pointee
    .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
}

extension cpng_message {
  /// The message, which ends with a zero byte.
  fileprivate var string: String {
    withUnsafeBytes(of: text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
