-- A trial stored before has no row here: its fidelity was not recorded.
CREATE TABLE fidelity (
  trial_id        INTEGER PRIMARY KEY REFERENCES trial(id),
  sample          INTEGER NOT NULL,     -- row in the data set whose parameter values were simulated
  qubits          INTEGER NOT NULL,     -- touched by the compiled circuit
  two_qubit_gates INTEGER NOT NULL,
  predicted       REAL NOT NULL,        -- product of the process fidelities of all channels
  simulated       REAL,                 -- null where it is not simulated
  why             TEXT NOT NULL         -- why not; empty where it is
) STRICT;
