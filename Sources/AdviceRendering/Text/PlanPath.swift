import Advising

/// The applicant's own way through the flowchart, box by box.
struct PlanPath {
  struct Step {
    var text: String
    /// The answer that leads on, at a question.
    var answer: String?
  }

  let steps: [Step]

  /// Follows the lit arrows from the lit box that none of them enters.
  init(_ plan: Plan) {
    let lit = plan.nodes.filter(\.isOnPath)
    let edges = plan.edges.filter(\.isOnPath)
    let entered = Set(edges.map(\.to))
    var current = lit.first { !entered.contains($0.id) }
    var visited: Set<String> = []
    var steps: [Step] = []
    while let node = current, visited.insert(node.id).inserted {
      let next = edges.first { $0.from == node.id }
      steps.append(Step(text: node.text, answer: node.isDecision ? next?.label : nil))
      current = next.flatMap { edge in lit.first { $0.id == edge.to } }
    }
    self.steps = steps
  }
}
