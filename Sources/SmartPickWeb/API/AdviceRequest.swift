import ApplicantFile

/// The body of a request for advice: an applicant's file, with the partner's under `partner`.
enum AdviceRequest {
  /// The two files.
  static func split(_ value: JSONValue) -> (own: JSONValue, partner: JSONValue?) {
    guard var members = value.members, let partner = members.removeValue(forKey: "partner") else {
      return (value, nil)
    }
    return (.object(members), partner == .null ? nil : partner)
  }

  /// Reads the partner's file; its problems carry `partner.` before the field.
  static func partner(_ value: JSONValue, desk: AdviceDesk) throws -> Applicant {
    guard value.members != nil else {
      throw WebError.badRequest(
        "The partner is not an applicant's file.",
        errors: [.init(field: "partner", message: "not an object")])
    }
    do {
      return try desk.read(value.json, name: "the partner").applicant
    } catch let error as ApplicantFileError {
      var problem = WebError(error)
      for index in problem.errors.indices {
        let field = problem.errors[index].field
        problem.errors[index].field = field.isEmpty ? "partner" : "partner.\(field)"
      }
      throw problem
    }
  }
}
