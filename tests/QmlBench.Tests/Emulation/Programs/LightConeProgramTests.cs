using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Paulis;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Emulation.Programs;

/// <summary>What is cut away changes no answer: programs against their own noisy circuits on the whole register.</summary>
public class LightConeProgramTests
{
    private static readonly RowStreams Streams = new(StreamKey.Root(21, "shots"));
    private static readonly double[] Row = [0.7, -1.1];
    private static readonly Device Brisbane = Load("ibm_brisbane_2025-02-26"), Small = Load("ibm_manila_2024-05-27");

    [Fact]
    public void Values_are_those_of_the_whole_register()
    {
        int cut = 0;
        for (int seed = 0; seed < 24; seed++)
        {
            Circuit circuit = Sparse(seed, records: true);
            var observables = new ObservableSet(
                Observable.Z(seed % 5, 5), Observable.Parse("0.5*IIXII - ZIIII + 2", 5), Observable.Parse("IIIYZ", 5),
                Observable.Parse("3*IIIII", 5));
            IProgram program = Manila(readout: false).Compile(
                circuit, Ask(observables, Asked.None), CompileOptions.Default((ulong)seed), CancellationToken.None);
            Estimates found = program.Estimate(Table(program), observables, Budget.ExactValue, Streams, CancellationToken.None);
            double[] whole = Whole(program, observables);
            for (int k = 0; k < observables.Count; k++) Assert.Equal(whole[k], found.Value(0, k), 1e-12);
            cut += program.Method.ConeQubits < program.Method.ActiveQubits ? 1 : 0;
        }

        Assert.InRange(cut, 3, 24);
    }

    [Fact]
    public void Gradients_are_those_of_the_whole_register_and_zero_outside_the_cone()
    {
        int zeros = 0;
        for (int seed = 50; seed < 62; seed++)
        {
            Emulator emulator = Manila(readout: true);
            var one = new ObservableSet(Observable.Z(seed % 5, 5), Observable.Parse("IZIXI", 5));
            Circuit circuit = Sparse(seed, records: false);
            IProgram program = emulator.Compile(circuit, Ask(one, Asked.Gradient), CompileOptions.Default(1), CancellationToken.None);
            Gradients found = program.Find<IGradient>()!.Differentiate(Table(program), one, new[] { 0, 1 }, null, CancellationToken.None);
            Gradients loss = program.Find<IGradient>()!.Differentiate(Table(program), one, new[] { 0, 1 }, Square, CancellationToken.None);
            const double h = 1e-5;
            for (int c = 0; c < 2; c++)
            {
                double slope = 0;
                for (int k = 0; k < 2; k++)
                {
                    double difference = (Value(program, one, c, h, k) - Value(program, one, c, -h, k)) / (2 * h);
                    double derivative = found.Jacobian.Span[(k * 2) + c];
                    Assert.Equal(difference, derivative, 1e-8);
                    zeros += derivative == 0.0 ? 1 : 0;
                    slope += 2 * found.Values.Value(0, k) * derivative;
                }

                Assert.Equal(slope, loss.OwnLoss.Span[c], 1e-12);
            }
        }

        Assert.True(zeros > 0);
    }

    [Fact]
    public void Outcomes_and_samples_are_those_of_the_whole_register()
    {
        for (int seed = 80; seed < 90; seed++)
        {
            CircuitBuilder builder = Circuit.Builder(5, 2);
            builder.Parameter("a");
            builder.Parameter("b");
            builder.Append(Sparse(seed, records: false));
            Circuit circuit = builder.Measure(seed % 5, 0).Measure((seed + 2) % 5, 1).Build();
            IProgram program = Manila(readout: true).Compile(
                circuit, Ask(null, Asked.Bitstrings), CompileOptions.Default(1), CancellationToken.None);
            Samples found = program.Sample(Table(program), Budget.ExactValue, Streams, CancellationToken.None);
            var whole = new double[4];
            DensityProgram.Compile(program.Find<INoiseDescription>()!.Describe().Circuit).RecordedProbabilities(Row, 1, whole);
            for (int outcome = 0; outcome < 4; outcome++)
                Assert.Equal(whole[outcome], found.Distributions[0].Probability((ulong)outcome), 1e-12);
        }
    }

    [Fact]
    public void Amplified_noise_is_cut_like_the_noise_itself()
    {
        var observable = new ObservableSet(Observable.Z(0, 40));
        IProgram program = Ladder(40, 3, observable, Budget.ExactValue);
        IProgram twice = program.Find<INoiseScaling>()!.Amplify(2, ScalingRule.Generator);
        Assert.Equal(program.Method.ConeQubits, twice.Method.ConeQubits);
        Assert.NotEqual(Value(program, observable), Value(twice, observable));
    }

    [Fact]
    public void An_observable_of_a_wide_ladder_is_exact_on_its_cone()
    {
        var z = new ObservableSet(Observable.Z(0, 40));
        IProgram wide = Ladder(40, 5, z, Budget.ExactValue);
        Assert.Equal(MethodKind.Exact, wide.Method.Kind);
        Assert.Equal((40, 6), (wide.Method.ActiveQubits, wide.Method.ConeQubits));
        Assert.Contains("light cone of 6 of 40 qubits", wide.Method.Why, StringComparison.Ordinal);
        // A ladder widens the cone by one qubit a layer: eight qubits hold all that ⟨Z₀⟩ depends on.
        var narrow = new ObservableSet(Observable.Z(0, 8));
        IProgram part = Ladder(8, 5, narrow, Budget.ExactValue);
        Assert.Equal(Value(part, narrow), Value(wide, z), 1e-12);
    }

    [Fact]
    public void A_sum_over_a_wide_register_needs_no_more_than_each_of_its_terms()
    {
        var sum = new Observable(40, Enumerable.Range(0, 40).Select(q => new PauliTerm(1.0 / 40, PauliString.Single(q, 'Z'))));
        ObservableSet single = ObservableSet.AllZ(40), together = new(sum);
        IProgram apart = Brickwork(40, 3, single, Budget.ExactValue), joined = Brickwork(40, 3, together, Budget.ExactValue);
        Assert.Equal(MethodKind.Exact, joined.Method.Kind);
        Assert.InRange(joined.Method.ConeQubits, 5, 8);
        Assert.InRange(joined.Method.Parts, 10, 40);
        Estimates values = apart.Estimate(RowTable.Single(apart.Columns), single, Budget.ExactValue, Streams, CancellationToken.None);
        Assert.Equal(values.Values.ToArray().Average(), Value(joined, together), 1e-12);
    }

    [Fact]
    public void A_value_does_not_depend_on_what_else_is_asked_with_it()
    {
        ObservableSet all = ObservableSet.AllZ(40), one = new(Observable.Z(17, 40));
        IProgram program = Brickwork(40, 3, all, Budget.ExactValue);
        Estimates together = program.Estimate(RowTable.Single(program.Columns), all, Budget.ExactValue, Streams, CancellationToken.None);
        Assert.Equal(together.Value(0, 17), Value(program, one));
    }

    [Fact]
    public void Noise_outside_the_cone_does_not_keep_a_value_from_a_state_vector()
    {
        CircuitBuilder builder = Circuit.Builder(5).Physical();
        Circuit circuit = builder.RZ(0.3, 0).SX(3).CX(3, 4).Build();
        Emulator emulator = Manila(readout: true);
        NativeCircuit native = NativeCircuit.AsWritten(circuit, Target.For(Small));
        var z = new ObservableSet(Observable.Z(0, 3));
        IProgram program = emulator.Adopt(native, Ask(z, Asked.None), ScheduleOptions.None, CancellationToken.None);
        Assert.Equal((MethodKind.StateVector, 1), (program.Method.Kind, program.Method.ConeQubits));
    }

    [Fact]
    public void Shots_of_a_wide_register_are_drawn_from_the_cone_of_each_group()
    {
        var observables = new ObservableSet(Observable.Parse("Z0 Z1", 40), Observable.Parse("X1", 40));
        var shots = new Budget.Shots(4000);
        IProgram program = Ladder(40, 3, observables, shots);
        RowTable row = RowTable.Single(program.Columns);
        Estimates exact = program.Estimate(row, observables, Budget.ExactValue, Streams, CancellationToken.None);
        Estimates sampled = program.Estimate(row, observables, shots, Streams, CancellationToken.None);
        for (int k = 0; k < 2; k++)
            Assert.InRange((sampled.Value(0, k) - exact.Value(0, k)) / sampled.StandardError(0, k), -5, 5);
    }

    [Fact]
    public void The_cone_that_does_not_fit_is_refused_by_observable_qubits_and_bytes()
    {
        var refusal = Assert.Throws<ExecutionRefusedException>(() =>
            Ladder(40, 2, new(Observable.Z(0, 40), Observable.Z(39, 40)), Budget.ExactValue));
        Assert.Equal(
            "To give the observable Z39, 40 active qubits must be simulated, which do not fit: a density matrix takes 9.67E+024 bytes and "
                + "may have 14 qubits, the two state vectors of trajectories take 35,184,372,088,832 bytes and may have 28 qubits. The "
                + "limit is 4,294,967,296 bytes. Ask for observables on fewer qubits, measure fewer qubits, or use fewer layers.",
            refusal.Message);
    }

    [Fact]
    public void A_kernel_that_does_not_fit_is_refused()
    {
        var refusal = Assert.Throws<ExecutionRefusedException>(() => Manila(readout: true).Compile(
            Sparse(1, records: false), new(null, Asked.Kernel, Budget.ExactValue, new(4, 4L << 30)), CompileOptions.Default(1),
            CancellationToken.None));
        Assert.Contains("A fidelity kernel compares states of 5 active qubits and is exact or not at all: a density matrix takes 8,192 "
            + "bytes and may have 4 qubits.", refusal.Message, StringComparison.Ordinal);
    }

    private static void Square(int row, ReadOnlySpan<double> values, Span<double> slopes)
    {
        for (int k = 0; k < values.Length; k++) slopes[k] = 2 * values[k];
    }

    private static Request Ask(ObservableSet? observables, Asked asked) => new(observables, asked, Budget.ExactValue, Limits.Default);

    private static Device Load(string name) =>
        DeviceYamlReader.Read(SourceText.FromFile(Path.Combine(RepositoryRoot.Path, "devices", name + ".yaml")));

    private static Emulator Manila(bool readout) => new(
        Small,
        readout ? NoiseOptions.Default : new NoiseOptions { Sources = NoiseSourceNames.Without(["readout"]) });

    private static RowTable Table(IProgram program) => new(program.Columns, Row, 1);

    private static double Value(IProgram program, ObservableSet observables, int column, double shift, int k)
    {
        double[] row = [.. Row];
        row[column] += shift;
        return program.Estimate(new(program.Columns, row, 1), observables, Budget.ExactValue, Streams, CancellationToken.None).Value(0, k);
    }

    private static double Value(IProgram program, ObservableSet observables) => program.Estimate(
        RowTable.Single(program.Columns), observables, Budget.ExactValue, Streams, CancellationToken.None).Value(0, 0);

    /// <summary>Values of the noisy circuit as it is described, on every active qubit at once, without readout error.</summary>
    private static double[] Whole(IProgram program, ObservableSet observables)
    {
        NoisyProgram described = program.Find<INoiseDescription>()!.Describe();
        ImmutableArray<int> layout = program.Native.FinalLayout;
        int[] places = [.. layout.Select(qubit => Math.Max(0, described.DeviceQubits.IndexOf(qubit)))];
        int qubits = described.Circuit.QubitCount;
        EffectSet effects = EffectSet.Of(observables.Select(observable => observable.MapQubits(places, qubits)), qubits);
        var values = new double[observables.Count];
        DensityProgram.Compile(described.Circuit).Expectations(Row, 1, effects, values);
        return values;
    }

    /// <summary>Few gates on five qubits, with barriers, and with resets, measurements and conditions if asked.</summary>
    private static Circuit Sparse(int seed, bool records)
    {
        var random = new CsCheck.PCG(3, (ulong)seed);
        int Next(int below) => (int)(random.Next64() % (ulong)below);
        CircuitBuilder builder = Circuit.Builder(5, records ? 2 : 0);
        Angle[] angles = [builder.Parameter("a"), builder.Parameter("b")];
        for (int step = 0; step < 7; step++)
        {
            int qubit = Next(5), other = (qubit + 1 + Next(4)) % 5, kind = Next(records ? 8 : 5);
            if (kind < 2) builder.RX(angles[Next(2)], qubit);
            else if (kind < 4) builder.CX(qubit, other);
            else if (kind == 4) builder.Barrier(qubit, other);
            else if (kind == 5) builder.Reset(qubit);
            else if (kind == 6) builder.Measure(qubit, Next(2));
            else builder.Add(StandardGates.X, [], [qubit], Condition.Bit(Next(2)));
        }

        // A last turn of every qubit, so that no measurement is a final one.
        for (int qubit = 0; qubit < 5; qubit++) builder.RY(0.3 + (0.2 * qubit), qubit);
        return builder.Build();
    }

    private static IProgram Ladder(int qubits, int layers, ObservableSet observables, Budget budget) =>
        Compiled(qubits, layers, observables, budget, layer => Enumerable.Range(0, qubits - 1));

    private static IProgram Brickwork(int qubits, int layers, ObservableSet observables, Budget budget) => Compiled(
        qubits, layers, observables, budget, layer => Enumerable.Range(0, qubits - 1).Where(q => q % 2 == layer % 2));

    /// <summary>Layers of turns and CX on a line of a 127-qubit device, compiled as written.</summary>
    private static IProgram Compiled(
        int qubits, int layers, ObservableSet observables, Budget budget, Func<int, IEnumerable<int>> pairs)
    {
        CircuitBuilder builder = Circuit.Builder(qubits);
        for (int layer = 0; layer < layers; layer++)
        {
            for (int q = 0; q < qubits; q++) builder.RY(0.3 + (0.11 * q) + (0.7 * layer), q);
            foreach (int q in pairs(layer)) builder.CX(q, q + 1);
        }

        var options = CompileOptions.Default(5) with { Effort = 0, Layout = Line(40)[..qubits], Schedule = ScheduleOptions.None };
        return new Emulator(Brisbane, NoiseOptions.Default).Compile(
            builder.Build(), new(observables, Asked.None, budget, Limits.Default), options, CancellationToken.None);
    }

    // Qubits 0 to 13 are a row of the heavy-hexagonal lattice; from there on along its edge and back.
    private static ImmutableArray<int> Line(int qubits)
    {
        CouplingMap coupling = Brisbane.LiveCoupling();
        List<int> path = [];
        bool Extend(int qubit)
        {
            path.Add(qubit);
            if (path.Count == qubits) return true;
            foreach (int next in coupling.Neighbours(qubit))
                if (!path.Contains(next) && Extend(next)) return true;
            path.RemoveAt(path.Count - 1);
            return false;
        }

        Assert.True(Extend(0));
        return [.. path];
    }
}
