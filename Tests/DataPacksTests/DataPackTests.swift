import DelimitedText
import Foundation
import MatchFacts
import Testing

@testable import DataPacks

@Suite("Data packs")
struct DataPackTests {
  static let signalHeader =
    "Program,Silver Signal,Gold Signal,No Signal,In-State School,Out-Of-State School,MD,DO,"
    + "US IMG,Non US IMG,City,State,Region\n"

  func directory() throws -> ProgramDirectory {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try MatchFacts.load(
      from: root.appendingPathComponent("Sources/MatchFacts/Resources").path
    ).programs()
  }

  func day() throws -> CalendarDate { try #require(CalendarDate("2026-09-01")) }

  func store() throws -> (DataPackStore, URL) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("packs-\(UUID().uuidString)")
    return (DataPackStore(folder: folder.path), folder)
  }

  /// A row in the signal project's layout about a real program, with figures made up here.
  func signalFile(_ program: Program) -> String {
    Self.signalHeader
      + "\(program.institution) Program,0.2,0.5,0.02,0.4,0.1,0.3,0.1,0,0.02,"
      + "\(program.city ?? ""),\(program.state ?? ""),Region\n"
      + "No Such Place Program,0.2,0.5,0.02,0.4,0.1,0.3,0.1,0,0.02,Nowhere,NY,Region\n"
  }

  func dermatology(_ directory: ProgramDirectory) throws -> Program {
    try #require(
      directory.programs(of: Specialty("Dermatology")).first {
        $0.track != .physicianReserved && $0.city != nil && $0.state != nil
      })
  }

  @Test("a known pack is got over the network, joined, kept, named and removed")
  func roundTrip() async throws {
    let directory = try directory()
    let program = try dermatology(directory)
    let server = try #require(
      LoopbackServer(files: ["Dermatology.csv": signalFile(program)], requests: 1))
    let pack = KnownPack(
      name: "test-pack", title: "Rates", season: "2024-25", origin: "a test", licence: "MIT",
      address: "http://127.0.0.1:\(server.port)/data",
      files: ["Dermatology.csv": "Dermatology"])
    let got = try await PackSource.download(pack, directory: directory, date: try day())
    let (store, folder) = try store()
    defer { try? FileManager.default.removeItem(at: folder) }
    let manifest = try store.add(
      got.reader, files: got.files, name: pack.name, title: pack.title, season: pack.season,
      origin: pack.origin, licence: pack.licence, date: try day())
    #expect(manifest.joined == 1)
    #expect(manifest.notJoined.count == 1)
    #expect(manifest.notJoined.first?.name.contains("No Such Place") == true)
    #expect(manifest.files.first?.sha256.count == 64)
    #expect(try store.list() == [manifest])
    let figures = try store.figures()
    let code = try #require(figures.codes.first)
    #expect(directory[code]?.specialty == Specialty("Dermatology"))
    let rate = try #require(figures[code].interviewRate(.goldSignal))
    #expect(rate.value == 0.5)
    #expect(rate.origin == .pack(name: "test-pack", season: "2024-25"))
    try store.remove("test-pack")
    #expect(try store.list().isEmpty)
    #expect(throws: DataPackError.self) { try store.remove("test-pack") }
  }

  @Test("a file that is not there fails with a message, and nothing is kept")
  func notFound() async throws {
    let server = try #require(LoopbackServer(files: [:], requests: 1))
    let pack = KnownPack(
      name: "gone", title: "", season: "", origin: "", licence: "",
      address: "http://127.0.0.1:\(server.port)", files: ["Dermatology.csv": "Dermatology"])
    let directory = try directory()
    let today = try day()
    await #expect(throws: DataPackError.self) {
      _ = try await PackSource.download(pack, directory: directory, date: today)
    }
  }

  @Test("the text of NRMP's Program Results gives the quota of its latest year")
  func programResults() throws {
    let directory = try directory()
    let program = try dermatology(directory)
    let text = """
      NRMP Program Results 2022-2026
      Dermatology            \(program.code)      7    7    6    6    5    5
      Dermatology            9999080A0      4    4
      """
    var reader = PackReader(directory: directory, date: try day())
    try reader.read(Array(text.utf8), name: "results.txt", specialty: nil)
    #expect(reader.figures[program.code].positions?.value == 7)
    #expect(reader.notJoined.count == 1)
  }

  @Test("any table with the documented columns is a pack")
  func documentedColumns() throws {
    let directory = try directory()
    let program = try dermatology(directory)
    var reader = PackReader(directory: directory, date: try day())
    try reader.read(
      Array("nrmp_code,interview_rate_md\n\(program.code),0.25\n".utf8), name: "mine.csv",
      specialty: nil)
    #expect(reader.figures[program.code].interviewRate(of: .usMD)?.value == 0.25)
    #expect(throws: DataPackError.self) {
      try reader.read(Array("a,b\n1,2\n".utf8), name: "bad.csv", specialty: nil)
    }
  }

  @Test("names of packs cannot leave the folder")
  func names() throws {
    let (store, _) = try store()
    for name in ["../evil", "a/b", "", "."] {
      #expect(throws: DataPackError.self, "\(name)") { _ = try store.manifest(name) }
    }
  }

  @Test("checksums are SHA-256")
  func checksum() {
    #expect(
      SHA256.hex(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
