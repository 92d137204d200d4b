using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>Light cones that are simulated together, and how.</summary>
/// <param name="Cone">The union of the cones.</param>
/// <param name="Kind">Its method.</param>
/// <param name="Supports">The supports of Pauli strings it serves, as given.</param>
internal sealed record ConeGroup(LightCone Cone, MethodKind Kind, ImmutableArray<ulong> Supports)
{
    // Work of a step beside the sweep over the state, in entries of the state: what makes two small registers dearer than their union.
    private const double StepOverhead = 256;

    /// <summary>Entries of the state that one run reads and writes.</summary>
    private double Work =>
        Cone.StepCount * (StepOverhead + Math.ScaleB(1, Kind == MethodKind.Exact ? 2 * Cone.QubitCount : 1 + Cone.QubitCount));

    /// <summary>The groups of some Pauli strings.</summary>
    /// <param name="circuit">The circuit of whose final state the strings are measured.</param>
    /// <param name="register">The logical qubits.</param>
    /// <param name="supports">Logical qubits of each string, different and not empty.</param>
    /// <param name="request">Limits and budget.</param>
    /// <param name="describe">Names a string, for a refusal.</param>
    /// <remarks>
    /// Cones are taken largest first; each joins the first group of its own method whose union with it is no more work than both apart,
    /// by steps × entries of the state, and has the same method still. So nothing that can be exact is made inexact by its company.
    /// </remarks>
    /// <exception cref="ExecutionRefusedException">A string depends on more qubits than fit.</exception>
    public static ImmutableArray<ConeGroup> Of(
        NoisyCircuit circuit, LogicalRegister register, IEnumerable<ulong> supports, Request request, Func<ulong, string> describe)
    {
        var ofQubit = new SortedDictionary<int, LightCone>();
        var single = supports.Select(support => Single(ConeOf(circuit, register.PlacesOf(support), ofQubit), support, request, describe))
            .OrderByDescending(group => group.Cone.QubitCount)
            .ThenByDescending(group => group.Cone.StepCount)
            .ThenBy(group => group.Supports[0]);
        var groups = new List<ConeGroup>();
        foreach (var one in single)
        {
            var (index, joined) = FirstFit(groups, one, request);
            if (joined is null)
            {
                groups.Add(one);
            }
            else
            {
                groups[index] = joined;
            }
        }

        return [.. groups];
    }

    private static ConeGroup Single(LightCone cone, ulong support, Request request, Func<ulong, string> describe) =>
        new(cone, MethodChoice.Require(Demand.Of(cone, recorded: false), describe(support), request.Limits, request.Budget), [support]);

    // The cone of several qubits is the union of theirs, so one walk through the circuit for each qubit is enough.
    private static LightCone ConeOf(NoisyCircuit circuit, IEnumerable<int> qubits, SortedDictionary<int, LightCone> ofQubit)
    {
        LightCone? cone = null;
        foreach (var qubit in qubits)
        {
            if (!ofQubit.TryGetValue(qubit, out var one))
            {
                ofQubit.Add(qubit, one = LightCone.Of(circuit, [qubit]));
            }

            cone = cone?.Join(one) ?? one;
        }

        return cone ?? LightCone.Of(circuit, []);
    }

    private static (int Index, ConeGroup? Joined) FirstFit(List<ConeGroup> groups, ConeGroup one, Request request)
    {
        for (var index = 0; index < groups.Count; index++)
        {
            if (groups[index].Join(one, request) is { } joined)
            {
                return (index, joined);
            }
        }

        return (-1, null);
    }

    private ConeGroup? Join(ConeGroup other, Request request)
    {
        if (Kind != other.Kind)
        {
            return null;
        }

        var cone = Cone.Join(other.Cone);
        var joined = new ConeGroup(cone, Kind, [.. Supports, .. other.Supports]);
        if (cone.StepCount == Cone.StepCount && cone.QubitCount == Cone.QubitCount)
        {
            return joined;
        }

        return joined.Work <= Work + other.Work
            && MethodChoice.Of(Demand.Of(cone, recorded: false), request.Limits, request.Budget) == Kind
            ? joined
            : null;
    }
}
