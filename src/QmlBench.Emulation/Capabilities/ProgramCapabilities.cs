using QmlBench.Emulation.Budgets;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Capabilities;

/// <summary>What an emulated program can do beyond values and bitstrings.</summary>
internal sealed class ProgramCapabilities(EmulatedProgram program)
{
    private readonly Lazy<IGradient?> _gradient = new(() => Gradient(program));
    private readonly Lazy<IFidelityKernel?> _kernel = new(() => Kernel(program));
    private readonly Lazy<NoiseAmplification> _scaling = new(() => new(program));
    private readonly Lazy<ChannelDescription> _description = new(() => new(program.Prepared));
    private readonly Lazy<NoiseDiagnosis> _budget = new(() => new(program));

    /// <summary>The capability, or null.</summary>
    public T? Find<T>()
        where T : class, ICapability
    {
        ICapability? found = typeof(T) switch
        {
            var type when type == typeof(IGradient) => _gradient.Value,
            var type when type == typeof(IFidelityKernel) => _kernel.Value,
            var type when type == typeof(INoiseScaling) => _scaling.Value,
            var type when type == typeof(INoiseDescription) => _description.Value,
            var type when type == typeof(INoiseBudget) => _budget.Value,
            _ => null,
        };
        return (T?)found;
    }

    // Reverse mode gives exact derivatives; under shots they would be dishonest.
    private static ReverseGradient? Gradient(EmulatedProgram program)
    {
        var request = program.Prepared.Request;
        if (!request.Asked.HasFlag(Asked.Gradient) || request.Observables is null || request.Budget is not Budget.Exact)
        {
            return null;
        }

        // Derivatives of an average over trajectories have no reverse mode; parameter-shift serves.
        var parts = program.Cuts.Observed.Parts;
        return parts.All(part => part.ReverseMode is not null) ? new(program) : null;
    }

    private static IFidelityKernel? Kernel(EmulatedProgram program)
    {
        if (!program.Prepared.Request.Asked.HasFlag(Asked.Kernel))
        {
            return null;
        }

        // Overlaps of states know no readout error, and no qubit beside the logical ones.
        var logical = program.Cuts.Logical;
        if (logical.Kind == MethodKind.StateVector
            && logical.Circuit.QubitCount == logical.Register.Places.Length
            && logical.Register.IsReadPerfectly)
        {
            return new PureKernel(program);
        }

        return Linear(program);
    }

    // The pair's circuit may touch more qubits than its half.
    private static LinearKernel Linear(EmulatedProgram program)
    {
        var (halves, limits) = (KernelHalves.Of(program.Prepared), program.Prepared.Request.Limits);
        return MethodChoice.Fits(MethodKind.Exact, new Demand(halves.First.QubitCount, IsPure: false), limits)
            ? new(program, halves)
            : throw MethodRefusals.NoKernel(halves.First.QubitCount, limits);
    }
}
