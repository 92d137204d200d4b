using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

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
        int[] spare = [.. Enumerable.Range(0, native.QubitCount).Except(initial)];
        List<PauliRow> expected = [], found = [];
        for (var q = 0; q < source.QubitCount; q++)
            for (var pauli = 1; pauli <= 2; pauli++)
            {
                expected.Add(PauliRow.Single(source.QubitCount, q, pauli));
                found.Add(PauliRow.Single(native.QubitCount, initial[q], pauli));
            }
        foreach (var device in spare)
        {
            expected.Add(new(source.QubitCount));
            found.Add(PauliRow.Single(native.QubitCount, device, 2));
        }
        if (!Carry(expected, source) || !Carry(found, native))
            return null;
        var agrees = Agrees(found, expected, final);
        if (!agrees && upToDiagonal)
            return null;
        if (!agrees)
            throw new InvalidOperationException("Bug in QmlBench: the compiled Clifford circuit carries a Pauli elsewhere than its input.");
        return new($"tableau of {found.Count} Paulis on {native.ActiveQubits().Length} qubits", true, 0, 0);
    }

    /// <summary>Carries every row through a circuit; false if a gate is not Clifford.</summary>
    private static bool Carry(List<PauliRow> rows, Circuit circuit)
    {
        foreach (var step in Lowering.Run(circuit, _ => false).Steps)
        {
            if (step is FixedStep)
                continue;
            if (TableOf(step) is not { } table)
                return false;
            foreach (var row in rows)
                row.Take(table, step.Qubits[0], step.Qubits[^1]);
        }
        return true;
    }

    private static PauliTable? TableOf(Step step) => step switch
    {
        LocalStep { IsFree: true } local => PauliTable.Of(local.Unitary),
        PairStep { IsFree: true } pair => PauliTable.Of(pair.Unitary),
        _ => null
    };

    /// <summary>Whether the images are those expected at the final layout, with nothing but Z on qubits that hold no logical one.</summary>
    private static bool Agrees(List<PauliRow> found, List<PauliRow> expected, ImmutableArray<int> final)
    {
        var logical = new int[found.Count == 0 ? 0 : found[0].Qubits];
        Array.Fill(logical, -1);
        for (var q = 0; q < final.Length; q++)
            logical[final[q]] = q;
        for (var row = 0; row < found.Count; row++)
        {
            if (found[row].IsNegative != expected[row].IsNegative)
                return false;
            for (var device = 0; device < logical.Length; device++)
                if (logical[device] >= 0 ? found[row][device] != expected[row][logical[device]] : (found[row][device] & 1) != 0)
                    return false;
        }
        return true;
    }
}
