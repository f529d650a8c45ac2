/// A random stream that belongs to one entity and one purpose under one seed.
///
/// The n-th number is a function of (seed, entity, purpose, n) alone: streams never overlap, need
/// no shared state, and give the same numbers in any order and on any number of threads. Changing
/// one entity leaves the luck of all others alone (common random numbers).
///
/// ```swift
/// var luck = CounterRandom(seed: 7, entity: applicant, purpose: 3)
/// let strength = luck.normal()
/// ```
///
/// The bits are those of ``Philox``; a stream holds 2³³ numbers before it repeats.
public struct CounterRandom: RandomNumberGenerator, Sendable, Equatable {
  @usableFromInline let key0: UInt32
  @usableFromInline let key1: UInt32
  @usableFromInline let entityLow: UInt32
  @usableFromInline let entityHigh: UInt32
  @usableFromInline let purpose: UInt32
  @usableFromInline var blockIndex: UInt32 = 0
  @usableFromInline var pending: UInt64 = 0
  @usableFromInline var hasPending = false

  /// The stream of one entity (an applicant, a program) for one purpose (a kind of draw).
  @inlinable
  public init(seed: UInt64, entity: UInt64 = 0, purpose: UInt32 = 0) {
    key0 = UInt32(truncatingIfNeeded: seed)
    key1 = UInt32(truncatingIfNeeded: seed >> 32)
    entityLow = UInt32(truncatingIfNeeded: entity)
    entityHigh = UInt32(truncatingIfNeeded: entity >> 32)
    self.purpose = purpose
  }

  /// The stream of a pair of entities, each below 2³², for one purpose.
  @inlinable
  public init(seed: UInt64, pair first: UInt32, _ second: UInt32, purpose: UInt32 = 0) {
    self.init(seed: seed, entity: UInt64(first) << 32 | UInt64(second), purpose: purpose)
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    if hasPending {
      hasPending = false
      return pending
    }
    let block = Philox.block(
      counter: (blockIndex, purpose, entityLow, entityHigh), key: (key0, key1))
    blockIndex &+= 1
    pending = UInt64(block.3) << 32 | UInt64(block.2)
    hasPending = true
    return UInt64(block.1) << 32 | UInt64(block.0)
  }

  /// A number between 0 and 1, both excluded, on a grid of 2⁻⁵³.
  @inlinable
  public mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// True with the given chance.
  @inlinable
  public mutating func bernoulli(_ chance: Double) -> Bool {
    uniform() < chance
  }

  /// An integer from 0 up to but not including `bound`, without bias; 0 if `bound` is below 1.
  ///
  /// Lemire, "Fast random integer generation in an interval" (ACM TOMACS 29, 2019). Unlike the
  /// standard library's, this one is promised not to change between versions.
  @inlinable
  public mutating func integer(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// Puts the elements in random order (Fisher–Yates), stable between versions.
  @inlinable
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, integer(below: last + 1))
    }
  }
}
