import SmartPickNumerics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The luck of one applicant at one program in one season, the same in any order of asking.
package struct PairLuck {
  /// Standard logistic: what the program sees beyond the model when it invites.
  package let invitation: Float
  /// Standard logistic: on which side of a soft floor the score falls.
  package let screen: Float
  /// Variance 1: the applicant's own liking of the program.
  package let taste: Float
  /// Variance 1: the impression the interview makes.
  package let impression: Float

  @inline(__always)
  package init(key: (UInt32, UInt32), applicant: UInt32, program: UInt32, season: UInt32) {
    let block = Philox.block(counter: (program, season, applicant, 0x5EA5), key: key)
    invitation = Self.logistic(block.0)
    screen = Self.logistic(block.1)
    taste = Self.logistic(block.2) * 0.551_33
    impression = Self.logistic(block.3) * 0.551_33
  }

  @inline(__always)
  private static func logistic(_ word: UInt32) -> Float {
    let u = (Float(word >> 8) + 0.5) * 0x1p-24
    return logf(u / (1 - u))
  }
}
