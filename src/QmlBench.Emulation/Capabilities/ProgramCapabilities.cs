using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Capabilities;

/// <summary>What an emulated program can do beyond values and bitstrings.</summary>
internal sealed class ProgramCapabilities(EmulatedProgram program)
{
    private readonly Lazy<IGradient?> _gradient = new(() => Gradient(program));
    private readonly Lazy<LinearKernel?> _kernel = new(() => Kernel(program));
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

        var density = DensityProgram.Compile(program.Prepared.Unmeasured);
        return density.IsStraight ? new ReverseGradient(program, density) : null;
    }

    private static LinearKernel? Kernel(EmulatedProgram program) =>
        program.Prepared.Request.Asked.HasFlag(Asked.Kernel) ? new LinearKernel(program) : null;
}
