using QmlBench.Emulation.Engines;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Capabilities;

/// <summary>What an emulated program can do beyond values and bitstrings.</summary>
internal sealed class ProgramCapabilities(EmulatedProgram program)
{
    private readonly Lazy<IGradient?> _gradient = new(() => Gradient(program));
    private readonly Lazy<IFidelityKernel?> _kernel = new(() => Kernel(program));
    private readonly Lazy<NoiseAmplification> _scaling = new(() => new(program));
    private readonly Lazy<ChannelDescription> _description = new(() => new(program.Prepared));

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

        if (program.Method.Kind == MethodKind.StateVector)
        {
            return new(program, new StateVectorReverseMode(StateVectorProgram.Compile(program.Prepared.Unmeasured)));
        }

        var density = DensityProgram.Compile(program.Prepared.Unmeasured);
        return density.IsStraight ? new(program, new DensityReverseMode(density)) : null;
    }

    private static IFidelityKernel? Kernel(EmulatedProgram program)
    {
        if (!program.Prepared.Request.Asked.HasFlag(Asked.Kernel))
        {
            return null;
        }

        // Overlaps of states know no readout error, and no qubit beside the logical ones.
        var register = program.Prepared.Register;
        var pure = program.Method.Kind == MethodKind.StateVector
            && program.Method.ActiveQubits == register.Places.Length
            && register.Recordings.All(recording => recording.RecordedZ == (1, 0));
        return pure ? new PureKernel(program) : new LinearKernel(program);
    }
}
