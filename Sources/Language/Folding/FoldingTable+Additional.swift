/// Latin letters beyond the table that is looked up directly: those of Vietnamese, Welsh and of
/// transliterations (« Phở », « Bún chả »), by what they fold to.
extension FoldingTable {
  /// The folding of the letters U+1E00…U+1EFF.
  static let additional: [UInt32: FoldedScalar] = {
    var table: [UInt32: FoldedScalar] = [:]
    for (base, letters) in additionalLetters {
      for scalar in letters.unicodeScalars {
        table[scalar.value] = FoldedScalar(
          base.utf8, role: .letter, isAccented: true, isCapital: scalar.properties.isUppercase)
      }
    }
    return table
  }()

  private static let additionalLetters: [(String, String)] = [
    ("a", "ḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
    ("b", "ḂḃḄḅḆḇ"),
    ("c", "Ḉḉ"),
    ("d", "ḊḋḌḍḎḏḐḑḒḓ"),
    ("e", "ḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
    ("f", "Ḟḟ"),
    ("g", "Ḡḡ"),
    ("h", "ḢḣḤḥḦḧḨḩḪḫẖ"),
    ("i", "ḬḭḮḯỈỉỊị"),
    ("k", "ḰḱḲḳḴḵ"),
    ("l", "ḶḷḸḹḺḻḼḽ"),
    ("m", "ḾḿṀṁṂṃ"),
    ("n", "ṄṅṆṇṈṉṊṋ"),
    ("o", "ṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
    ("p", "ṔṕṖṗ"),
    ("r", "ṘṙṚṛṜṝṞṟ"),
    ("s", "ṠṡṢṣṤṥṦṧṨṩẛ"),
    ("ss", "ẞ"),
    ("t", "ṪṫṬṭṮṯṰṱẗ"),
    ("u", "ṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
    ("v", "ṼṽṾṿ"),
    ("w", "ẀẁẂẃẄẅẆẇẈẉẘ"),
    ("x", "ẊẋẌẍ"),
    ("y", "ẎẏẙỲỳỴỵỶỷỸỹ"),
    ("z", "ẐẑẒẓẔẕ"),
  ]
}
