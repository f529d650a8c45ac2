import Foundation
import MatchOdds
import Testing

@Suite("Odds parameters")
struct OddsParametersTests {
  @Test("every number of the shipped file states its basis and source")
  func sources() throws {
    let parameters = try shippedParameters()
    for (name, value) in parameters.shared {
      #expect(!value.source.isEmpty, "shared.\(name)")
      #expect(SharedCoefficient(rawValue: name) != nil, "shared.\(name) is not used")
    }
    for name in SharedCoefficient.allCases {
      #expect(parameters.shared[name.rawValue] != nil, "\(name) is missing")
    }
    for (name, specialty) in parameters.specialties {
      #expect(!specialty.interviewLevel.source.isEmpty, "\(name)")
      #expect(specialty.scoreSlope.value > 0, "\(name)")
    }
  }

  @Test("the file survives a round trip byte for byte")
  func roundTrip() throws {
    let parameters = try shippedParameters()
    let bytes = try parameters.encoded()
    let again = try OddsParameters.decode(bytes, from: "memory")
    #expect(again == parameters)
    #expect(try again.encoded() == bytes)
  }

  @Test("a broken file says what is wrong")
  func broken() throws {
    #expect(throws: OddsParametersError.self) {
      _ = try OddsParameters.decode(Data("{".utf8), from: "x.json")
    }
    #expect(throws: OddsParametersError.self) { _ = try OddsParameters.load(path: "/nowhere") }
    var parameters = try shippedParameters()
    parameters.attitudes = []
    let bytes = try parameters.encoded()
    #expect(throws: OddsParametersError.self) {
      _ = try OddsParameters.decode(bytes, from: "x.json")
    }
  }

  @Test("a file that lacks a shared coefficient is refused by its name, not read as 0")
  func missing() throws {
    var parameters = try shippedParameters()
    parameters.shared[SharedCoefficient.unscoredPass.rawValue] = nil
    let bytes = try parameters.encoded()
    let error = #expect(throws: OddsParametersError.self) {
      _ = try OddsParameters.decode(bytes, from: "mine.json")
    }
    #expect(try #require(error).description.contains("mine.json: shared.unscoredPass is missing"))
  }
}
