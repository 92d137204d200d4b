using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Numerics.Algebra;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>Compares the whole unitary of a compiled circuit with that of its input, global phase included, at the layouts given.</summary>
internal static class CompiledUnitary
{
    /// <summary>Largest difference of matrix elements, over inputs with spare device qubits in |0⟩.</summary>
    public static double Difference(Circuit source, NativeCircuit native, params double[] values)
    {
        int[] device = [.. native.Circuit.ActiveQubits().Union(native.InitialLayout).Union(native.FinalLayout).Order()];
        int[] slot = new int[native.Circuit.QubitCount];
        int spare = device.Length;
        for (int q = 0; q < slot.Length; q++)
            slot[q] = device.Contains(q) ? Array.IndexOf(device, q) : spare++;
        Circuit compact = Compact(native.Circuit, slot, device.Length);
        ComplexMatrix expected = source.Unitary(values), found = compact.Unitary(values);
        int[] initial = [.. native.InitialLayout.Select(q => slot[q])], final = [.. native.FinalLayout.Select(q => slot[q])];
        double worst = 0;
        for (int x = 0; x < 1 << source.QubitCount; x++)
        {
            double weight = 0;
            for (int y = 0; y < 1 << source.QubitCount; y++)
            {
                Complex entry = found[Place(y, final), Place(x, initial)];
                worst = Math.Max(worst, (entry - expected[y, x]).Magnitude);
                weight += entry.Magnitude * entry.Magnitude;
            }
            worst = Math.Max(worst, Math.Abs(1 - weight));
        }
        return worst;
    }

    private static Circuit Compact(Circuit circuit, int[] slot, int qubits)
    {
        Circuit all = circuit.MapQubits(slot, circuit.QubitCount);
        CircuitBuilder builder = Circuit.Builder(qubits);
        foreach (string name in all.Parameters)
            builder.Parameter(name);
        builder.GlobalPhase(all.GlobalPhase);
        for (int i = 0; i < all.Count; i++)
            if (all[i].Kind == OperationKind.Gate)
                builder.Add(all[i].Gate, all[i].Angles, all[i].Qubits);
        return builder.Build();
    }

    private static int Place(int x, int[] slots)
    {
        int index = 0;
        for (int i = 0; i < slots.Length; i++)
            index |= (x >> i & 1) << slots[i];
        return index;
    }
}
