using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Engines;

namespace QmlBench.Emulation.Programs;

/// <summary>A group of commuting strings with the engine that measures it.</summary>
/// <param name="Group">The strings and the basis.</param>
/// <param name="Bits">Number of bits measured.</param>
/// <param name="OtherBits">Classical bits of the circuit itself, below those of the group.</param>
/// <param name="Engine">Simulates the circuit in the basis.</param>
internal sealed record MeasuredGroup(PauliGroup Group, int Bits, int OtherBits, IEngine Engine)
{
    /// <summary>The group on a prepared circuit.</summary>
    public static MeasuredGroup Of(PauliGroup group, Preparation prepared)
    {
        var circuit = MeasuredCircuits.InBasis(prepared.Unmeasured, prepared.Register, group);
        return new(
            group,
            circuit.ClbitCount - prepared.Unmeasured.ClbitCount,
            prepared.Unmeasured.ClbitCount,
            EngineFactory.Create(circuit, prepared.Method.Kind));
    }

    /// <summary>Probabilities of the group's outcomes, index row · 2^bits + outcome; the circuit's own bits are summed over.</summary>
    public double[] Outcomes(double[] dense, int rows, CancellationToken cancel)
    {
        var all = Engine.Outcomes(dense, rows, cancel);
        if (OtherBits == 0)
        {
            return all;
        }

        var sums = new double[rows << Bits];
        for (var index = 0; index < all.Length; index++)
        {
            sums[index >> OtherBits] += all[index];
        }

        return sums;
    }
}
