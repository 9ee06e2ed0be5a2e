/// The generator MT19937: Matsumoto and Nishimura, "Mersenne Twister: A 623-Dimensionally Equidistributed Uniform
/// Pseudo-Random Number Generator", ACM Transactions on Modeling and Computer Simulation 8(1), 1998; seeded as in
/// their version of 2002.
///
///     var twister = MersenneTwister(seed: 5489)
///     twister.next()    // 3499211612
public struct MersenneTwister: Sendable {
  @usableFromInline var state: [UInt32]
  /// The word that is handed out next.
  @usableFromInline var index = MersenneTwister.size

  @usableFromInline static var size: Int { @inlinable get { 624 } }
  /// How far apart the words are that are combined.
  @usableFromInline static var middle: Int { @inlinable get { 397 } }

  /// The generator that `torch.manual_seed` makes, for seeds of 32 bits.
  public init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    for i in 1..<Self.size {
      let last = state[i - 1]
      // The multiplier is that of the authors, after Knuth's for linear congruential generators.
      state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(i))
    }
  }

  /// The next 32 random bits.
  @inlinable public mutating func next() -> UInt32 {
    if index == Self.size { twist() }
    var y = state[index]
    index += 1
    // Tempering: a word of the state is linear in the others, which shows in its low bits.
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  /// Makes the next 624 words from the last ones.
  @inlinable mutating func twist() {
    for i in 0..<Self.size {
      let high = state[i] & 0x8000_0000
      let low = state[(i + 1) % Self.size] & 0x7FFF_FFFF
      let odd: UInt32 = low & 1 == 0 ? 0 : 0x9908_B0DF
      state[i] = state[(i + Self.middle) % Self.size] ^ ((high | low) >> 1) ^ odd
    }
    index = 0
  }
}
