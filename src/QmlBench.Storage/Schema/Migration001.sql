CREATE TABLE suite (
  id          INTEGER PRIMARY KEY,
  config_hash TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  title       TEXT NOT NULL,
  description TEXT NOT NULL,
  seed        TEXT NOT NULL,            -- unsigned 64-bit, decimal
  config      TEXT NOT NULL             -- the file as read
) STRICT;

CREATE TABLE run (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,    -- short hash of suite name and result keys
  suite_id     INTEGER NOT NULL REFERENCES suite(id),
  started_utc  TEXT NOT NULL,
  finished_utc TEXT NOT NULL,           -- empty while it runs
  digest       TEXT,                    -- null when a trial failed
  environment  TEXT NOT NULL            -- JSON object: commit, runtime, system, processor, SIMD
) STRICT;

CREATE TABLE run_trial (
  run_id     INTEGER NOT NULL REFERENCES run(id),
  position   INTEGER NOT NULL,          -- order of the identities
  result_key TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE "case" (
  id         INTEGER PRIMARY KEY,
  dataset    TEXT NOT NULL,
  model      TEXT NOT NULL,
  quantum    INTEGER NOT NULL CHECK (quantum IN (0, 1)),
  device     TEXT NOT NULL,             -- empty for a classical model
  mitigation TEXT NOT NULL,
  UNIQUE (dataset, model, quantum, device, mitigation)
) STRICT;

CREATE TABLE trial (
  id            INTEGER PRIMARY KEY,
  result_key    TEXT NOT NULL UNIQUE,   -- identity, limits, inputs, behaviour versions
  identity_hash TEXT NOT NULL,          -- what was asked
  identity      TEXT NOT NULL,          -- canonical JSON
  fit_key       TEXT NOT NULL,          -- trials with one fit share one training
  case_id       INTEGER NOT NULL REFERENCES "case"(id),
  draw          INTEGER NOT NULL,
  repeat        INTEGER NOT NULL,
  train_samples INTEGER NOT NULL,
  test_samples  INTEGER NOT NULL,
  data_hash     TEXT NOT NULL,
  split_hash    TEXT NOT NULL,
  device_hash   TEXT NOT NULL,
  executor      TEXT NOT NULL,
  versions      TEXT NOT NULL,
  method        TEXT NOT NULL,
  why           TEXT NOT NULL,
  notices       TEXT NOT NULL           -- JSON array
) STRICT;

CREATE INDEX trial_identity ON trial(identity_hash);

CREATE TABLE measurement (
  trial_id INTEGER NOT NULL REFERENCES trial(id),
  position INTEGER NOT NULL,
  name     TEXT NOT NULL,
  value    REAL,                        -- null where undefined
  PRIMARY KEY (trial_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE prediction (
  trial_id       INTEGER NOT NULL REFERENCES trial(id),
  position       INTEGER NOT NULL,
  sample         INTEGER NOT NULL,      -- row in the data set
  truth          INTEGER NOT NULL CHECK (truth IN (0, 1)),
  predicted      INTEGER NOT NULL CHECK (predicted IN (0, 1)),
  decision       REAL NOT NULL,
  standard_error REAL NOT NULL,         -- 0 when exact
  ideal_decision REAL NOT NULL,         -- the same fitted model without noise and shots
  PRIMARY KEY (trial_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tuning (
  trial_id      INTEGER NOT NULL REFERENCES trial(id),
  position      INTEGER NOT NULL,
  configuration TEXT NOT NULL,          -- canonical JSON
  folds         TEXT NOT NULL,          -- JSON array of validation scores
  mean          REAL NOT NULL,
  chosen        INTEGER NOT NULL CHECK (chosen IN (0, 1)),
  PRIMARY KEY (trial_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost (
  trial_id        INTEGER NOT NULL REFERENCES trial(id),
  phase           TEXT NOT NULL CHECK (phase IN ('training', 'evaluation')),
  circuits        INTEGER NOT NULL,
  shots           INTEGER NOT NULL,
  two_qubit_gates INTEGER NOT NULL,
  depth           INTEGER NOT NULL,
  device_seconds  REAL NOT NULL,
  seconds         REAL NOT NULL,
  PRIMARY KEY (trial_id, phase)
) STRICT, WITHOUT ROWID;

CREATE TABLE artefact (
  fit_key TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('model', 'mitigator')),
  content TEXT NOT NULL,                -- canonical JSON
  PRIMARY KEY (fit_key, kind, content)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  run_id     INTEGER NOT NULL REFERENCES run(id),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  revision   TEXT NOT NULL,             -- hash of the terms: another number of pairs is another revision
  statement  TEXT NOT NULL,
  dataset    TEXT NOT NULL,
  metric     TEXT NOT NULL,
  treatment  TEXT NOT NULL,
  control    TEXT NOT NULL,
  margin     REAL NOT NULL,
  alpha      REAL NOT NULL,             -- after Holm
  verdict    TEXT NOT NULL,
  expected   TEXT NOT NULL,
  reason     TEXT NOT NULL,
  pairs      INTEGER NOT NULL,
  declared   INTEGER NOT NULL,
  effect     REAL,
  lower      REAL,
  upper      REAL,
  interval   TEXT NOT NULL,
  details    TEXT NOT NULL,             -- JSON array of [name, text]
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
  id           INTEGER PRIMARY KEY,
  suite        TEXT NOT NULL,
  claim        TEXT NOT NULL,
  revision     TEXT NOT NULL,
  run          TEXT NOT NULL,
  recorded_utc TEXT NOT NULL,
  verdict      TEXT NOT NULL,
  expected     TEXT NOT NULL,
  effect       REAL,
  lower        REAL,
  upper        REAL
) STRICT;

CREATE TRIGGER verdict_is_append_only_update BEFORE UPDATE ON verdict
BEGIN SELECT RAISE(ABORT, 'the verdict history is append-only'); END;

CREATE TRIGGER verdict_is_append_only_delete BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'the verdict history is append-only'); END;
