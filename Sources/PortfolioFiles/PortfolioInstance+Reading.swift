public import Foundation
import ListOptimization
import SmartPickNumerics

extension PortfolioInstance {
  /// Reads an instance from a JSON document.
  ///
  /// - Throws: ``PortfolioFileError``, which says what is wrong and where.
  public init(json: Data) throws(PortfolioFileError) {
    let raw: RawInstance
    do {
      raw = try JSONDecoder().decode(RawInstance.self, from: json)
    } catch let error as DecodingError {
      throw PortfolioFileError(error)
    } catch {
      throw .notJSON(reason: "\(error)")
    }
    guard let kind = Kind(rawValue: raw.kind) else { throw .unknownKind(raw.kind) }
    self.kind = kind
    counts = raw.limits ?? []
    budgets = raw.budgets ?? []
    feeWeights = raw.net?.items.map(\.lambda) ?? []
    if kind == .general {
      guard let problem = raw.problem else {
        throw .field(name: "problem", reason: "missing; a “general” instance holds one")
      }
      self.problem = problem
      return
    }
    problem = try raw.makeProblem(kind)
    switch kind {
    case .sameCost, .correlated:
      if raw.limits == nil {
        let asked = raw.optimumByLimit ?? raw.optimumByLimit128 ?? raw.recomputed
        counts = asked.map { $0.compactMap(\.h) } ?? Array(0...problem.options.count)
      }
    case .variedCost, .tieredFee:
      if raw.budgets == nil { budgets = raw.optimumByBudget?.compactMap(\.budget) ?? [] }
      if budgets.isEmpty, counts.isEmpty, feeWeights.isEmpty {
        throw .field(
          name: "budgets", reason: "missing; give the budgets (or “limits”) to answer for")
      }
    case .general: break
    }
  }
}

extension PortfolioFileError {
  fileprivate init(_ error: DecodingError) {
    func path(_ context: DecodingError.Context) -> String {
      var text = ""
      for key in context.codingPath {
        if let index = key.intValue {
          text += "[\(index)]"
        } else {
          text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
        }
      }
      return text
    }
    switch error {
    case .keyNotFound(let key, let context):
      let parent = path(context)
      self = .field(
        name: parent.isEmpty ? key.stringValue : "\(parent).\(key.stringValue)",
        reason: "missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      self = .field(name: path(context), reason: context.debugDescription)
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      self = .field(name: path(context), reason: context.debugDescription)
    case .dataCorrupted(let context):
      self = .notJSON(reason: context.debugDescription)
    @unknown default:
      self = .notJSON(reason: "\(error)")
    }
  }
}
