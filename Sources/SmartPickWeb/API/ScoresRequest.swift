import MatchFacts

/// The body of `POST /api/v1/scores`, as the text of an applicant's file.
struct ScoresRequest {
  let fileText: String

  private static let accepted = "step1, step2, step1Date, step2Date, specialty, type"

  init(_ value: JSONValue) throws(WebError) {
    var reader = try JSONReader(value)
    let step1 = reader.take("step1")
    let step2 = reader.require("step2", "the Step 2 CK score")
    let step1Date = reader.text("step1Date")
    let step2Date = reader.text("step2Date")
    let specialty = reader.text("specialty", required: true)
    let type = reader.text("type") ?? ApplicantType.usMD.rawValue
    try reader.finish(accepted: Self.accepted)

    func exam(_ score: JSONValue, _ date: String?) -> JSONValue {
      guard let date else { return score }
      return .object(["score": score, "date": .string(date)])
    }
    var file: [String: JSONValue] = [
      "type": .string(type), "specialties": .array([.string(specialty ?? "")]),
    ]
    if let step1 { file["step1"] = exam(step1, step1Date) }
    if let step2 { file["step2ck"] = exam(step2, step2Date) }
    fileText = JSONValue.object(file).json
  }

  /// A field of the file in the words of the request.
  static func field(_ path: String) -> String {
    switch path {
    case "step1", "step1.score": "step1"
    case "step1.date": "step1Date"
    case "step2ck", "step2ck.score": "step2"
    case "step2ck.date": "step2Date"
    case let path where path.hasPrefix("specialties"): "specialty"
    default: path
    }
  }
}
