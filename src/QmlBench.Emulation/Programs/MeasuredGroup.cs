using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Estimation;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>A group of commuting strings with the part of the program that measures it.</summary>
/// <param name="Group">The strings and the basis.</param>
/// <param name="Bits">Number of bits measured.</param>
/// <param name="OtherBits">Classical bits of the circuit itself, below those of the group.</param>
/// <param name="Part">The circuit in the basis, cut to what the bits depend on.</param>
internal sealed record MeasuredGroup(PauliGroup Group, int Bits, int OtherBits, Part Part)
{
    /// <summary>The group on a prepared circuit.</summary>
    /// <exception cref="ExecutionRefusedException">Its bits depend on more qubits than fit.</exception>
    public static MeasuredGroup Of(PauliGroup group, Preparation prepared)
    {
        var circuit = MeasuredCircuits.InBasis(prepared.Unmeasured, prepared.Register, group);
        var other = prepared.Unmeasured.ClbitCount;
        var bits = circuit.ClbitCount - other;
        var what = bits == 1 ? "shots of an observable" : $"shots of {bits} bits of a group of observables";
        var part = Part.Recording(circuit, Enumerable.Range(other, bits), what, prepared);
        if (part.IsExact)
        {
            RegisterLimit.CheckListed(circuit.ClbitCount);
        }

        return new(group, bits, other, part);
    }

    /// <summary>Draws the outcomes of every row.</summary>
    /// <param name="dense">The rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="shots">Shots of each.</param>
    /// <param name="streams">Streams of the group.</param>
    /// <param name="cancel">Acts between rows.</param>
    public IEnumerable<OutcomeCounts> Draw(double[] dense, int rows, long shots, RowStreams streams, CancellationToken cancel) =>
        Part.IsExact
        ? Exactly(dense, rows, shots, streams, cancel)
        : Part.Trajectories.Sample(dense, rows, shots, streams, cancel).Select(counts => counts.Drop(OtherBits));

    private IEnumerable<OutcomeCounts> Exactly(double[] dense, int rows, long shots, RowStreams streams, CancellationToken cancel)
    {
        var probabilities = Outcomes(dense, rows, cancel);
        for (var row = 0; row < rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            yield return OutcomeCounts.Drawn(probabilities.AsSpan(row << Bits, 1 << Bits), shots, streams.Open("shots", row));
        }
    }

    // Probabilities of the group's outcomes, index row · 2^bits + outcome; the circuit's own bits are summed over.
    private double[] Outcomes(double[] dense, int rows, CancellationToken cancel)
    {
        var all = Part.Engine.Outcomes(dense, rows, cancel);
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
