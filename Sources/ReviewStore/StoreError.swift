import Review

/// Why the store could not do what was asked; each is one clear sentence.
public enum StoreError: Error, Hashable, Sendable {
  /// The file cannot be opened or made.
  case cannotOpen(path: String, reason: String)
  /// The file was written by a newer program.
  case newer(path: String, version: Int)
  /// The file is not a store, or is damaged.
  case damaged(path: String, reason: String)
  /// The store may only be read.
  case readOnly(path: String)
  /// The disk is full.
  case full(path: String)
  /// Another program holds the store.
  case busy(path: String)
  /// The agent's role does not allow it.
  case notAllowed(agent: String, needs: Role)
  /// What was to be undone is not there, is not the agent's own, or was undone before.
  case cannotUndo(sequence: Int)
  /// There is no such thing.
  case unknown(String)
  /// Anything else that SQLite says.
  case failed(reason: String)

  /// The error as a sentence.
  public var message: LocalizedText {
    switch self {
    case .cannotOpen(let path, let reason):
      LocalizedText(
        fr: "impossible d'ouvrir le magasin \(path) : \(reason)",
        en: "cannot open the store \(path): \(reason)")
    case .newer(let path, let version):
      LocalizedText(
        fr: "le magasin \(path) est de la version \(version), plus récente que ce programme ; "
          + "rien n'a été modifié",
        en: "the store \(path) has version \(version), newer than this program; nothing was changed"
      )
    case .damaged(let path, let reason):
      LocalizedText(
        fr: "le magasin \(path) est abîmé ou n'en est pas un (\(reason)) ; rien n'a été modifié",
        en: "the store \(path) is damaged or is none (\(reason)); nothing was changed")
    case .readOnly(let path):
      LocalizedText(
        fr: "le magasin \(path) est en lecture seule", en: "the store \(path) is read-only")
    case .full(let path):
      LocalizedText(
        fr: "le disque du magasin \(path) est plein ; rien n'a été enregistré à moitié",
        en: "the disk of the store \(path) is full; nothing was stored by halves")
    case .busy(let path):
      LocalizedText(
        fr: "le magasin \(path) est occupé par un autre programme",
        en: "the store \(path) is held by another program")
    case .notAllowed(let agent, let needs):
      LocalizedText(
        fr: "\(agent) n'a pas le rôle « \(needs.title.fr) » qu'il faut ici",
        en: "\(agent) does not have the role “\(needs.title.en)” that is needed here")
    case .cannotUndo(let sequence):
      LocalizedText(
        fr:
          "l'événement \(sequence) ne peut pas être annulé : absent, d'un autre agent, ou déjà annulé",
        en: "event \(sequence) cannot be undone: absent, another agent's, or undone already")
    case .unknown(let what):
      LocalizedText(fr: "inconnu : \(what)", en: "unknown: \(what)")
    case .failed(let reason):
      LocalizedText(fr: "le magasin a échoué : \(reason)", en: "the store failed: \(reason)")
    }
  }
}
