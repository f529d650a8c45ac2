public import StableMatching

/// A matching with its audit, ready to be written.
public struct MatchReport: Sendable {
  /// The market with the names of its participants.
  public let named: NamedMarket
  /// What the procedure gave.
  public let outcome: MatchOutcome
  /// What the auditor found under the definition that the procedure uses.
  public let audit: Audit
  /// What the auditor finds if couples may also count on seats of their own; `nil` without couples.
  public let auditWithOwnSeatsFree: Audit?

  /// Audits an outcome.
  public init(_ outcome: MatchOutcome, of named: NamedMarket) {
    self.named = named
    self.outcome = outcome
    audit = named.market.audit(outcome.matching)
    auditWithOwnSeatsFree =
      named.market.couples.count == 0
      ? nil : named.market.audit(outcome.matching, coupleSeats: .countAsFree)
  }

  /// Whether the independent auditor found nothing.
  public var isStable: Bool { audit.isStable }

  /// `applicant,program` lines in the order of the ids; unmatched applicants have no program.
  ///
  /// In a market with supplemental lists a third column names the preliminary program.
  public func csv() -> [UInt8] {
    let names = named.names
    let matching = outcome.matching
    var bytes: [UInt8] = []
    bytes.reserveCapacity(matching.programs.count * 12)
    for applicant in matching.programs.indices {
      Self.appendCell(names.applicants[applicant], to: &bytes)
      bytes.append(UInt8(ascii: ","))
      if let program = matching.program(of: applicant) {
        Self.appendCell(names.programs[program], to: &bytes)
      }
      if !matching.supplementalPrograms.isEmpty {
        bytes.append(UInt8(ascii: ","))
        if let program = matching.supplementalProgram(of: applicant) {
          Self.appendCell(names.programs[program], to: &bytes)
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Appends a cell, in quotation marks if a reader would not give it back as it is.
  private static func appendCell(_ text: String, to bytes: inout [UInt8]) {
    let content = text.utf8
    let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    let isSpecial =
      content.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < UInt8(ascii: " ")
      } || content.first.map(blanks.contains) == true || content.last.map(blanks.contains) == true
    guard isSpecial else {
      bytes += content
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in content {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
