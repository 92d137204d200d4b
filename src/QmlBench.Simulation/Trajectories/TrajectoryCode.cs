using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Trajectories;

/// <summary>The steps of the trajectories of a circuit, for one use.</summary>
internal sealed class TrajectoryCode
{
    private readonly NoisyCircuit _circuit;
    private readonly BoundGate?[] _constants;

    internal TrajectoryCode(NoisyCircuit circuit, TrajectoryUse use)
    {
        _circuit = circuit;
        Steps = TrajectoryCompiler.Compile(circuit, use);
        Errors = new(Steps);
        Gates = [.. Steps.OfType<TrajectoryStep.OfGate>()];
        Sites = [.. Steps.OfType<TrajectoryStep.OfSite>()];
        Branches = [.. Sites.Select(Bound)];
        IsStatic = Steps.All(static s => s.Condition is null);
        _constants = [.. Gates.Select(g => g.Angles.All(static a => a.IsConstant) ? Bound(g, []) : (BoundGate?)null)];
    }

    /// <summary>The steps.</summary>
    internal ImmutableArray<TrajectoryStep> Steps { get; }

    /// <summary>The probabilities of errors.</summary>
    internal ErrorTable Errors { get; }

    /// <summary>The gates by number.</summary>
    internal ImmutableArray<TrajectoryStep.OfGate> Gates { get; }

    /// <summary>The places by number.</summary>
    internal ImmutableArray<TrajectoryStep.OfSite> Sites { get; }

    /// <summary>For each place and alternative its operator, where it is no Pauli.</summary>
    internal ImmutableArray<BoundGate[]> Branches { get; }

    /// <summary>True if no step depends on a record: the blocks follow from the drawn errors alone.</summary>
    internal bool IsStatic { get; }

    /// <summary>All gates at a row of parameters.</summary>
    /// <exception cref="ArgumentException">An angle is not finite; the message names gate, step, parameters and value.</exception>
    internal BoundGate[] Bind(ReadOnlySpan<double> row)
    {
        var gates = new BoundGate[Gates.Length];
        for (int g = 0; g < gates.Length; g++) gates[g] = _constants[g] ?? Bound(Gates[g], row);
        return gates;
    }

    private static BoundGate[] Bound(TrajectoryStep.OfSite site) =>
        [.. site.Unravelling.Branches.Select(b => b.Pauli >= 0 ? default : BoundGate.Of(b.Operator, site.Qubits))];

    private BoundGate Bound(TrajectoryStep.OfGate gate, ReadOnlySpan<double> row)
    {
        Span<double> angles = stackalloc double[gate.Angles.Length];
        for (int a = 0; a < angles.Length; a++)
        {
            Angle angle = gate.Angles[a];
            angles[a] = angle.IsConstant ? angle.Constant : angle.Evaluate(row);
        }

        double[] numbers = OperatorNumbers.Of(gate.Gate.Matrix(angles));
        return Array.TrueForAll(numbers, double.IsFinite)
            ? BoundGate.Of(numbers, gate.Qubits)
            : throw FiniteAngles.Refusal(_circuit, row);
    }
}
