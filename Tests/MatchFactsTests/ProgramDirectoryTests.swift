import MatchFacts
import Testing

@Suite("The directory of programs")
struct ProgramDirectoryTests {
  let directory: ProgramDirectory

  init() throws { directory = try Shared.directory }

  private func found(_ text: String, specialty: Specialty? = nil) -> [Program] {
    directory.search(.init(text: text, specialty: specialty))
  }

  @Test func programsAreFoundByCodeAndID() throws {
    let program = try #require(directory["1313120C0"])
    #expect(program.institution == "Providence Hospital-AK")
    #expect(program.fillHistory.first == .init(year: 2014, filled: 10, offered: 10))
    #expect(directory[" 1313120c0 "] == program)
    #expect(directory["nothing"] == nil)
    #expect(directory.programs(acgmeID: "1200221596").contains(program))
    #expect(directory.programs(of: Specialty("Urology")).count == 140)
    #expect(directory.programs(of: Specialty("Dermatology")).count == 201)
  }

  @Test(
    "The programs people mean come first",
    arguments: [
      ("mass general", "Massachusetts Gen Hosp"),
      ("Massachusetts General Hospital", "Massachusetts Gen Hosp"),
      ("UCSF", "UC San Francisco-CA"), ("ucsf derm", "UC San Francisco-CA"),
      ("university of washington", "U Washington Affil Hosps"),
      ("johns hopkins ortho", "Johns Hopkins Hosp-MD"), ("yale", "Yale-New Haven Hosp-CT"),
      ("university of pennsylvania", "Hosp of the Univ of PA"),
      ("1313120C0", "Providence Hospital-AK"),
      ("St. Luke's Anderson", "St Lukes Hosp-Anderson-PA"), ("anchorage", "Providence Hospital-AK"),
    ])
  func ranking(text: String, institution: String) {
    #expect(found(text).first?.institution == institution)
  }

  @Test func everyWordMustMatch() {
    let programs = found("boston dermatology")
    #expect(!programs.isEmpty)
    #expect(
      programs.allSatisfy { $0.city == "Boston" && $0.specialty.name.contains("Dermatology") })
    // The specialty by itself comes before one trained together with another.
    #expect(programs.last?.specialty.name == "Internal Medicine/Dermatology")
    #expect(found("boston xyzzy").isEmpty)
    #expect(found("of the").isEmpty)
    #expect(found("").count == directory.programs.count)
  }

  @Test func statesCountByAbbreviationAndName() {
    let alaska = found("alaska")
    #expect(alaska.contains { $0.state == "AK" })
    #expect(found("family medicine ak").first?.state == "AK")
    #expect(directory.state(named: "puerto rico") == "PR")
  }

  @Test func filtersNarrowTheSearch() {
    let programs = directory.search(
      .init(
        text: "boston", specialty: Specialty("Internal Medicine"), state: "MA", track: .preliminary)
    )
    #expect(!programs.isEmpty)
    #expect(programs.allSatisfy { $0.track == .preliminary && $0.state == "MA" })
  }

  @Test func theSameSearchGivesTheSameOrder() {
    #expect(found("university hospital").map(\.code) == found("university hospital").map(\.code))
  }

  @Test func institutionsAreTheSumOfTheirPrograms() throws {
    let program = try #require(directory["1261140C0"])
    let features = try #require(directory.features(atInstitutionOf: program))
    let programs = directory.programs(atInstitutionOf: program)
    #expect(features.programs == programs.count)
    #expect(features.specialties == Set(programs.map(\.specialty)).count)
    #expect(features.positions == programs.reduce(0) { $0 + ($1.positions ?? 0) })
    #expect(features.setting == .university)
    #expect(features.researchTracks >= 2)
    // Urology, which another list names, is counted with its institution.
    #expect(programs.contains { $0.specialty.name == "Urology" })
    let all = directory.institutionFeatures()
    #expect(all.count == directory.institutionKeys.count)
    #expect(all[program.institutionKey] == features)
    #expect(all.values.reduce(0) { $0 + $1.programs } == directory.programs.count)
  }

  @Test(arguments: [
    ("Tripler Army Med Ctr-HI", InstitutionFeatures.Setting.military),
    ("Providence Hospital-AK", .community), ("U Iowa Hosps and Clinics", .university),
    ("UPMC Medical Education-PA", .university), ("Henry Ford Hospital-MI", .university),
  ])
  func settings(institution: String, expected: InstitutionFeatures.Setting) throws {
    let program = try #require(directory.programs.first { $0.institution == institution })
    #expect(directory.features(atInstitutionOf: program)?.setting == expected)
  }
}
