import Drawing
import PNG

/// What can be read can be written, and is the same when it is read again.
@Sendable func readPicture(_ bytes: [UInt8]) {
  // A small file may say that it has millions of pixels; these would be many and all alike.
  guard bytes.count < 1 << 16, let picture = try? PNG.decode(bytes), picture.pixels.count < 1 << 20
  else { return }
  for tolerance in [0, 16] {
    guard let file = try? PNG.encode(picture, tolerance: tolerance),
      let again = try? PNG.decode(file)
    else { fatalError("A picture cannot be written.") }
    precondition(tolerance > 0 || again == picture, "A picture has changed.")
  }
}
