using QmlBench.Transpilation.Commutation;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Optimisation;

/// <summary>Multiplies unitaries on the same wires that only commuting steps separate, and drops what becomes the identity.</summary>
/// <remarks>Cancels inverse pairs, adds up rotations and joins the layers of commuting blocks (IQP, QAOA, feature maps). A merged step
/// stands where its first part stood.</remarks>
internal static class CommutingMerge
{
    public static Flow Run(Flow flow, double tolerance)
    {
        var groups = new WireGroups(flow.WireCount);
        var found = new Dictionary<(int, int, int, int), int>();
        var steps = new List<Step?>();
        var result = new FlowBuilder();
        foreach (var step in flow.Steps)
        {
            var runs = groups.Join(step);
            var key = Key(step, runs);
            if (step.IsFree && found.TryGetValue(key, out var place) && Multiply(steps[place]!, step) is { } merged)
                steps[place] = merged;
            else
            {
                found[key] = steps.Count;
                steps.Add(step);
            }
        }
        foreach (var step in steps)
            if (!IsIdentity(step!, result, tolerance))
                result.Add(step!);
        return result.Build(flow);
    }

    /// <summary>Wires in ascending order with their runs; one-qubit steps have −1 for the second.</summary>
    private static (int, int, int, int) Key(Step step, int[] runs)
    {
        if (step.Qubits.Length != 2)
            return (step.Qubits[0], runs[0], -1, 0);
        return step.Qubits[0] < step.Qubits[1]
            ? (step.Qubits[0], runs[0], step.Qubits[1], runs[1])
            : (step.Qubits[1], runs[1], step.Qubits[0], runs[0]);
    }

    private static Step? Multiply(Step before, Step after)
    {
        if (!before.IsFree)
            return null;
        return (before, after) switch
        {
            (LocalStep a, LocalStep b) => a with { Unitary = b.Unitary * a.Unitary },
            (TurnStep a, TurnStep b) => Constant(a.Qubits, a.Angle + b.Angle) ?? a with { Angle = a.Angle + b.Angle },
            (PairTurnStep a, PairTurnStep b) => Constant(a.Qubits, a.Angle + b.Angle) ?? a with { Angle = a.Angle + b.Angle },
            (PairStep a, PairStep b) => new PairStep(
                a.Qubits, (a.Qubits[0] == b.Qubits[0] ? b.Unitary : b.Unitary.Exchanged()) * a.Unitary),
            _ => null
        };
    }

    /// <summary>rz or rzz of a sum in which the symbols cancelled.</summary>
    private static Step? Constant(int[] qubits, Circuits.Angle angle)
    {
        if (!angle.IsConstant)
            return null;
        return qubits.Length == 1
            ? new LocalStep(qubits, Matrix2.RZ(angle.Constant))
            : new PairStep(qubits, WeylDecomposition.Canonical(0, 0, -0.5 * angle.Constant));
    }

    /// <summary>Whether the step is a phase, which then goes to the result.</summary>
    private static bool IsIdentity(Step step, FlowBuilder result, double tolerance)
    {
        var factor = step switch
        {
            LocalStep { IsFree: true } local when local.Unitary.IsIdentityUpToPhase(tolerance) => local.Unitary.M00,
            PairStep { IsFree: true } pair when IsScalar(pair.Unitary, tolerance) => pair.Unitary[0, 0],
            _ => 0
        };
        if (factor == 0)
            return false;
        result.AddPhase(Numerics.Elementary.Atan2(factor.Imaginary, factor.Real));
        return true;
    }

    private static bool IsScalar(Matrix4 u, double tolerance)
    {
        if (!u.IsDiagonal(tolerance))
            return false;
        for (var i = 1; i < 4; i++)
            if (Matrix2.SquaredAbs(u[i, i] - u[0, 0]) > tolerance * tolerance)
                return false;
        return true;
    }
}
