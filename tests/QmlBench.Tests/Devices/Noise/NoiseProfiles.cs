namespace QmlBench.Tests.Devices.Noise;

/// <summary>A small profile with every section about noise, to spoil in tests.</summary>
internal static class NoiseProfiles
{
    /// <summary>Three qubits in a line.</summary>
    public const string Good = """
        schema: qmlbench/device/v1
        name: noisy
        vendor: nobody
        technology: thought
        kind: template
        source: {text: made up for tests}
        semantics: aer-target
        temperature: 20 mK
        with: [crosstalk, coherent, spectator]
        coherence_limit: rescale
        couplers: [0-1, 1-2]
        qubits:
          0: {t1: 100 us, t2: 80 us, readout: {error: 0.01, length: 1 us}, temperature: 50 mK}
          1..2: {t1: 100 us, t2: 80 us, readout: {error: 0.01, length: 1 us}}
        gates:
          rz: virtual
          x: {sites: {every: {error: 0.001, duration: 30 ns}}}
          cz: {sites: {every: {error: 0.01, duration: 300 ns}}}
        crosstalk:
          echoed: [cz]
          static_zz: {0-1: -50 kHz, 1-2: 40 kHz}
        coherent:
          x: {every: {over_rotation: 5 mrad}, 1: {over_rotation: 2 mrad, axis: {phase: 1 mrad, tilt: -2 mrad}}}
          cz: {0-1: {over_rotation: 1 mrad, fsim: {theta: 10 mrad, zeta: 1 mrad, chi: 2 mrad, gamma: 3 mrad, phi: -4 mrad}}}
        spectator:
          x: {0: {1: {zz: 3 mrad}}}
          cz: {0-1: {2: {depolarizing: {lambda: 0.001}, zz: 5 mrad, operand: 1}}}
        correlated_readout:
          - {qubits: [0, 2], confusion: [[0.97, 0.01, 0.01, 0.01], [0.05, 0.93, 0.01, 0.01], [0.05, 0, 0.95, 0], [0, 0.04, 0.06, 0.9]]}
        noise:
          mode: add
          gates:
            rz: {every: [{depolarizing: {pauli_error: 0.001}}], 0: []}
            x:
              every: [{over_rotation: 3 mrad}, {pauli: {X: 0.01, Z: 0.02}}, {amplitude_damping: {gamma: 0.01, population: 0.1}}]
              2: [{phase_damping: {gamma: 0.02}}, {relaxation: {t1: 50 us, t2: 40 us, time: 1 us, population: 0.2}}, {rotation: {Y: 4 mrad}}]
            cz:
              0-1: [{depolarizing: {average_infidelity: 0.01}}, {depolarizing: {lambda: 0.001}, on: each}, {amplitude_damping: {gamma: 0.01}, on: 1}]
              1->2: [{rotation: {XZ: 4 mrad, IZ: 1 mrad}}, {kraus: [[[0.6, 0], [0, 0.6]], [[0, 0.8], [0.8, 0]]], on: [0]}]
              2->1: [{unitary: [[1, 0, 0, 0], [0, 1i, 0, 0], [0, 0, 0.6-0.8i, 0], [0, 0, 0, 1]], on: [1, 0]}]
          idle: {per: 100 ns, sites: {every: [{phase_damping: {gamma: 0.01}}]}}
          reset: {0: [{pauli: {X: 0.01}}]}
          measure: {every: [{transfer_matrix: [[1, 0, 0, 0], [0, 0.9, 0, 0], [0, 0, 0.9, 0], [0.05, 0, 0, 0.9]]}]}
        """;

    /// <summary>The good profile with one part replaced; the part must be there exactly once.</summary>
    public static string With(string part, string replacement)
    {
        Assert.Equal(2, Good.Split(part).Length);
        return Good.Replace(part, replacement, StringComparison.Ordinal);
    }
}
