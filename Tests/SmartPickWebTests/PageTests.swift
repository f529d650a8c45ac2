import AdviceRendering
import ApplicantFile
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import SmartPickWeb

@Suite("Pages")
struct PageTests {
  @Test("answer with every security header, without cookies and without anything inline")
  func headers() async throws {
    try await TestSite.run { client in
      for path in ["/", "/form", "/programs", "/programs/1553140C0", "/sources", "/limits", "/no"] {
        let page = try await client.get(path)
        #expect(page.status == (path == "/no" ? .notFound : .ok), "\(path)")
        let policy = page.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(policy.contains("frame-ancestors 'none'"))
        #expect(page.headers[.referrerPolicy] == "no-referrer")
        #expect(page.headers[.xContentTypeOptions] == "nosniff")
        #expect(page.headers[.setCookie] == nil)
        #expect(page.headers[.cacheControl] == "no-store")
        #expect(!page.text.contains("style=\"") && !page.text.contains(" onclick="))
        #expect(!page.text.contains("<style") && !page.text.contains("<script>"))
        #expect(page.text.contains("<html lang=\"en\">"))
      }
    }
  }

  @Test("give the whole advice on a file, and carry the file along instead of keeping it")
  func advice() async throws {
    try await TestSite.run { client in
      let page = try await client.post("/advice", [("file", TestSite.example)])
      #expect(page.status == .ok)
      for part in [
        "verdict", "trend", "standing", "reading", "odds", "list", "signals", "returns", "words",
        "plan", "questions", "perspective", "sources", "controls", "compare", "draft", "keep",
      ] {
        #expect(page.text.contains("id=\"\(part)\""), "\(part) is missing")
      }
      #expect(page.text.contains("name=\"file\" value=\"format: 1"))
      #expect(!page.text.contains("style=\""))
      let again = try await client.post("/advice", [("file", TestSite.example)])
      #expect(again.body == page.body)
    }
  }

  @Test("stand in five places, each with an address within the page")
  func places() async throws {
    try await TestSite.run { client in
      let page = try await client.post("/advice", [("file", TestSite.example)])
      for place in AdvicePlace.allCases {
        #expect(page.text.contains("data-place=\"\(place.rawValue)\""))
        #expect(page.text.contains("<a href=\"#\(place.rawValue)\">\(place.title)</a>"))
        #expect(page.text.contains("id=\"\(place.rawValue)\""))
      }
      let sections = Set(AdvicePlace.allCases.flatMap { $0.parts.map(\.section) })
      #expect(sections == Set(ReportSection.allCases), "every section of the report has its place")
      let view = try await client.get("/advice/view")
      #expect(view.status == .ok && view.text.contains("data-restore"))
      #expect(try await client.get("/advice").headers[.location] == "/advice/view")
    }
  }

  @Test("keep, drop, add and take back programs, and answer what is missing, in the carried file")
  func changes() async throws {
    try await TestSite.run { client in
      func file(_ fields: [(String, String)]) async throws -> String {
        try await client.post("/file", fields).text
      }
      let kept = try await file([("file", TestSite.example), ("list.keep", "1553140C0")])
      #expect(kept.contains("must_have: [1553140C0]"))
      let dropped = try await file([("file", kept), ("list.drop", "1553140C0")])
      #expect(dropped.contains("refused: [1553140C0]") && !dropped.contains("must_have: [1553"))
      let page = try await client.post("/advice", [("file", dropped)])
      #expect(page.text.contains("name=\"list.back\" value=\"1553140C0\""))
      #expect(!page.text.contains("data-code=\"1553140C0\""))
      let back = try await file([("file", dropped), ("list.back", "1553140C0")])
      #expect(!back.contains("refused: [1553140C0]"))
      let added = try await file([("file", TestSite.example), ("list.add", "1553140c0")])
      #expect(added.contains("must_have: [1553140C0]"))
      let many = try await client.post(
        "/advice", [("file", TestSite.example), ("list.add", "university")])
      #expect(many.status == .unprocessableContent && many.text.contains("programs fit"))
      let bare = "type: us-md\nstep2ck: 245\nspecialties: [Internal Medicine]\n"
      let asked = try await client.post("/advice", [("file", bare)])
      #expect(asked.text.contains("name=\"letters.strength\" value=\"strong\""))
      let answered = try await file([
        ("file", bare), ("letters.strength", "strong"), ("tie_states", "OH, MI"),
        ("stage", "applied"),
      ])
      #expect(answered.contains("strength: strong") && answered.contains("tie_states: [OH, MI]"))
      #expect(answered.contains("stage: applied"))
    }
  }

  @Test("set programs side by side with their chances and the reasons that differ")
  func sideBySide() async throws {
    try await TestSite.run { client in
      let page = try await client.post(
        "/programs/side-by-side",
        [("file", TestSite.example), ("compare", "1553140C0"), ("compare", "1490140C0")])
      #expect(page.status == .ok)
      #expect(page.text.contains("Case Western") && page.text.contains("1490140C0"))
      #expect(page.text.contains("Takes you, if you rank it"))
      let few = try await client.post("/programs/side-by-side", [("file", TestSite.example)])
      #expect(few.status == .ok && few.text.contains("Choose two to"))
    }
  }

  @Test("filter and sort the list, and open its programs, without the script")
  func listWithoutScript() async throws {
    try await TestSite.run { client in
      func codes(_ page: String) -> [String] {
        page.matches(of: /data-code="([0-9A-Z]+)"/).map { String($0.1) }
      }
      let whole = try await client.post("/advice", [("file", TestSite.example)])
      let all = codes(whole.text)
      #expect(all.count > 3)
      let sorted = try await client.post(
        "/advice", [("file", TestSite.example), ("list.order", "name")])
      #expect(Set(codes(sorted.text)) == Set(all) && codes(sorted.text) != all)
      #expect(sorted.text.contains("<option value=\"name\" selected>"))
      let code = try #require(all.last)
      let filtered = try await client.post(
        "/advice", [("file", TestSite.example), ("list.words", code)])
      #expect(codes(filtered.text) == [code])
      let nothing = try await client.post(
        "/advice", [("file", TestSite.example), ("list.words", "<b>\"none"), ("list.group", "?")])
      #expect(codes(nothing.text).isEmpty)
      #expect(nothing.text.contains("value=\"&lt;b&gt;&quot;none\""))
      // A program's name submits the file to the program's own page.
      #expect(whole.text.contains("form=\"carry\" formaction=\"/programs/\(code)\""))
      let program = try await client.post("/programs/\(code)", [("file", TestSite.example)])
      #expect(program.status == .ok && program.text.contains(code))
    }
  }

  @Test("show what is wrong with a file beside the form")
  func problems() async throws {
    try await TestSite.run { client in
      let page = try await client.post(
        "/advice", [("form", "1"), ("type", "us-md"), ("step2ck.score", "24x")])
      #expect(page.status == .unprocessableContent)
      #expect(page.text.contains("id=\"problems\""))
      #expect(page.text.contains("href=\"#f-step2ck-score\""))
      #expect(page.text.contains("value=\"24x\""))
      #expect(page.text.contains("is not a whole number"))
    }
  }

  @Test("give the answers back where no advice can be given on them")
  func noAdvice() async throws {
    let fields = [
      ("form", "1"), ("type", "us-md"), ("step2ck.score", "245"), ("senior", "yes"),
      ("specialties[0].name", "Neurology"), ("specialties[0].tracks", "physician-reserved"),
    ]
    try await TestSite.run { client in
      let page = try await client.post("/advice", fields)
      #expect(page.status == .unprocessableContent)
      #expect(page.text.contains("no program of Neurology is left"))
      #expect(page.text.contains("value=\"245\""))
      let answer = try await client.post(
        "/api/v1/advice",
        json: """
          {"type": "us-md", "step2ck": 245, "senior": true,
          "specialties": [{"name": "Neurology", "tracks": ["physician-reserved"]}]}
          """)
      #expect(answer.status == .unprocessableContent)
      #expect(try answer.problemFields() == ["wishes"])
    }
  }

  @Test("check a form for the script with the same problems")
  func liveCheck() async throws {
    try await TestSite.run { client in
      let answer = try await client.post(
        "/form/check", [("form", "1"), ("type", "us-md"), ("step2ck.score", "24x")])
      #expect(answer.status == .ok)
      let problems = try #require(try answer.object()["problems"] as? [[String: String]])
      #expect(problems.compactMap { $0["id"] }.contains("f-step2ck-score"))
    }
  }

  @Test("never let a file's text become markup")
  func scripts() async throws {
    let attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
    let fields = FormLayout.fields.map { ($0.path, attack) }
    try await TestSite.run { client in
      let form = try await client.post("/form", [("form", "1")] + fields)
      #expect(!form.text.contains("<script>alert") && !form.text.contains("<img src=x"))
      let refused = try await client.post("/advice", [("form", "1")] + fields)
      #expect(refused.status == .unprocessableContent)
      #expect(!refused.text.contains("<script>alert") && !refused.text.contains("<img src=x"))
      let words = try await client.post(
        "/words/check", [("file", TestSite.example), ("draft", attack)])
      #expect(!words.text.contains("<script>alert") && !words.text.contains("<img src=x"))
      let search = try await client.get("/programs?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
      #expect(!search.text.contains("<script>alert"))
    }
  }

  @Test("show a program's facts, and a file's odds there with their reasons")
  func program() async throws {
    try await TestSite.run { client in
      let facts = try await client.get("/programs/1553140C0")
      #expect(facts.text.contains("Case Western"))
      #expect(facts.text.contains("Load your file"))
      let odds = try await client.post("/programs/1553140C0", [("file", TestSite.example)])
      #expect(odds.text.contains("Without a signal"))
      #expect(odds.text.contains("home program or sub-internship there"))
      let opened = try await client.post(
        "/programs/open", [("file", TestSite.example), ("code", "1553140C0")])
      #expect(opened.body == odds.body)
      #expect(try await client.get("/programs/NOSUCHCODE").status == .notFound)
    }
  }

  @Test("search the directory and say what was not understood")
  func explorer() async throws {
    try await TestSite.run { client in
      let found = try await client.get("/programs?q=cleveland&specialty=IM&state=OH")
      #expect(found.text.contains("Cleveland"))
      let wrong = try await client.get("/programs?state=Narnia&track=fast")
      #expect(wrong.status == .badRequest)
      #expect(wrong.text.contains("state") && wrong.text.contains("track"))
      #expect(try await client.get("/programs?page=99999999999999999999").status == .badRequest)
      #expect(try await client.get("/programs?page=9999").status == .ok)
      let long = String(repeating: "a", count: 201)
      #expect(try await client.get("/programs?q=\(long)").status == .badRequest)
    }
  }

  @Test("compare two changes with the file as it is")
  func compare() async throws {
    try await TestSite.run { client in
      let page = try await client.post(
        "/compare",
        [
          ("file", "type: us-md\nstep2ck: 245\nspecialties: [Dermatology]\n"),
          ("a0.field", "step2ck.score"), ("a0.value", "262"), ("b0.field", "limits.budget"),
          ("b0.value", "300"),
        ])
      #expect(page.status == .ok)
      #expect(page.text.contains("Step 2 CK score: 262") && page.text.contains("Budget: 300"))
      #expect(page.text.contains("class=\"number changed\""))
      let wrong = try await client.post(
        "/compare",
        [("file", TestSite.example), ("a0.field", "step2ck.score"), ("a0.value", "9999")])
      #expect(wrong.status == .unprocessableContent)
    }
  }

  @Test("give the file back as YAML that reads the same")
  func saveFile() async throws {
    try await TestSite.run { client in
      let saved = try await client.post("/file", [("file", TestSite.example)])
      #expect(saved.headers[.contentDisposition]?.contains("smartpick.yaml") == true)
      let desk = try TestSite.desk()
      #expect(try desk.read(saved.text).applicant == desk.read(TestSite.example).applicant)
    }
  }

  @Test("load an uploaded file into the form, and show the line of a mistake")
  func upload() async throws {
    @Sendable func body(_ text: String) -> ByteBuffer {
      ByteBuffer(
        string: "--b\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"me.yaml\"\r\n"
          + "\r\n\(text)\r\n--b--\r\n")
    }
    try await TestSite.run { client in
      let good = try await client.executeRequest(
        uri: "/form", method: .post, headers: [.contentType: "multipart/form-data; boundary=b"],
        body: body(TestSite.example))
      #expect(good.status == .ok && good.text.contains("value=\"252\""))
      let bad = try await client.executeRequest(
        uri: "/advice", method: .post, headers: [.contentType: "multipart/form-data; boundary=b"],
        body: body("type: us-md\nstep2ck: 245\nspecialties: [Internal Medicine]\nbudgett: 3\n"))
      #expect(bad.status == .unprocessableContent)
      #expect(bad.text.contains("line 4") && bad.text.contains("budgett: 3"))
      #expect(bad.text.contains("id=\"editor\""))
    }
  }
}
