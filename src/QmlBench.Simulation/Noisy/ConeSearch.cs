namespace QmlBench.Simulation.Noisy;

/// <summary>A walk through a circuit from its end to its beginning that knows which qubits and bits still matter.</summary>
internal sealed class ConeSearch(NoisyCircuit circuit)
{
    private readonly bool[] _asked = new bool[circuit.QubitCount];
    private readonly bool[] _touched = new bool[circuit.QubitCount];
    private ulong _bits;

    /// <summary>Asks for the final state of a qubit.</summary>
    internal void Ask(int qubit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(qubit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(qubit, _asked.Length);
        _asked[qubit] = _touched[qubit] = true;
    }

    /// <summary>Asks for the final value of a classical bit.</summary>
    internal void AskBit(int clbit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clbit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(clbit, circuit.ClbitCount);
        _bits |= 1UL << clbit;
    }

    /// <summary>Whether a qubit was asked for anywhere so far.</summary>
    internal bool Touched(int qubit) => _touched[qubit];

    /// <summary>Whether the step matters; if so, what it depends on matters from here on.</summary>
    internal bool Needs(NoisyStep step)
    {
        if (!Matters(step)) return false;
        if (step is MeasureStep { Condition: null } record) _bits &= ~(1UL << record.Clbit);
        if (StepFacts.ConditionOf(step) is { } condition)
            foreach (int clbit in condition.Clbits) _bits |= 1UL << clbit;
        foreach (int qubit in StepFacts.QubitsOf(step)) _asked[qubit] = _touched[qubit] = true;
        if (step is ResetStep { Condition: null } reset) _asked[reset.Qubit] = false;
        return true;
    }

    private bool Matters(NoisyStep step)
    {
        if (step is MeasureStep measure && ((_bits >> measure.Clbit) & 1) == 1) return true;
        foreach (int qubit in StepFacts.QubitsOf(step))
            if (_asked[qubit]) return true;
        return false;
    }
}
