using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Training;

namespace QmlBench.Tests.Learning.Training;

public sealed class OptimiserVectorTests
{
    /// <summary>
    /// PennyLane's trajectories of Adam. It takes β₂ = 0.99 and adds ε before bias correction, where ours adds it after: with
    /// ε = 10⁻⁸ and the file's smallest gradient, 0.003, a step of 0.1 differs by up to 4·10⁻⁶, hence the bound of 10⁻⁵ on end
    /// points. The other optimisers of the file are not offered.
    /// </summary>
    [Fact]
    public void Adam_follows_pennylanes_trajectory()
    {
        foreach (var c in LearningVectors.OfKind("training.json", "optimisers"))
            Check(c);
    }

    private static void Check(JsonElement c)
    {
        var id = LearningVectors.Id(c);
        var circuit = Ansatz(c.GetProperty("qubits").GetInt32(), c.GetProperty("layers").GetInt32());
        var z = new ObservableSet(Observable.Z(0, circuit.QubitCount));
        var program = LearningContexts.Ideal().Compile(circuit, z, Asked.Gradient, Budget.ExactValue, CancellationToken.None);
        var gradient = program.Find<IGradient>()!;
        var theta = LearningVectors.Doubles(c.GetProperty("start"));
        int[] columns = [.. Enumerable.Range(0, theta.Length)];
        var first = Take();
        LearningVectors.Close(c.GetProperty("value").GetDouble(), first.Values.Value(0, 0), 1e-10, id + " value");
        LearningVectors.Close(LearningVectors.Doubles(c.GetProperty("gradient")), first.Jacobian.Span, 1e-10, id + " gradient");

        var adam = new Adam(theta.Length, new(0.1, Beta2: 0.99));
        var steps = c.GetProperty("steps").GetProperty("adam lr=0.1");
        foreach (var value in LearningVectors.Doubles(steps.GetProperty("values")))
        {
            adam.Step(theta, Take().Jacobian.Span);
            LearningVectors.Close(value, Take().Values.Value(0, 0), 1e-6, id + " value along the way");
        }

        LearningVectors.Close(LearningVectors.Doubles(steps.GetProperty("end")), theta, 1e-5, id + " end");

        Gradients Take() => gradient.Differentiate(new(program.Columns, theta.ToArray(), 1), z, columns, null, CancellationToken.None);
    }

    private static Circuit Ansatz(int qubits, int layers)
    {
        var builder = new CircuitBuilder(qubits);
        for (var layer = 0; layer < layers; layer++)
        {
            for (var q = 0; q < qubits; q++)
                builder.RY(builder.Parameter($"y{layer}_{q}"), q).RZ(builder.Parameter($"z{layer}_{q}"), q);
            for (var q = 0; q + 1 < qubits; q++)
                builder.CX(q, q + 1);
        }

        for (var q = 0; q < qubits; q++)
            builder.RX(0.3, q);
        return builder.Build();
    }
}
