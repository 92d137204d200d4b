using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Where operations go: the circuit, or the body of a gate.</summary>
internal sealed class OperationSink(CircuitBuilder builder, OperationCounter counter, bool keepDefinitions)
{
    private readonly List<Angle> _phases = [];

    internal CircuitBuilder Builder { get; } = builder;

    /// <summary>Condition of the blocks being read; null: none.</summary>
    internal Condition? Condition { get; set; }

    /// <summary>Operations after full expansion.</summary>
    internal long Size { get; private set; }

    internal void Add(GateMeaning meaning, Angle[] angles, ReadOnlySpan<int> qubits, Place place)
    {
        if (meaning.IsIgnored) return;
        Count(meaning.Size, place);
        try
        {
            if (meaning.Gate.IsStandard || keepDefinitions) Builder.Add(meaning.Gate, angles, qubits, Condition);
            else Expand(meaning.Gate.Definition!, angles, qubits);
            if (meaning.Phase is not null) AddPhase(meaning.Phase(angles));
        }
        catch (ArgumentException wrong)
        {
            // Finite angles may become infinite, and small expressions large, inside a definition.
            throw new SyntaxFault(place, wrong.Message);
        }
    }

    internal void Count(long operations, Place place)
    {
        Size += operations;
        counter.Add(operations, place);
    }

    /// <summary>Adds to the global phase. A phase and its opposite cancel exactly, so that what the writer compensates reads back to
    /// nothing.
    /// </summary>
    internal void AddPhase(Angle phase)
    {
        if (Condition is not null || phase == Angle.Zero) return;
        if (_phases.Count > 0 && _phases[^1] == -phase) _phases.RemoveAt(_phases.Count - 1);
        else _phases.Add(phase);
    }

    internal Circuit Build()
    {
        Angle sum = Angle.Zero;
        foreach (Angle phase in _phases) sum += phase;
        Builder.GlobalPhase(sum);
        _phases.Clear();
        return Builder.Build();
    }

    // The body's phase goes through the ledger like every other.
    private void Expand(Circuit body, Angle[] angles, ReadOnlySpan<int> qubits)
    {
        AddPhase(body.GlobalPhase.Substitute(angles));
        for (int i = 0; i < body.Count; i++)
        {
            Operation operation = body[i];
            var places = new int[operation.Qubits.Length];
            for (int k = 0; k < places.Length; k++) places[k] = qubits[operation.Qubits[k]];
            var bound = new Angle[operation.Angles.Length];
            for (int k = 0; k < bound.Length; k++) bound[k] = operation.Angles[k].Substitute(angles);
            Builder.AddMapped(operation, places, bound, [], operation.Kind == OperationKind.Barrier ? null : Condition);
        }
    }
}
