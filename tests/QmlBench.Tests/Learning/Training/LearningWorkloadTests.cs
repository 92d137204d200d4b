using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Training;

namespace QmlBench.Tests.Learning.Training;

/// <summary>
/// Workload L1 without noise: 4 qubits, 12 features, 10 layers of Rot(ω·x), Rot(θ) and a ladder of cx, squared loss of the mean ⟨Z⟩,
/// batches of 32 of 240 rows. The losses are those of PennyLane on JAX with optax's Adam.
/// </summary>
public sealed class LearningWorkloadTests
{
    private const int Layers = 10;

    [Fact]
    public void Ten_steps_of_adam_through_the_waist_have_the_published_losses()
    {
        var losses = Train(10);
        LearningVectors.Close(1.03154510493, losses[0], 1e-10, "loss before step 0");
        LearningVectors.Close(1.03567229612, losses[1], 1e-10, "loss before step 1");
        LearningVectors.Close(0.96439816498, losses[9], 1e-10, "loss before step 9");
    }

    private static double[] Train(int steps)
    {
        var circuit = Circuit();
        var observables = new ObservableSet(Observable.Parse("0.25*ZIII + 0.25*IZII + 0.25*IIZI + 0.25*IIIZ", 4));
        var program = LearningContexts.Ideal().Compile(circuit, observables, Asked.Gradient, Budget.ExactValue, CancellationToken.None);
        var gradient = program.Find<IGradient>()!;
        var x = Uniform(510001, 240 * 12, -Math.PI / 2, Math.PI / 2);
        double[] weights = [.. Uniform(510002, 120, 0.5, 1.5), .. Uniform(510003, 120, 0, 2 * Math.PI)];
        int[] columns = [.. Enumerable.Range(12, 240)];
        var adam = new Adam(240, new(0.01));
        var losses = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            int[] batch = [.. Enumerable.Range(0, 32).Select(i => ((32 * step) + i) % 240)];
            double[] own = [.. batch.SelectMany(row => x[(row * 12)..((row + 1) * 12)])];
            double[] labels = [.. batch.Select(row => (x[row * 12] * x[(row * 12) + 1]) + x[(row * 12) + 4] > 0 ? 1.0 : -1.0)];
            var shared = circuit.Parameters[12..].Select((name, i) => (name, weights[i])).ToDictionary();
            var result = gradient.Differentiate(
                new(program.Columns.Share(shared), own, 32),
                observables,
                columns,
                (row, values, slopes) => slopes[0] = 2 * (values[0] - labels[row]) / 32,
                CancellationToken.None);
            losses[step] = Enumerable.Range(0, 32).Average(row => Square(result.Values.Value(row, 0) - labels[row]));
            adam.Step(weights, result.SharedLoss.Span);
        }

        return losses;
    }

    private static Circuit Circuit()
    {
        var builder = new CircuitBuilder(4);
        Angle[] x = [.. Enumerable.Range(0, 12).Select(i => builder.Parameter($"x{i}"))];
        Angle[] omega = [.. Enumerable.Range(0, Layers * 12).Select(i => builder.Parameter($"w{i}"))];
        Angle[] theta = [.. Enumerable.Range(0, Layers * 12).Select(i => builder.Parameter($"t{i}"))];
        for (var layer = 0; layer < Layers; layer++)
        {
            for (var q = 0; q < 4; q++)
                Rot(builder, q, k => omega[(layer * 12) + (3 * q) + k] * x[(3 * q) + k]);
            for (var q = 0; q < 4; q++)
                Rot(builder, q, k => theta[(layer * 12) + (3 * q) + k]);
            builder.CX(0, 1).CX(1, 2).CX(2, 3);
        }

        return builder.Build();
    }

    private static void Rot(CircuitBuilder builder, int qubit, Func<int, Angle> angle) =>
        builder.RZ(angle(0), qubit).RY(angle(1), qubit).RZ(angle(2), qubit);

    private static double Square(double value) => value * value;

    /// <summary>a + (b − a)·u with u = (next >> 11)·2⁻⁵³ of splitmix64.</summary>
    private static double[] Uniform(ulong seed, int count, double a, double b)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            seed += 0x9E3779B97F4A7C15;
            var z = seed;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            values[i] = a + ((b - a) * ((z ^ (z >> 31)) >> 11) / (1UL << 53));
        }

        return values;
    }
}
