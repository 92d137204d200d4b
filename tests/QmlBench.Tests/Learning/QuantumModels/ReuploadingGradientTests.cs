using CsCheck;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Learning.QuantumModels;

namespace QmlBench.Tests.Learning.QuantumModels;

public sealed class ReuploadingGradientTests
{
    /// <summary>Central differences of the loss at h = 10⁻⁵ differ from the derivative by some 10⁻¹⁰.</summary>
    [Fact]
    public void The_gradient_is_the_derivative_of_the_loss() => Property.Holds(
        Gen.Select(Gen.Double[-1.5, 1.5].Array[12], Gen.Double[0, 6].Array[40], Gen.Int[1, 2]),
        triple =>
        {
            var (features, values, width) = triple;
            var circuit = DataReuploadingCircuit.Build(3, 2, 1);
            var gradient = new ReuploadingGradient("test", circuit, width, LearningContexts.Training());
            var angles = FeatureMatrix.Copy(4, 3, features);
            double[] signs = [1, -1, -1, 1];
            double[] parameters = values[..(circuit.Weights.Length + (2 * width))];
            var slopes = gradient.Take(angles, signs, parameters).Slopes;
            for (var i = 0; i < parameters.Length; i += 5)
            {
                var (up, down) = (parameters.ToArray(), parameters.ToArray());
                (up[i], down[i]) = (up[i] + 1e-5, down[i] - 1e-5);
                var difference = (gradient.Take(angles, signs, up).Loss - gradient.Take(angles, signs, down).Loss) / 2e-5;
                Assert.Equal(difference, slopes[i], 1e-7);
            }
        },
        count: 10);

    /// <summary>
    /// By trajectories the gradient comes by parameter-shift. A slope is a mean over four samples of half differences of values with a
    /// standard error of at most 0.01, times a factor of the loss below 2: five of its errors are below 0.05.
    /// </summary>
    [Fact]
    public void Training_by_trajectories_takes_the_same_gradient_within_its_error()
    {
        Device device = DeviceYamlReader.Read(
            SourceText.FromFile(Path.Combine(RepositoryRoot.Path, "devices", "ibm_manila_2024-05-27.yaml")));
        (double Loss, double[] Slopes) Take(Limits limits)
        {
            var programs = new ProgramCache(new Emulator(device, NoiseOptions.Default), CompileOptions.Default(0), limits);
            var circuit = DataReuploadingCircuit.Build(3, 2, 1);
            var gradient = new ReuploadingGradient("test", circuit, 2, LearningContexts.Training(programs: programs));
            double[] parameters = [.. Enumerable.Range(0, circuit.Weights.Length + 4).Select(i => 0.3 + (0.17 * i))];
            double[] features = [.. Enumerable.Range(0, 12).Select(i => 1.1 - (0.2 * i))];
            return gradient.Take(FeatureMatrix.Copy(4, 3, features), [1, -1, -1, 1], parameters);
        }

        var exact = Take(Limits.Default);
        var found = Take(Limits.Default with { Method = MethodKind.Trajectories });
        Assert.NotEqual(exact.Loss, found.Loss);
        Assert.Equal(exact.Loss, found.Loss, 0.05);
        for (var i = 0; i < exact.Slopes.Length; i++) Assert.Equal(exact.Slopes[i], found.Slopes[i], 0.05);
        Assert.Contains(exact.Slopes, slope => Math.Abs(slope) > 0.2);
    }

    /// <summary>One qubit, z = 0.5, y = 1, α = (2, 0.5): ½[(2·¼ − 0)² + (0.5·¾ − 1)²] = ½(0.25 + 0.390625).</summary>
    [Fact]
    public void The_cost_of_one_sample_is_the_hand_computed_one() =>
        Assert.Equal(0.3203125, FidelityCost.Loss([0.5], [1], [2, 0.5]), 1e-15);
}
