using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Programs;

/// <summary>
/// What each question leaves of a prepared circuit. What the request says is cut and its method chosen at once, so that it is refused
/// when the program is made; a question it leaves open, exact values under a budget of shots, when it is first asked.
/// </summary>
internal sealed class Cuts
{
    private readonly Preparation _prepared;
    private readonly Lazy<ObservedParts> _observed;
    private readonly Lazy<ImmutableArray<MeasuredGroup>> _groups;
    private readonly Lazy<Part> _recorded;
    private readonly Lazy<Part> _whole;

    /// <summary>The cuts of a prepared circuit.</summary>
    /// <exception cref="ExecutionRefusedException">What is asked depends on more qubits than fit.</exception>
    public Cuts(Preparation prepared)
    {
        _prepared = prepared;
        _observed = new(() => ObservedParts.Of(prepared, prepared.Request.Observables!));
        _groups = new(() => GroupsOf(prepared.Request.Observables!));
        _recorded = new(Recording);
        _whole = new(Whole);
        Asked = [.. PartsAsked()];
    }

    /// <summary>The parts of what the request names.</summary>
    public ImmutableArray<Part> Asked { get; }

    /// <summary>Parts of the values of observables.</summary>
    public ObservedParts Observed => _observed.Value;

    /// <summary>The part that bitstrings are recorded from.</summary>
    public Part Recorded => _recorded.Value;

    /// <summary>The part on which the logical qubits together depend: what a kernel compares.</summary>
    public Part Logical => _whole.Value;

    /// <summary>Parts of sampled values, one for each group of strings measured together.</summary>
    /// <remarks>The groups of the request serve its own set; some of it has fewer groups and a share of shots of its own.</remarks>
    public ImmutableArray<MeasuredGroup> Groups(ObservableSet observables) =>
        observables.Equals(_prepared.Request.Observables) ? _groups.Value : GroupsOf(observables);

    private IEnumerable<Part> PartsAsked()
    {
        var request = _prepared.Request;
        var sampled = request.Budget is Budget.Shots;
        if (request.Observables is not null && sampled)
        {
            foreach (var group in _groups.Value)
            {
                yield return group.Part;
            }
        }
        else if (request.Observables is not null)
        {
            foreach (var part in Observed.Parts)
            {
                yield return part;
            }
        }

        if (request.Asked.HasFlag(Waist.Asked.Bitstrings))
        {
            yield return Recorded;
        }

        if (request.Asked.HasFlag(Waist.Asked.Kernel))
        {
            yield return Logical;
        }
    }

    private ImmutableArray<MeasuredGroup> GroupsOf(ObservableSet observables) =>
        [.. _prepared.Register.Groups(observables).Select(group => MeasuredGroup.Of(group, _prepared))];

    private Part Recording()
    {
        var measured = _prepared.Measured;
        var part = Part.Recording(measured, Enumerable.Range(0, measured.ClbitCount), "the bitstrings", _prepared);
        if (part.IsExact)
        {
            RegisterLimit.CheckListed(measured.ClbitCount);
        }

        return part;
    }

    private Part Whole()
    {
        var limits = _prepared.Request.Limits;
        var cone = LightCone.Of(_prepared.Unmeasured, _prepared.Register.ReadPlaces);
        var demand = Demand.Of(cone, recorded: false);
        // Without noise the one trajectory there is has a state to compare.
        var kernel = demand.IsPure && limits.Method == MethodKind.Trajectories ? limits with { Method = MethodKind.StateVector } : limits;
        return MethodChoice.Of(demand, kernel, Budget.ExactValue) is { } kind and not MethodKind.Trajectories
            ? Part.Of(cone, _prepared, kind)
            : throw MethodRefusals.NoKernel(cone.QubitCount, limits);
    }
}
