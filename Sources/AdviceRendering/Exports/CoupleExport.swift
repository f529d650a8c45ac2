public import Advising
import DelimitedText

/// A couple's joint rank order list as `smartpick match --couples` reads it.
///
/// One line: `applicant1,applicant2,programA:programB,programA:,:programB,…`, best pair first, with
/// NRMP codes; a side left empty goes unmatched.
public struct CoupleExport: Sendable {
  let couple: CoupleAdvice

  /// An export of this couple's list.
  public init(_ couple: CoupleAdvice) { self.couple = couple }

  /// The line, ending in CRLF.
  public var text: String {
    var first = CSVExport.safe(couple.first.name)
    var second = CSVExport.safe(couple.second.name)
    if first == second { (first, second) = (first + " 1", second + " 2") }
    let pairs = couple.pairs.map { "\($0.first?.code ?? ""):\($0.second?.code ?? "")" }
    return ([first, second] + pairs).map(DelimitedWriter.quoted).joined(separator: ",") + "\r\n"
  }
}
