using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Learning.FeatureMaps;

namespace QmlBench.Learning.QuantumModels;

/// <summary>The circuit of the data re-uploading classifier of arXiv:2403.07059, with the names of its parameters.</summary>
/// <remarks>
/// <para>Layer l: on each qubit q Rot(ω·x of its three slots), then Rot(θ); then CZ on pairs (0,1), (2,3) … for even l and (1,2),
/// (3,4) … for odd l. At the end Rot(ω·x + θ) on each qubit. Rot(a, b, c) = RZ(c)·RY(b)·RZ(a), RZ(a) acting first.</para>
/// <para>The study takes ⌈d/3⌉ qubits and leaves the slots past the last feature empty. With more qubits than that, slot s carries
/// feature s mod d, so that every qubit sees data.</para>
/// <para>Parameters in order: features <c>x0</c> …, then <c>w_l_s</c> and <c>t_l_q_r</c> as they are first met. A parameter of a slot
/// without a feature does not exist.</para>
/// </remarks>
public sealed class DataReuploadingCircuit
{
    private DataReuploadingCircuit(Circuit circuit, int features)
    {
        Circuit = circuit;
        Features = features;
        Weights = circuit.Parameters[features..];
    }

    /// <summary>The circuit, without measurement.</summary>
    public Circuit Circuit { get; }

    /// <summary>Number of features: the first parameters.</summary>
    public int Features { get; }

    /// <summary>Names of the trained parameters, in order of declaration.</summary>
    public ImmutableArray<string> Weights { get; }

    /// <summary>Writes the circuit.</summary>
    /// <param name="features">Number of features d, at least 1.</param>
    /// <param name="qubits">Number of qubits, at least ⌈d/3⌉; 0 for just these.</param>
    /// <param name="layers">Number of layers, at least 1.</param>
    /// <exception cref="ArgumentException">There are too few qubits for the features.</exception>
    public static DataReuploadingCircuit Build(int features, int qubits, int layers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        var least = (features + 2) / 3;
        var count = qubits == 0 ? least : qubits;
        if (count < least)
            throw new ArgumentException(
                $"{features} features need at least {least} qubits of three slots each, not {qubits}.", nameof(qubits));
        var (builder, x) = FeatureParameters.Declare(features, count);
        var slots = new Slots(builder, x, Repeats: count > least);
        for (var layer = 0; layer < layers; layer++)
        {
            for (var q = 0; q < count; q++)
            {
                Rotate(builder, q, slot => slots.Data(layer, q, slot));
                Rotate(builder, q, slot => slots.Free(layer, q, slot));
            }

            for (var q = layer % 2; q + 1 < count; q += 2)
                builder.CZ(q, q + 1);
        }

        for (var q = 0; q < count; q++)
            Rotate(builder, q, slot => slots.Data(layers, q, slot) + slots.Free(layers, q, slot));
        return new(builder.Build(), features);
    }

    /// <summary>RZ, RY, RZ by the angles of slots 0, 1, 2; an angle that is 0 for good turns nothing and is left out.</summary>
    private static void Rotate(CircuitBuilder builder, int qubit, Func<int, Angle> angle)
    {
        for (var slot = 0; slot < 3; slot++)
        {
            var turn = angle(slot);
            if (turn != Angle.Zero)
                _ = slot == 1 ? builder.RY(turn, qubit) : builder.RZ(turn, qubit);
        }
    }

    private sealed record Slots(CircuitBuilder Builder, Angle[] X, bool Repeats)
    {
        public Angle Data(int layer, int qubit, int slot)
        {
            var index = (3 * qubit) + slot;
            if (index >= X.Length && !Repeats)
                return Angle.Zero;
            return Builder.Parameter($"w_{layer}_{index}") * X[index % X.Length];
        }

        public Angle Free(int layer, int qubit, int slot) => Builder.Parameter($"t_{layer}_{qubit}_{slot}");
    }
}
