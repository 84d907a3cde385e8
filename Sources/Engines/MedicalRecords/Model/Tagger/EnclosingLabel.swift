/// Labels of annotations that enclose mentions; one token can have one label only.
enum EnclosingLabel {
  /// A tumour together with its site: its mentions belong together.
  static let expression = "expression_CIM"
  /// All of them.
  static let all: Set<String> = [expression, "stadeTNM"]
  /// Longer expressions are slips of the annotation, in tokens.
  static let longest = 60
}
