import GRDB

/// The tables of the store, by numbered migrations.
enum SQLiteSchema {
  /// The version this program writes.
  static let version = 4

  /// Brings a database to the version of this program.
  static func migrate(_ db: Database) throws {
    let current = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if current < 1 { try db.execute(sql: first) }
    if current < 2 { try db.execute(sql: second) }
    if current < 3 {
      try db.execute(sql: third)
      if current > 0 { try SQLiteStore.reindex(db) }
    }
    if current < 4 { try db.execute(sql: fourth) }
    if current < version { try db.execute(sql: "PRAGMA user_version = \(version)") }
  }

  /// Suggestions as they were when somebody decided.
  private static let second = """
    CREATE TABLE snapshot(hash BLOB PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
    """

  /// Texts by their day.
  private static let fourth = """
    CREATE INDEX IF NOT EXISTS document_date ON document(project, date, number);
    """

  private static let first = """
    CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE suggestion(
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, project TEXT NOT NULL,
      priority REAL NOT NULL, status TEXT NOT NULL DEFAULT 'open', title TEXT NOT NULL,
      place TEXT NOT NULL, date TEXT, value REAL NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
      model INTEGER, level INTEGER, selection TEXT NOT NULL, probability REAL NOT NULL,
      follow_up TEXT, due TEXT, notes INTEGER NOT NULL DEFAULT 0, facets TEXT NOT NULL,
      folded TEXT NOT NULL);
    CREATE INDEX suggestion_open ON suggestion(project, status, priority DESC, id);
    CREATE INDEX suggestion_all ON suggestion(project, priority DESC, id);
    CREATE INDEX suggestion_due ON suggestion(project, due) WHERE due IS NOT NULL;
    CREATE TABLE body(number INTEGER PRIMARY KEY, content BLOB NOT NULL);
    CREATE TABLE facet(
      project TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY(project, name, value, number)) WITHOUT ROWID;
    CREATE INDEX facet_number ON facet(number);
    CREATE TABLE tally(
      project TEXT NOT NULL, status TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY(project, status)) WITHOUT ROWID;
    CREATE TRIGGER suggestion_added AFTER INSERT ON suggestion BEGIN
      INSERT INTO tally VALUES(new.project, new.status, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER suggestion_moved AFTER UPDATE OF status ON suggestion
      WHEN old.status <> new.status BEGIN
      UPDATE tally SET count = count - 1 WHERE project = old.project AND status = old.status;
      INSERT INTO tally VALUES(new.project, new.status, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE VIRTUAL TABLE word USING fts5(
      text, scope, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2', detail = 'column');
    CREATE TABLE part(
      suggestion TEXT NOT NULL, part TEXT NOT NULL, status TEXT NOT NULL,
      PRIMARY KEY(suggestion, part)) WITHOUT ROWID;
    CREATE TABLE document(
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, project TEXT NOT NULL,
      kind TEXT NOT NULL, title TEXT NOT NULL, date TEXT, content BLOB NOT NULL);
    CREATE INDEX document_kind ON document(project, kind, id);
    CREATE VIRTUAL TABLE passage USING fts5(
      text, title, project UNINDEXED, content = '', tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE example(
      project TEXT NOT NULL, task TEXT NOT NULL, key TEXT NOT NULL, grouping TEXT NOT NULL,
      schema TEXT NOT NULL, features BLOB NOT NULL, label REAL, weight REAL NOT NULL,
      PRIMARY KEY(project, task, key)) WITHOUT ROWID;
    CREATE TABLE record(
      project TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY(project, kind, key)) WITHOUT ROWID;
    CREATE TABLE ledger(
      sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, agent TEXT NOT NULL,
      kind TEXT NOT NULL, project TEXT, subject TEXT, cancels INTEGER, content BLOB NOT NULL,
      previous BLOB NOT NULL, hash BLOB NOT NULL);
    CREATE INDEX ledger_subject ON ledger(subject, sequence) WHERE subject IS NOT NULL;
    CREATE INDEX ledger_kind ON ledger(project, kind, sequence);
    CREATE INDEX ledger_undone ON ledger(cancels) WHERE cancels IS NOT NULL;
    CREATE TRIGGER ledger_kept BEFORE UPDATE ON ledger BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only');
    END;
    CREATE TRIGGER ledger_whole BEFORE DELETE ON ledger BEGIN
      SELECT RAISE(ABORT, 'the ledger is append-only');
    END;
    CREATE TABLE personal(
      sequence INTEGER NOT NULL, field TEXT NOT NULL, salt BLOB NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY(sequence, field)) WITHOUT ROWID;
    CREATE TABLE agent(id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE knowledge(
      project TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY(project, name, key)) WITHOUT ROWID;
    CREATE TABLE model(
      project TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL, created INTEGER NOT NULL,
      sha256 TEXT NOT NULL, summary TEXT NOT NULL, content BLOB NOT NULL,
      PRIMARY KEY(project, version));
    CREATE TABLE lease(
      suggestion TEXT PRIMARY KEY, agent TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
    """

  /// Search by stems: an index of stems and of fields, and the words each stem stands for.
  private static let third = """
    DROP TABLE passage;
    CREATE VIRTUAL TABLE passage USING fts5(
      text, field, content = '', tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE vocabulary(word TEXT PRIMARY KEY, stem TEXT NOT NULL) WITHOUT ROWID;
    """
}
