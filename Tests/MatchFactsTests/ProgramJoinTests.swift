import MatchFacts
import Testing

@Suite("Joining rows of other tables")
struct ProgramJoinTests {
  let directory: ProgramDirectory
  let join: ProgramJoin
  let medicine = Specialty("Internal Medicine")

  init() throws {
    directory = try Shared.directory
    join = try Shared.join
  }

  @Test func byCodeAndByID() throws {
    guard case .joined(let programs, by: .code) = join(.init(code: "1261140c0")) else {
      Issue.record("not joined by code")
      return
    }
    #expect(programs.map(\.code) == ["1261140C0"])
    #expect(join(.init(code: "0000000X0")) == .unknownCode("0000000X0"))
    // An accreditation covers the tracks that lead to the board, not the preliminary year.
    guard case .joined(let tracks, by: .acgmeID) = join(.init(acgmeID: "140-24-11169")) else {
      Issue.record("not joined by ACGME id")
      return
    }
    #expect(tracks.contains { $0.code == "1261140C0" })
    #expect(tracks.allSatisfy { $0.track != .preliminary })
    #expect(join(.init()) == .nothingToJoinBy)
  }

  @Test(
    "Institutions are recognized under other spellings",
    arguments: [
      (
        "University of Texas Southwestern Medical Center Program", "Dallas", "TX",
        "U Texas Southwestern Med Sch-Dallas"
      ),
      ("Yale-New Haven Medical Center", "New Haven", "CT", "Yale-New Haven Hosp-CT"),
      (
        "Medical University of South Carolina Program", "Charleston", "SC",
        "Medical University of SC"
      ),
      ("University of Rochester Program", "Rochester", "NY", "U Rochester/Strong Memorial-NY"),
      ("University of Mississippi Medical Center", "Jackson", "MS", "University Hosps-Jackson-MS"),
      ("MaineHealth Program", "Portland", "ME", "Maine Med Ctr"),
      ("St. Luke's Hospital (Anderson)", "Easton", "PA", "St Lukes Hosp-Anderson-PA"),
    ])
  func spellings(name: String, city: String, state: String, institution: String) {
    let key = ProgramJoin.Key(name: name, city: city, state: state, specialty: medicine)
    guard case .joined(let programs, by: .name) = join(key) else {
      Issue.record("\(name): \(join(key))")
      return
    }
    #expect(Set(programs.map(\.institution)) == [institution])
  }

  @Test("A hospital of the same city is not taken for another")
  func noFalseFriends() {
    for (name, city, state) in [
      ("Naval Medical Center (San Diego) Program", "San Diego", "CA"),
      ("University of Illinois College of Medicine at Rockford", "Rockford", "IL"),
      ("Quite Another Hospital", "Boston", "MA"),
    ] {
      let outcome = join(.init(name: name, city: city, state: state, specialty: medicine))
      guard case .noMatch(let nearest) = outcome else {
        Issue.record("\(name): \(outcome)")
        continue
      }
      #expect(!nearest.isEmpty)
    }
  }

  @Test func aNameOfSeveralInstitutionsIsAmbiguous() {
    // There is one in Connecticut and one in Delaware.
    guard case .ambiguous(let programs) = join(.init(name: "St. Francis Hospital")) else {
      Issue.record("not ambiguous")
      return
    }
    #expect(programs.prefix(2).map(\.state) == ["CT", "DE"])
    guard case .joined(let one, by: .name) = join(.init(name: "St. Francis Hospital", state: "DE"))
    else {
      Issue.record("not joined with its state")
      return
    }
    #expect(one.first?.institution == "St Francis Hospital-DE")
  }

  @Test func aTrackPicksOneProgram() {
    let key = ProgramJoin.Key(
      name: "Massachusetts General Hospital", city: "Boston", state: "MA", specialty: medicine,
      track: .primaryCare)
    guard case .joined(let programs, by: .name) = join(key) else {
      Issue.record("not joined")
      return
    }
    #expect(programs.map(\.track) == [.primaryCare])
  }

  /// Every program's own name, city and specialty lead back to its institution (some institutions
  /// stand twice in the lists under names that differ by a word, so not quite all can).
  @Test func ownNamesJoin() {
    var joined = 0
    var wrong = 0
    let sample = directory.programs.enumerated().filter { $0.offset % 41 == 0 }.map(\.element)
    for program in sample where program.city != nil {
      let key = ProgramJoin.Key(
        name: program.institution, city: program.city, state: program.state,
        specialty: program.specialty, track: program.track)
      guard case .joined(let programs, by: .name) = join(key) else { continue }
      joined += 1
      if programs.first?.institutionKey != program.institutionKey { wrong += 1 }
    }
    #expect(wrong == 0)
    #expect(Double(joined) / Double(sample.count) > 0.9)
  }
}
