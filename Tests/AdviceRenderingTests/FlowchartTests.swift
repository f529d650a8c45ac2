import Advising
import Testing

@testable import AdviceRendering

@Suite("The flowchart")
struct FlowchartTests {
  private func plan(_ edges: [(Int, Int)], count: Int) throws -> Plan {
    var plan = try Samples.internalMedicine().plan
    let node = plan.nodes[0]
    let edge = plan.edges[0]
    plan.nodes = (0..<count).map { index in
      var copy = node
      copy.id = "box\(index)"
      copy.text = "Box number \(index) with some words in it"
      return copy
    }
    plan.edges = edges.map { from, to in
      var copy = edge
      copy.from = "box\(from)"
      copy.to = "box\(to)"
      return copy
    }
    return plan
  }

  private func check(_ plan: Plan, width: Double) {
    let layout = FlowchartLayout(plan, width: width)
    #expect(layout.boxes.count == plan.nodes.count)
    for (index, box) in layout.boxes.enumerated() {
      #expect(box.x >= 0 && box.x + box.width <= width + 0.01)
      #expect(box.y + box.height <= layout.height)
      for other in layout.boxes[(index + 1)...] {
        let apart =
          box.x + box.width <= other.x || other.x + other.width <= box.x
          || box.y + box.height <= other.y || other.y + other.height <= box.y
        #expect(apart, "\(box.node.id) and \(other.node.id) overlap")
      }
      for line in box.lines { #expect(SVGText.width(line, size: 13) <= box.width) }
    }
    for arrow in layout.arrows {
      for (upper, lower) in zip(arrow.points, arrow.points.dropFirst()) {
        #expect(upper.y <= lower.y)
      }
    }
  }

  @Test(arguments: [320.0, 716.0])
  func layersAnyGraph(width: Double) throws {
    check(try Samples.internalMedicine().plan, width: width)
    check(
      try plan([(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4), (0, 4)], count: 5), width: width)
    check(try plan([], count: 3), width: width)
    // An arrow back, an arrow to itself and one to nowhere do no harm.
    check(try plan([(0, 1), (1, 2), (2, 0), (1, 1), (1, 9)], count: 3), width: width)
  }

  @Test func theApplicantsPathIsLit() throws {
    let advice = try Samples.dermatology()
    let path = PlanPath(advice.plan).steps
    #expect(path.map(\.text)[2].hasPrefix("Broaden the list"))
    #expect(path[1].answer == "no")
    let chart = FlowchartChart(advice.plan).chart(id: "flow", width: 716)
    #expect(chart.summary.contains("Broaden the list"))
    #expect(!chart.summary.contains("Focus on strong letters"))
    let scan = MarkupScan(chart.inline.text)
    let lit = scan.elements.count { $0.attributes["class"] == "c-node-lit" }
    let off = scan.elements.count { $0.attributes["class"] == "c-node-off" }
    #expect(lit == 5)
    #expect(off == 1)
  }

  @Test func mermaidSaysTheSame() throws {
    let text = MermaidExport(try Samples.dermatology().plan).text
    #expect(text.hasPrefix("flowchart TD\n"))
    #expect(text.contains("n1{\"Scores still competitive for the field?\"}"))
    #expect(text.contains("n1 ==>|\"no\"| n3"))
    #expect(text.contains("n1 -->|\"yes\"| n2"))
    #expect(text.contains("class n0,n1,n3,n4,n5 path"))
  }

  @Test func mermaidTextCannotBreakOut() throws {
    let text = MermaidExport(try Samples.hostileAdvice().plan).text
    #expect(!text.contains("<script>"))
    for line in text.split(separator: "\n") where line.contains("[\"") {
      #expect(line.hasSuffix("\"]"))
      #expect(line.count { $0 == "\"" } == 2)
    }
  }
}
