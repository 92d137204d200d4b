using QmlBench.Circuits;

namespace QmlBench.Transpilation.Flows;

/// <summary>A circuit while it is compiled: steps on wires, the global phase, and where each logical qubit ends.</summary>
/// <param name="Source">The circuit it came from; classical bits and fixed operations are looked up there.</param>
/// <param name="WireCount">Number of wires: logical qubits before layout, device qubits after.</param>
/// <param name="Steps">In an order that respects every wire.</param>
/// <param name="Phase">Global phase.</param>
/// <param name="Ends">Wire on which each logical qubit ends.</param>
/// <param name="Tail">
/// Final measurements, and barriers among them, on logical qubits: they come after all steps, where each qubit ends, so that no swap can
/// follow a measurement.
/// </param>
internal sealed record Flow(Circuit Source, int WireCount, Step[] Steps, Angle Phase, int[] Ends, FixedStep[] Tail)
{
    /// <summary>The flow that a pass made this one of, so that every pass can be verified by itself; null for a circuit just
    /// lowered.</summary>
    public Flow? From { get; init; }

    /// <summary>The wire that each wire of <see cref="From"/> became at the start; null where they are the same.</summary>
    public int[]? Placed { get; init; }

    /// <summary>Whether the pass itself proved every rewriting that made this flow of <see cref="From"/>.</summary>
    public bool IsProven { get; init; }

    /// <summary>How many gates of the CX class its two-qubit steps take.</summary>
    public int TwoQubitCost => Steps.Sum(step => step switch { PairStep pair => pair.Cost, PairTurnStep => 2, _ => step.IsPair ? 1 : 0 });

    /// <summary>What a pass makes of this flow.</summary>
    public Flow Next(Step[] steps) => this with { Steps = steps, From = this, Placed = null, IsProven = false };

    /// <summary>The flow on other wires.</summary>
    /// <param name="wires">Their number.</param>
    /// <param name="wireOf">The new wire of each.</param>
    public Flow On(int wires, int[] wireOf) => Next([.. Steps.Select(s => s.On([.. s.Qubits.Select(q => wireOf[q])]))]) with
    {
        WireCount = wires,
        Ends = [.. Ends.Select(q => wireOf[q])],
        Placed = wireOf
    };

    /// <summary>Wires that order a step against others: its qubits, then wire count + classical bit for every bit it reads or
    /// writes.</summary>
    public int[] OrderingWires(Step step)
    {
        var clbit = step is FixedStep fix ? Source[fix.Origin].Clbit : -1;
        if (clbit < 0 && step.Condition is null)
            return step.Qubits;
        var bits = new SortedSet<int>(step.Condition?.Clbits ?? []);
        if (clbit >= 0)
            bits.Add(clbit);
        return [.. step.Qubits, .. bits.Select(b => WireCount + b)];
    }
}
