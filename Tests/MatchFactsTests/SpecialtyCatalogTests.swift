import MatchFacts
import Testing

@Suite("Names of specialties")
struct SpecialtyCatalogTests {
  let catalog: SpecialtyCatalog

  init() throws { catalog = try Shared.facts.specialties }

  @Test(
    "People's names are understood",
    arguments: [
      ("IM", "Internal Medicine"), ("fm", "Family Medicine"), ("Ortho", "Orthopaedic Surgery"),
      ("orthopedic surgery", "Orthopaedic Surgery"), ("derm", "Dermatology"),
      ("ENT", "Otolaryngology"), ("EM", "Emergency Medicine"),
      ("OB", "Obstetrics and Gynecology"), ("ob/gyn", "Obstetrics and Gynecology"),
      ("OB-GYN", "Obstetrics and Gynecology"), ("peds", "Pediatrics"), ("psych", "Psychiatry"),
      ("PM&R", "Physical Medicine and Rehabilitation"),
      ("pm and r", "Physical Medicine and Rehabilitation"), ("rads", "Diagnostic Radiology"),
      ("gas", "Anesthesiology"), ("neurosurg", "Neurological Surgery"),
      ("med-peds", "Internal Medicine/Pediatrics"), ("Surgery", "General Surgery"),
      ("obstetrics & gynecology", "Obstetrics and Gynecology"), ("  urology ", "Urology"),
      ("IR", "Interventional Radiology"), ("rad onc", "Radiation Oncology"),
      ("anesthesio", "Anesthesiology"), ("TY", "Transitional Year"),
      ("triple board", "Pediatrics/Psychiatry/Child and Adolescent Psychiatry"),
    ])
  func aliases(text: String, expected: String) throws {
    #expect(try catalog.resolve(text).name == expected)
  }

  @Test func everyCanonicalNameMeansItself() throws {
    for info in catalog.all { #expect(try catalog.resolve(info.specialty.name) == info.specialty) }
    #expect(catalog.all.map(\.specialty) == catalog.all.map(\.specialty).sorted())
  }

  @Test func preliminaryPositionsKeepTheirTrack() throws {
    let line = try catalog.resolveTrack("prelim medicine")
    #expect(line == SpecialtyTrack(Specialty("Internal Medicine"), track: .preliminary))
    #expect(try catalog.resolveTrack("General Surgery (preliminary)").track == .preliminary)
  }

  @Test func misspellingsGetTheNearestNames() throws {
    let error = #expect(throws: UnknownSpecialtyError.self) {
      try catalog.resolve("Dermatolgy")
    }
    #expect(error?.nearest.first == "Dermatology")
    #expect(error?.description.contains("did you mean Dermatology") == true)
    let nothing = #expect(throws: UnknownSpecialtyError.self) { try catalog.resolve("quantum") }
    #expect(nothing?.nearest.isEmpty == true)
  }

  @Test func aBeginningOfSeveralNamesIsNotGuessed() {
    let error = #expect(throws: UnknownSpecialtyError.self) { try catalog.resolve("neurol") }
    #expect(error?.nearest == ["Neurological Surgery", "Neurology"])
    #expect(throws: UnknownSpecialtyError.self) { try catalog.resolve("") }
    #expect(throws: UnknownSpecialtyError.self) { try catalog.resolve("all specialties") }
  }

  @Test func competitiveSpecialtiesHaveAPublishedRate() throws {
    #expect(catalog.competitive.contains(Specialty("Dermatology")))
    #expect(!catalog.competitive.contains(Specialty("Family Medicine")))
    for specialty in catalog.competitive {
      let info = try #require(catalog.info(specialty))
      #expect(info.competitiveBasis?.isEmpty == false)
    }
    #expect(catalog.info(Specialty("Urology"))?.match == .aua)
  }

  @Test("the weight of Step 2 CK is the article's where its table speaks, and says on what ground")
  func scoreWeights() throws {
    let facts = try Shared.facts
    let article = try facts.article()
    let levels: [ScoreWeight: ClosedRange<Int>] = [
      .moderate: 1...1, .moderateHigh: 2...2, .high: 3...3, .veryHigh: 4...5,
    ]
    for info in facts.specialties.all {
      #expect(SpecialtyCatalog.scoreWeights.contains(info.scoreWeight))
      #expect(!info.backups.contains(info.specialty))
      #expect(info.backups.allSatisfy { facts.specialties.info($0) != nil })
      guard let line = article.weight(for: info.specialty) else { continue }
      #expect(levels[line.weight]?.contains(info.scoreWeight) == true, "\(info.specialty.name)")
      #expect(info.scoreWeightBasis.contains("article"))
    }
  }
}
