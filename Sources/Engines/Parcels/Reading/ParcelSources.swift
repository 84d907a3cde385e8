import Review

/// What was read from the sources of the parcels panel.
struct ParcelSources: SourceCorpus {
  /// Pairs of pictures, not yet looked into.
  var pairs: [PairSource] = []
  /// Parcels of the cadastre near the pictures or the objects known.
  var parcels: [Parcel] = []
  /// Protected and regulated zones.
  var zones: [Zone] = []
  /// Permits.
  var permits: [Permit] = []
  /// What agents decided in Aigle.
  var decided: [AigleRow] = []
  var files: [SourceFile] = []
}
