using System.Text.Json;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;
using QmlBench.Learning.QuantumModels;
using QmlBench.Learning.Training;

namespace QmlBench.Tests.Learning.QuantumModels;

public sealed class DataReuploadingTests
{
    /// <summary>The study's own code at fixed parameters: ⟨Z⟩, loss, gradient, and the loss along five steps of Adam.</summary>
    [Fact]
    public void Forward_loss_gradient_and_steps_are_those_of_the_study()
    {
        foreach (var c in LearningVectors.Cases(
            "study_models.json", c => c.GetProperty("model").GetString() == "DataReuploadingClassifier"))
            Check(Published.Read(c), c);
    }

    [Fact]
    public void With_more_qubits_than_features_need_every_slot_carries_a_feature()
    {
        var circuit = DataReuploadingCircuit.Build(4, 4, 2);
        Assert.Equal(4, circuit.Circuit.QubitCount);
        Assert.Equal((3 * 12) + (3 * 12), circuit.Weights.Length);
        Assert.Equal(["x0", "x1", "x2", "x3"], circuit.Circuit.Parameters[..4]);
        Assert.Equal(2, DataReuploadingCircuit.Build(4, 0, 1).Circuit.QubitCount);
        Assert.Throws<ArgumentException>(() => DataReuploadingCircuit.Build(7, 2, 1));
    }

    private static void Check(Published published, JsonElement c)
    {
        var id = LearningVectors.Id(c);
        var context = LearningContexts.Training();
        var gradient = new ReuploadingGradient("data-reuploading", published.Circuit, published.Width, context);
        var parameters = published.Parameters;
        var (loss, slopes) = gradient.Take(published.Angles, published.Signs, parameters);
        LearningVectors.Close(c.GetProperty("loss").GetDouble(), loss, 1e-10, id + " loss");
        LearningVectors.Close(published.Gradient(c), slopes, 1e-10, id + " gradient");
        CheckForward(published, c, id);

        var adam = new Adam(parameters.Length, new(0.01));
        var losses = new List<double>();
        for (var step = 0; step < 5; step++)
        {
            var (before, gradients) = gradient.Take(published.Angles, published.Signs, parameters);
            losses.Add(before);
            adam.Step(parameters, gradients);
        }

        LearningVectors.Close(
            LearningVectors.Doubles(c.GetProperty("adam_lr_0.01_losses_full_batch")), losses.ToArray(), 1e-9, id + " losses");
        LearningVectors.Close(
            c.GetProperty("loss_after_5_steps").GetDouble(),
            gradient.Take(published.Angles, published.Signs, parameters).Loss,
            1e-8,
            id + " end");
    }

    private static void CheckForward(Published published, JsonElement c, string id)
    {
        var qubits = published.Circuit.Circuit.QubitCount;
        var z = new ObservableSet([.. Enumerable.Range(0, published.Width).Select(q => Observable.Z(q, qubits))]);
        var programs = LearningContexts.Ideal();
        var program = programs.Compile(published.Circuit.Circuit, z, Asked.None, Budget.ExactValue, CancellationToken.None);
        var rows = ReuploadingGradient.Rows(program.Columns, published.Circuit, published.Angles, published.Parameters);
        var context = LearningContexts.Evaluation(programs);
        var estimates = program.Estimate(rows, z, context.Budget, context.Streams, context.Cancel);
        var forward = c.GetProperty("forward").EnumerateArray().Select(LearningVectors.Doubles).ToArray();
        for (var row = 0; row < forward.Length; row++)
        {
            for (var j = 0; j < published.Width; j++)
                LearningVectors.Close(forward[row][j], estimates.Value(row, j), 1e-10, $"{id} forward[{row},{j}]");
        }
    }

    private sealed record Published(DataReuploadingCircuit Circuit, int Width, FeatureMatrix Angles, double[] Signs, double[] Parameters)
    {
        public static Published Read(JsonElement c)
        {
            var raw = LearningVectors.Matrix(c.GetProperty("X"));
            var angles = MinMaxScaler.HalfPi.Fit(raw).Apply(raw);
            var transformed = LearningVectors.Matrix(c.GetProperty("X_transformed"));
            for (var row = 0; row < raw.Rows; row++)
                LearningVectors.Close(transformed.Row(row)[..raw.Columns], angles.Row(row), 1e-12, "X_transformed");
            var circuit = DataReuploadingCircuit.Build(raw.Columns, 0, c.GetProperty("options").GetProperty("n_layers").GetInt32());
            var alphas = LearningVectors.Flat(c.GetProperty("params").GetProperty("alphas"));
            double[] signs = [.. LearningVectors.Ints(c.GetProperty("y")).Select(y => (double)y)];
            return new(circuit, alphas.Length / 2, angles, signs, Flatten(circuit, c.GetProperty("params")));
        }

        public double[] Gradient(JsonElement c) => Flatten(Circuit, c.GetProperty("gradient"));

        /// <summary>The study's arrays in our order: w_l_s is omegas[l][s], t_l_q_r is thetas[q][l][r], then alphas.</summary>
        private static double[] Flatten(DataReuploadingCircuit circuit, JsonElement arrays)
        {
            var weights = circuit.Weights.Select(name =>
            {
                var at = name.Split('_')[1..].Select(int.Parse).ToArray();
                return name[0] == 'w'
                    ? arrays.GetProperty("omegas")[at[0]][at[1]].GetDouble()
                    : arrays.GetProperty("thetas")[at[1]][at[0]][at[2]].GetDouble();
            });
            return [.. weights, .. LearningVectors.Flat(arrays.GetProperty("alphas"))];
        }
    }
}
