using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Fallbacks;

/// <summary>The circuit of one entry of a fidelity kernel: the native circuit, a barrier, its native mirror, measurements.</summary>
/// <param name="Circuit">
/// Parameters of the first half (<c>x.…</c>) in their order, then those of the mirror (<c>y.…</c>). Classical bit i is logical qubit i,
/// which the mirror brings back to its initial place.
/// </param>
/// <param name="BarriersBefore">Number of barriers before the one between the halves.</param>
public sealed record KernelPair(Circuit Circuit, int BarriersBefore)
{
    /// <summary>The pair circuit of a native circuit.</summary>
    /// <exception cref="ExecutionRefusedException">
    /// The circuit measures in the middle, resets, or has a gate without native inverse.
    /// </exception>
    public static KernelPair Of(NativeCircuit native, Target target)
    {
        var half = native.Circuit.WithoutFinalMeasurements();
        if (half.HasMidCircuit || half.HasMeasurements)
        {
            throw new ExecutionRefusedException(
                "A fidelity kernel needs a circuit of gates alone: a measurement, reset or condition in the middle has no mirror.");
        }

        var names = half.Parameters.Select(name => $"x.{name}").Concat(half.Parameters.Select(name => $"y.{name}"));
        var builder = Circuit.Builder(half.QubitCount, native.InitialLayout.Length).Physical();
        foreach (var name in names)
        {
            builder.Parameter(name);
        }

        for (var index = 0; index < half.Count; index++)
        {
            var operation = half[index];
            CircuitCopies.Append(builder, operation, operation.Angles);
        }

        builder.Barrier(Touched(half, native.InitialLayout));
        AppendMirror(builder, half, target);
        for (var qubit = 0; qubit < native.InitialLayout.Length; qubit++)
        {
            builder.Measure(native.InitialLayout[qubit], qubit);
        }

        return new(builder.Build(), half.CountOf(OperationKind.Barrier));
    }

    /// <summary>The circuit of a native one as a native circuit, to adopt; the mirror brings every logical qubit home.</summary>
    /// <remarks>Its rows are two rows of the native circuit's own parameters, one after the other.</remarks>
    public NativeCircuit Native(NativeCircuit half) =>
        half with { Circuit = Circuit, FinalLayout = half.InitialLayout, Fused = null };

    private static int[] Touched(Circuit half, ImmutableArray<int> layout) => [.. new SortedSet<int>(half.ActiveQubits().Concat(layout))];

    private static void AppendMirror(CircuitBuilder builder, Circuit half, Target target)
    {
        var mirror = Mirror(half, target);
        int[] second = [.. Enumerable.Range(half.Parameters.Length, half.Parameters.Length)];
        for (var index = 0; index < mirror.Count; index++)
        {
            var operation = mirror[index];
            var angles = new Angle[operation.Angles.Length];
            for (var angle = 0; angle < angles.Length; angle++)
            {
                angles[angle] = operation.Angles[angle].Remap(second);
            }

            CircuitCopies.Append(builder, operation, angles);
        }
    }

    private static Circuit Mirror(Circuit half, Target target)
    {
        var builder = CircuitCopies.Start(half, half.Parameters);
        for (var index = half.Count - 1; index >= 0; index--)
        {
            var operation = half[index];
            if (operation.Kind == OperationKind.Gate)
            {
                Inverse(builder, operation, target);
            }
            else
            {
                CircuitCopies.Append(builder, operation, operation.Angles);
            }
        }

        return builder.Build();
    }

    private static void Inverse(CircuitBuilder builder, Operation operation, Target target)
    {
        try
        {
            NativeInverse.Append(builder, operation, target);
        }
        catch (TranspilationException refusal)
        {
            throw new ExecutionRefusedException(refusal.Message, refusal);
        }
    }
}
