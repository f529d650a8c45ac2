import Advising
import Foundation
import Words

/// Hand-made advices to render: their figures are plausible and stand for nothing.
enum Samples {
  /// A drop of seven points in internal medicine: mild news, every section filled.
  static func internalMedicine() throws -> Advice {
    var advice: Advice = try load("internal-medicine")
    advice.couple = try load("couple")
    return advice
  }

  /// A drop of fourteen points in dermatology, with a backup: bad news.
  static func dermatology() throws -> Advice { try load("dermatology") }

  /// A Step 1 pass: no trend, no name, many empty sections.
  static func passOnly() throws -> Advice { try load("pass-only") }

  static func all() throws -> [Advice] {
    [try internalMedicine(), try dermatology(), try passOnly()]
  }

  /// Text that breaks out of markup, terminals, spreadsheets and calendars where it is let.
  static let hostile =
    "</title><script>alert(1)</script>\" onload='x' & \u{1B}[31mred\u{07}\u{202E}\n=1+1;a,b\\"

  /// An advice with hostile text wherever a file of the user's can put text.
  static func hostileAdvice() throws -> Advice {
    var advice = try internalMedicine()
    advice.applicant.name = hostile
    advice.warnings.append(hostile)
    advice.words.letterRequest.text = hostile
    advice.plan.nodes[0].text = hostile
    advice.plan.edges[1].label = hostile
    advice.plan.steps[0].title = hostile
    advice.plan.steps[0].why = hostile
    advice.sources[0].title = hostile
    advice.sources[0].url = "javascript:alert(1)"
    advice.list.programs[0].institution = hostile
    advice.list.programs[0].program = hostile
    advice.list.programs[0].city = hostile
    advice.list.programs[0].reasons[0].text = hostile
    advice.list.programs[0].facts = [hostile]
    advice.signals.spends[0].program = hostile
    advice.unknowns[0].field = hostile
    advice.scenarios[0].name = hostile
    advice.couple?.first.name = hostile
    advice.couple?.first.programs[0].institution = hostile
    advice.couple?.pairs[0].second?.institution = hostile
    advice.couple?.pairs[0].second?.place = hostile
    advice.couple?.places[0].name = hostile
    advice.couple?.summary[0] = hostile
    advice.couple?.facts[0].url = "javascript:alert(1)"
    return advice
  }

  private static func load<Value: Decodable>(_ name: String) throws -> Value {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Samples/\(name).json")
    return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
  }
}
