import CPNG

/// The bytes in the zlib format (RFC 1950), as a PNG file keeps a picture's rows.
///
/// - Parameter level: how thoroughly libdeflate looks for repetitions, from 1 to 12.
/// - Throws: `PNGError.outOfMemory`, which is also what libdeflate says of a level that it does not have.
func compressed(_ bytes: [UInt8], level: Int) throws(PNGError) -> [UInt8] {
  let room = cpng_compressed_bound(bytes.count)
  let stream = [UInt8](unsafeUninitializedCapacity: room) { stream, size in
    size = cpng_compress(Int32(level), bytes, bytes.count, stream.baseAddress, room)
  }
  // Even of no bytes there would be a header and a checksum.
  if stream.isEmpty { throw .outOfMemory }
  return stream
}
