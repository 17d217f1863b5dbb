import GRDB

// The tables, as they grew: a migration that has been released is never changed, another one is added.

extension DatabaseMigrator {
    static var journal: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 rooms, callbacks, answers") { db in
            try db.execute(sql: firstTables)
        }
        return migrator
    }
}

/// `records` and the rest are stored by their keys (WITHOUT ROWID): what is read together lies together.
private let firstTables = """
    CREATE TABLE lives (
        id INTEGER PRIMARY KEY,
        room TEXT NOT NULL,
        epoch INTEGER NOT NULL,
        opened_at INTEGER NOT NULL,
        closed_at INTEGER,
        UNIQUE (room, epoch)
    ) STRICT;
    CREATE INDEX lives_by_close ON lives (closed_at);
    CREATE TABLE records (
        life INTEGER NOT NULL REFERENCES lives (id),
        kind TEXT NOT NULL,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (life, kind, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE callbacks (
        participant TEXT PRIMARY KEY,
        life INTEGER NOT NULL REFERENCES lives (id),
        url TEXT NOT NULL,
        events TEXT NOT NULL,
        metadata BLOB NOT NULL,
        place INTEGER NOT NULL,
        is_leaving INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX callbacks_by_life ON callbacks (life);
    CREATE TABLE answers (
        key TEXT PRIMARY KEY,
        fingerprint BLOB NOT NULL,
        at INTEGER NOT NULL,
        status INTEGER NOT NULL,
        headers TEXT NOT NULL,
        body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX answers_by_age ON answers (at);
    """
