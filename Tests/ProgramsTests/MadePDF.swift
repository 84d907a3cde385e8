import Foundation

/// Small PDF files made for the tests.
enum MadePDF {
  /// A file with one line of text a page; a page of `nil` holds a grey square only.
  static func pages(_ lines: [String?]) -> Data {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = lines.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(lines.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for (index, line) in lines.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R"
          + " /Resources << /Font << /F1 3 0 R >> >> >>")
      let drawing =
        line.map { "BT /F1 12 Tf 72 720 Td (\($0)) Tj ET" } ?? "0.5 g 72 72 400 400 re f"
      objects.append("<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
    }
    return file(objects)
  }

  private static func file(_ objects: [String]) -> Data {
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Data(text.utf8)
  }
}
