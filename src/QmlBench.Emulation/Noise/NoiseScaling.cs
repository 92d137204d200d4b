using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics;
using QmlBench.Simulation.Channels;

namespace QmlBench.Emulation.Noise;

/// <summary>Factors on the noise, applied one after the other to λ and to the time of relaxation.</summary>
internal sealed class NoiseScaling
{
    private readonly ImmutableArray<(double Factor, ScalingRule Rule)> _steps;

    private NoiseScaling(ImmutableArray<(double Factor, ScalingRule Rule)> steps)
    {
        _steps = steps;
        TimeFactor = steps.Aggregate(1.0, (product, step) => product * step.Factor);
    }

    /// <summary>No factor: the same bits as without this class.</summary>
    public static NoiseScaling None { get; } = new([]);

    /// <summary>What the time of relaxation is multiplied with.</summary>
    public double TimeFactor { get; }

    /// <summary>One more factor, by one rule; a factor of 1 changes nothing.</summary>
    public NoiseScaling Then(double factor, ScalingRule rule)
    {
        if (!double.IsFinite(factor) || factor < 0)
        {
            throw new ExecutionRefusedException($"A noise factor must be a finite number of at least 0; it is {factor}.");
        }

        return factor == 1 ? this : new(_steps.Add((factor, rule)));
    }

    /// <summary>The scaled λ of a gate at a site.</summary>
    /// <exception cref="ExecutionRefusedException">λ exceeds 1 under the generator rule.</exception>
    public double Lambda(double lambda, string gate, ReadOnlySpan<int> qubits)
    {
        foreach (var (factor, rule) in _steps)
        {
            lambda = rule == ScalingRule.Generator
                ? ByGenerator(lambda, factor, gate, qubits)
                : Math.Min(lambda * factor, ErrorMeasures.LargestLambda(qubits.Length));
        }

        return lambda;
    }

    /// <summary>A scaled share γ of damping: generator 1−(1−γ)ˢ, strength γ·s up to 1.</summary>
    public double Share(double gamma)
    {
        foreach (var (factor, rule) in _steps)
        {
            gamma = rule == ScalingRule.Generator ? 1 - Elementary.Pow(1 - gamma, factor) : Math.Min(gamma * factor, 1);
        }

        return gamma;
    }

    /// <summary>Any scaled channel: generator its power, strength 1 + s·(channel − 1).</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="place">Named where the scaled map is no channel.</param>
    /// <exception cref="ExecutionRefusedException">The scaled map is no channel.</exception>
    public PauliTransferMatrix Channel(PauliTransferMatrix channel, string place)
    {
        foreach (var (factor, rule) in _steps)
        {
            channel = rule == ScalingRule.Generator ? ChannelPower.Of(channel, factor, place) : ByStrength(channel, factor, place);
        }

        return channel;
    }

    /// <summary>Words for identities: <c>generator 1.5, strength 2</c>; empty without factors.</summary>
    public override string ToString() =>
        string.Join(", ", _steps.Select(step => $"{(step.Rule == ScalingRule.Generator ? "generator" : "strength")} {step.Factor:R}"));

    private static PauliTransferMatrix ByStrength(PauliTransferMatrix channel, double factor, string place)
    {
        var scaled = PauliTransferMatrix.Mixture((1 - factor, PauliTransferMatrix.Identity(channel.QubitCount)), (factor, channel));
        return factor <= 1 || ChoiMatrix.Of(scaled).Eigenvalues()[0] >= -1e-9
            ? scaled
            : throw new ExecutionRefusedException(
                $"The channel of {place} is no channel any more at {factor} times its strength. Use a smaller factor, or scale by generator.");
    }

    private static double ByGenerator(double lambda, double factor, string gate, ReadOnlySpan<int> qubits) => lambda <= 1
        ? 1 - Elementary.Pow(1 - lambda, factor)
        : throw new ExecutionRefusedException(
            $"The depolarizing λ = {lambda} of {gate} on qubits {string.Join(", ", qubits.ToArray())} is above 1: the channel has no "
            + $"generator that could be scaled by {factor}. Lay the circuit out elsewhere, or scale by strength.");
}
