using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation.Verification;

/// <summary>The exact proof for circuits of Clifford gates of any size: both must carry every Pauli X and Z to the same Pauli.</summary>
/// <remarks>
/// Heisenberg pictures (Gottesman, quant-ph/9807006; Aaronson and Gottesman, quant-ph/0406196). Device qubits without a logical qubit
/// start in |0⟩ and must end there: their Z must become a product of Z on such qubits, and where such a Z stands beside an image it counts
/// as 1. Equality up to the global phase.
/// </remarks>
internal static class TableauCheck
{
    /// <summary>
    /// The proof; null where a gate is not Clifford, the circuit does more than gates, or diagonals before measurements were dropped.
    /// </summary>
    /// <exception cref="InvalidOperationException">Both are Clifford circuits and differ: a fault of the compiler.</exception>
    public static Equivalence? Run(Circuit source, CompileDraft draft, bool upToDiagonal)
    {
        var (native, initial, final) = (draft.Circuit, draft.InitialLayout, draft.FinalLayout);
        if (source.HasMidCircuit || source.Parameters.Length > 0)
            return null;
        var spare = Enumerable.Range(0, native.QubitCount).Except(initial).Count();
        var rows = 2 * source.QubitCount + spare;
        var expected = new Images(rows, source.QubitCount);
        var found = new Images(rows, native.QubitCount);
        for (var q = 0; q < source.QubitCount; q++)
            for (var z = 0; z < 2; z++)
            {
                expected[2 * q + z, q] = 1 + z;
                found[2 * q + z, initial[q]] = 1 + z;
            }
        var next = 2 * source.QubitCount;
        foreach (var device in Enumerable.Range(0, native.QubitCount).Except(initial))
            found[next++, device] = 2;
        if (!expected.Take(source) || !found.Take(native))
            return null;
        var agrees = found.Agrees(expected, final);
        if (!agrees && upToDiagonal)
            return null;
        if (!agrees)
            throw new InvalidOperationException("Bug in QmlBench: the compiled Clifford circuit carries a Pauli elsewhere than its input.");
        return new($"tableau of {rows} Paulis on {native.ActiveQubits().Length} qubits", true, 0, 0);
    }

    /// <summary>Images of Paulis, one a row.</summary>
    private sealed class Images(int rows, int qubits)
    {
        private readonly byte[] _paulis = new byte[rows * qubits];
        private readonly bool[] _negative = new bool[rows];

        public int this[int row, int qubit]
        {
            get => _paulis[row * qubits + qubit];
            set => _paulis[row * qubits + qubit] = (byte)value;
        }

        /// <summary>Carries every row through a circuit; false if a gate is not Clifford.</summary>
        public bool Take(Circuit circuit)
        {
            foreach (var step in Lowering.Run(circuit, _ => false).Steps)
                if (step is not FixedStep && !Take(step))
                    return false;
            return true;
        }

        private bool Take(Step step)
        {
            var table = step switch
            {
                LocalStep { IsFree: true } local => PauliTable.Of(local.Unitary),
                PairStep { IsFree: true } pair => PauliTable.Of(pair.Unitary),
                _ => null
            };
            if (table is null)
                return false;
            var (first, second) = (step.Qubits[0], step.Qubits[^1]);
            for (var row = 0; row < rows; row++)
            {
                var pauli = first == second ? this[row, first] : this[row, first] | this[row, second] << 2;
                if (pauli == 0)
                    continue;
                var (image, negative) = table[pauli];
                this[row, first] = image & 3;
                if (first != second)
                    this[row, second] = image >> 2;
                _negative[row] ^= negative;
            }
            return true;
        }

        /// <summary>Whether the images are those expected at the final layout, with nothing but Z on qubits that hold no logical
        /// one.</summary>
        public bool Agrees(Images expected, ImmutableArray<int> final)
        {
            var logical = new int[qubits];
            Array.Fill(logical, -1);
            for (var q = 0; q < final.Length; q++)
                logical[final[q]] = q;
            for (var row = 0; row < rows; row++)
            {
                if (_negative[row] != expected._negative[row])
                    return false;
                for (var device = 0; device < qubits; device++)
                    if (logical[device] >= 0 ? this[row, device] != expected[row, logical[device]] : (this[row, device] & 1) != 0)
                        return false;
            }
            return true;
        }
    }
}
