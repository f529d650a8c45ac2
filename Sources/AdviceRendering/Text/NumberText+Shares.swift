import Advising
import ScoreReading

extension NumberText {
  /// Blip, signal and problem in whole percent that add up to a hundred (largest remainder).
  static func percents(
    _ shares: Reading.Shares
  ) -> (blip: String, signal: String, problem: String) {
    let whole = Apportionment.cells([shares.blip, shares.signal, shares.problem], total: 100)
    return ("\(whole[0])%", "\(whole[1])%", "\(whole[2])%")
  }

  /// The same in a phrase: "blip 74%, signal 22%, problem 4%".
  static func sentence(_ shares: Reading.Shares) -> String {
    let texts = percents(shares)
    return "blip \(texts.blip), signal \(texts.signal), problem \(texts.problem)"
  }
}
