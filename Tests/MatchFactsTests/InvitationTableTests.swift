import DelimitedText
import Foundation
import MatchFacts
import Testing

@Suite("When invitations go out")
struct InvitationTableTests {
  @Test("Every curve rises to the whole, and falls between its days straight")
  func curves() throws {
    let calendar = try MatchFacts.load().invitationCalendar()
    #expect(calendar.specialties.count >= 15)
    for curve in calendar.curves {
      let shares = (0...150).map { curve.share(by: Double($0)) }
      #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 }, "\(curve.season)")
      #expect(abs((shares.last ?? 0) - 1) < 1e-12)
      #expect(curve.share(by: -5) == 0)
    }
    let psychiatry = calendar.anyInvitation(Specialty("Psychiatry"))
    #expect(psychiatry.first?.unit == .invitations)
    #expect(calendar.anyInvitation(Specialty("Urology")).isEmpty)
  }

  @Test("The latest release days of a specialty, and none where none is dated")
  func releases() throws {
    let dates = try MatchFacts.load().releaseDates()
    let orthopaedics = dates.latestReleases(of: Specialty("Orthopaedic Surgery"))
    #expect(orthopaedics.map(\.season) == ["2024-25"])
    #expect(dates.latestReleases(of: Specialty("Dermatology")).count == 3)
    #expect(dates.latestReleases(of: Specialty("Internal Medicine")).isEmpty)
  }

  @Test(
    "A changed table is refused with its line",
    arguments: [
      (",1,51,52,2.5,2076", ",1,51,53,2.5,2076", "cumulative_n"),
      (",1,51,52,2.5,2076", ",0,51,52,2.5,2076", "days_since_access"),
      ("invitations reported by applicants,2019-09-16", "emails,2019-09-16", "unit"),
    ])
  func refused(old: String, new: String, named: String) throws {
    let facts = try MatchFacts.load()
    let folder = FileManager.default.temporaryDirectory.path + "/facts-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: facts.folder, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/invitation_calendar.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let range = try #require(text.range(of: old))
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let changed = try MatchFacts.load(from: folder)
    #expect {
      try changed.invitationCalendar()
    } throws: { error in
      "\(error)".contains(named) && "\(error)".contains("invitation_calendar.csv:3")
    }
  }
}
