using System.Numerics;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Budgets;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Reference;

namespace QmlBench.Tests.Emulation.Programs;

/// <summary>Qubits that are read together, against a density matrix of complex numbers whose outcomes are mixed by plain loops.</summary>
public sealed class CorrelatedReadoutTests
{
    // Qubit 2 is the least significant bit of the first group; qubit 1 is read for itself.
    private static readonly int[][] Groups = [[2, 0], [3, 5, 4]];
    private static readonly double[][] Confusions = [Confusion(2, 1), Confusion(3, 7)];
    private static readonly RowStreams Streams = new(StreamKey.Root(43, "read-together"));
    private static readonly string[] Asked =
    [
        "IIIZI", "IIIIZ", "IIZIZ", "IXIIX", "ZZZZZ", "0.5*IYIIZ - 0.25*XIIII + 2*IIIII", "0.5*IIIIZ - 0.5*IIZII", "YIIXX",
    ];

    private static readonly Lazy<ComplexMatrix> Final = new(() => State(Physical(MethodKind.Exact, Asked).Program, 0.4));

    [Fact]
    public void Exact_values_are_those_of_mixed_outcomes()
    {
        (IProgram program, ObservableSet observables) = Physical(MethodKind.Exact, Asked);
        double[] found = program.Estimate(Row(program), observables, Budget.ExactValue, Streams, CancellationToken.None).Values.ToArray();
        for (int k = 0; k < observables.Count; k++) Assert.Equal(Expected(Final.Value, observables[k]), found[k], 1e-12);
    }

    [Fact]
    public void Values_do_not_depend_on_what_is_asked_beside_them_nor_on_cones()
    {
        (IProgram all, ObservableSet observables) = Physical(null, Asked);
        Estimates together = all.Estimate(Row(all), observables, Budget.ExactValue, Streams, CancellationToken.None);
        for (int k = 0; k < Asked.Length; k++)
        {
            (IProgram one, ObservableSet alone) = Physical(null, Asked[k]);
            Estimates found = one.Estimate(Row(one), alone, Budget.ExactValue, Streams, CancellationToken.None);
            Assert.Equal(together.Value(0, k), found.Value(0, 0), 1e-13);
        }
    }

    [Fact]
    public void Sampled_values_have_the_exact_ones_as_mean()
    {
        (IProgram program, ObservableSet observables) = Physical(null, Asked, new Budget.Shots(400_000));
        Estimates found = program.Estimate(Row(program), observables, new Budget.Shots(400_000), Streams, CancellationToken.None);
        for (int k = 0; k < observables.Count; k++)
            Assert.InRange(found.Value(0, k) - Expected(Final.Value, observables[k]), -5 * found.StandardError(0, k), 5 * found.StandardError(0, k));
        Assert.Equal(program.Cost(observables, new Budget.Shots(400_000), 1).Circuits, found.Spent.Circuits);
    }

    [Fact]
    public void Trajectories_agree()
    {
        (IProgram program, ObservableSet observables) = Physical(MethodKind.Trajectories, Asked);
        var precision = new Budget.Precision(0.01, 20_000);
        Estimates found = program.Estimate(Row(program), observables, precision, Streams, CancellationToken.None);
        Assert.Equal(MethodKind.Trajectories, found.Method.Kind);
        for (int k = 0; k < observables.Count; k++)
            Assert.InRange(found.Value(0, k) - Expected(Final.Value, observables[k]), -0.05, 0.05);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bit[3] c; c[2] = measure $0; c[0] = measure $3; sx $5; c[1] = measure $1;")]
    [InlineData("bit[2] c; c[0] = measure $4; sx $2; c[1] = measure $2;")]
    public void Bitstrings_are_mixed_outcomes(string measure)
    {
        IProgram program = Compile(Read(Text + measure), Request(null, QmlBench.Emulation.Waist.Asked.Bitstrings, Budget.ExactValue, MethodKind.Exact));
        OutcomeDistribution found = program.Sample(Row(program), Budget.ExactValue, Streams, CancellationToken.None).Distributions[0];
        int[] qubitOfBit = QubitsOfBits(program);
        double[] recorded = Recorded(State(program, 0.4), new string('I', 6));
        double[] expected = new double[1 << qubitOfBit.Length];
        for (int outcome = 0; outcome < recorded.Length; outcome++)
            expected[qubitOfBit.Select((qubit, bit) => ((outcome >> qubit) & 1) << bit).Sum()] += recorded[outcome];
        for (int bits = 0; bits < expected.Length; bits++) Assert.Equal(expected[bits], found.Probability((ulong)bits), 1e-12);
    }

    [Fact]
    public void Sampled_bitstrings_have_the_exact_frequencies()
    {
        const long Shots = 40_000;
        Circuit circuit = Read(Text + "bit[2] c; c[0] = measure $2; c[1] = measure $0;");
        OutcomeDistribution Distribution(MethodKind kind, Budget budget)
        {
            IProgram program = Compile(circuit, Request(null, QmlBench.Emulation.Waist.Asked.Bitstrings, budget, kind));
            return program.Sample(Row(program), budget, Streams, CancellationToken.None).Distributions[0];
        }

        OutcomeDistribution exact = Distribution(MethodKind.Exact, Budget.ExactValue);
        foreach (MethodKind kind in (MethodKind[])[MethodKind.Exact, MethodKind.Trajectories])
        {
            OutcomeDistribution drawn = Distribution(kind, new Budget.Shots(Shots));
            for (ulong bits = 0; bits < 4; bits++)
            {
                double p = exact.Probability(bits), sigma = Math.Sqrt(p * (1 - p) / Shots);
                Assert.InRange(drawn.Probability(bits) - p, -5 * sigma, 5 * sigma);
            }
        }
    }

    [Fact]
    public void A_cone_holds_the_whole_group_and_a_qubit_that_nothing_touches_is_0()
    {
        IProgram one = Compile(Read("OPENQASM 3.0;\ninclude \"stdgates.inc\";\nx $0; sx $2; cz $1, $2; sx $3;"), Request(
            new ObservableSet(Observable.Z(0, 4)), QmlBench.Emulation.Waist.Asked.None, Budget.ExactValue, null));
        // Qubit 0 is asked, qubit 2 read with it, qubit 1 acts on that one.
        Assert.Equal(3, one.Method.ConeQubits);
        IProgram alone = Compile(Read("OPENQASM 3.0;\ninclude \"stdgates.inc\";\nx $0;"), Request(
            new ObservableSet(Observable.Z(0, 1)), QmlBench.Emulation.Waist.Asked.None, Budget.ExactValue, null), NoiseSources.Readout);
        double value = alone.Estimate(RowTable.Single(alone.Columns), new ObservableSet(Observable.Z(0, 1)), Budget.ExactValue, Streams, CancellationToken.None).Value(0, 0);
        // Qubit 0 in 1 and qubit 2 in 0: row 2, and the record of qubit 0 is bit 1 of a column.
        double expected = Confusions[0][8] + Confusions[0][9] - Confusions[0][10] - Confusions[0][11];
        Assert.Equal(expected, value, 1e-14);
    }

    [Fact]
    public void Gradients_are_differences_of_values()
    {
        ObservableSet observables = Set(Asked);
        IProgram program = Compile(Read(Text), Request(observables, QmlBench.Emulation.Waist.Asked.Gradient, Budget.ExactValue, MethodKind.Exact));
        Gradients found = program.Find<IGradient>()!.Differentiate(Row(program), observables, new[] { 0 }, null, CancellationToken.None);
        const double h = 1e-5;
        ComplexMatrix before = State(program, 0.4 - h), after = State(program, 0.4 + h);
        for (int k = 0; k < observables.Count; k++)
        {
            double slope = (Expected(after, observables[k]) - Expected(before, observables[k])) / (2 * h);
            Assert.Equal(slope, found.Jacobian.Span[k], 1e-8);
        }
    }

    [Fact]
    public void Kernels_are_the_probability_that_all_zero_is_recorded()
    {
        Circuit circuit = Circuit.Builder(3).RX(0.3, 0).CX(0, 1).RZ(0.4, 1).CX(1, 2).RX(0.8, 2).Build();
        Device line = Profile(Line, [[1, 2]], [Confusion(2, 3)]);
        Request ask = Request(null, QmlBench.Emulation.Waist.Asked.Kernel, Budget.ExactValue, null);
        IProgram program = new Emulator(line, NoiseOptions.Default).Compile(circuit, ask, CompileOptions.Default(1), CancellationToken.None);
        KernelValues kernel = program.Find<IFidelityKernel>()!.Kernel(
            RowTable.Single(program.Columns), RowTable.Single(program.Columns), Budget.ExactValue, Streams, CancellationToken.None);
        var pair = QmlBench.Emulation.Fallbacks.KernelPair.Of(program.Native, program.Target).Native(program.Native);
        IProgram whole = new Emulator(line, NoiseOptions.Default).Adopt(
            pair, ask with { Asked = QmlBench.Emulation.Waist.Asked.Bitstrings }, ScheduleOptions.Alap, CancellationToken.None);
        Samples samples = whole.Sample(RowTable.Single(whole.Columns), Budget.ExactValue, Streams, CancellationToken.None);
        Assert.Equal(samples.Distributions[0].Probability(0), kernel.Values.Span[0], 1e-12);
        Assert.True(kernel.Values.Span[0] < 0.99);
    }

    [Fact]
    public void Measurements_in_the_middle_are_refused_for_qubits_of_a_group_alone()
    {
        const string Middle = "bit[2] c; c[0] = measure ${0}; if (c[0]) x $4; c[1] = measure $2;";
        Request ask = Request(null, QmlBench.Emulation.Waist.Asked.Bitstrings, Budget.ExactValue, null);
        var refusal = Assert.Throws<ExecutionRefusedException>(
            () => Compile(Read(Text + Middle.Replace("{0}", "0", StringComparison.Ordinal)), ask));
        Assert.Contains("measures qubit 0", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("correlated with qubits 2, 0", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(Compile(Read(Text + Middle.Replace("{0}", "1", StringComparison.Ordinal)), ask));
    }

    [Fact]
    public void The_budget_of_readout_is_the_difference_it_makes()
    {
        (IProgram program, ObservableSet observables) = Physical(MethodKind.Exact, Asked);
        NoiseBudget budget = program.Find<INoiseBudget>()!.Diagnose(Row(program), observables, Limits.Default, CancellationToken.None);
        (IProgram silent, _) = Physical(MethodKind.Exact, Asked, sources: NoiseSources.All & ~NoiseSources.Readout);
        Estimates without = silent.Estimate(Row(silent), observables, Budget.ExactValue, Streams, CancellationToken.None);
        BudgetShare readout = budget.Sources.Single(source => source.Source == "readout").Share;
        for (int k = 0; k < observables.Count; k++)
        {
            Assert.Equal(Expected(Final.Value, observables[k]), budget.Figures[k + 1].Noisy, 1e-12);
            Assert.Equal(without.Value(0, k), readout.Removed[k + 1], 1e-12);
        }

        // All six bits are asked, none is measured: the record is right where no matrix changes it.
        double[] ideal = Outcomes(State(Physical(MethodKind.Exact, Asked, sources: NoiseSources.None).Program, 0.4), new string('I', 6));
        double right = 0, zero = 0;
        for (int outcome = 0; outcome < ideal.Length; outcome++)
        {
            right += ideal[outcome] * Transition(outcome, outcome);
            zero += ideal[outcome] * Enumerable.Range(0, 64).Where(record => ((record ^ outcome) & 1) != 0).Sum(record => Transition(outcome, record));
        }

        Assert.Equal(right, budget.Readout.AllRight, 1e-12);
        Assert.Equal(zero, budget.Readout.Qubits.Single(qubit => qubit.Qubit == 0).Error, 1e-12);
    }

    [Fact]
    public void Readout_inversion_says_that_it_takes_errors_as_independent()
    {
        ObservableSet observables = Set("IIIZZ");
        IExecutor inverted = Pipeline.Wrap(new Emulator(Grouped(), NoiseOptions.Default), ["readout"]);
        IProgram program = inverted.Compile(
            Read(Text), Request(observables, QmlBench.Emulation.Waist.Asked.None, Budget.ExactValue, null), CompileOptions.Default(1), CancellationToken.None);
        Estimates found = program.Estimate(Row(program), observables, Budget.ExactValue, Streams, CancellationToken.None);
        Assert.Contains(found.Notices, notice => notice.Text.Contains("reads qubits 2, 0 with errors that depend on each other", StringComparison.Ordinal));
    }

    [Fact]
    public void Four_qubits_together_have_exact_values_and_no_bitstrings()
    {
        Device device = Profile(Line, [[0, 1, 2, 3]], [Confusion(4, 9)]);
        Circuit circuit = Read("OPENQASM 3.0;\ninclude \"stdgates.inc\";\nx $0; x $1; x $2; x $3;");
        ObservableSet zz = new(Observable.Parse("IIZZ", 4));
        IProgram Program(Request ask) => new Emulator(device, new NoiseOptions { Sources = NoiseSources.Readout })
            .Compile(circuit, ask, CompileOptions.Default(1), CancellationToken.None);
        IProgram program = Program(Request(zz, QmlBench.Emulation.Waist.Asked.None, Budget.ExactValue, null));
        double value = program.Estimate(RowTable.Single(program.Columns), zz, Budget.ExactValue, Streams, CancellationToken.None).Value(0, 0);
        double[] last = Confusion(4, 9)[^16..];
        Assert.Equal(Enumerable.Range(0, 16).Sum(record => last[record] * ((int.PopCount(record & 3) & 1) == 0 ? 1 : -1)), value, 1e-13);
        var refusal = Assert.Throws<ExecutionRefusedException>(
            () => Program(Request(null, QmlBench.Emulation.Waist.Asked.Bitstrings, Budget.ExactValue, null)));
        Assert.Contains("groups of up to 3 qubits", refusal.Message, StringComparison.Ordinal);
    }

    private const string Line = "couplers: [0-1, 1-2, 2-3, 3-4, 4-5]\n";

    private const string Text = """
        OPENQASM 3.0;
        include "stdgates.inc";
        input float a;
        sx $0; sx $1; sx $2; sx $3; sx $4;
        cz $0, $1; cz $1, $2;
        rz(a) $2; sx $2; rz(0.7) $1; sx $1;
        cz $2, $3; cz $3, $4;
        rz(2*a) $3; sx $3; rz(1.1) $0; sx $0; sx $4;
        cz $3, $4; cz $0, $1; sx $1; cz $4, $5; sx $5; x $5; rz(0.3) $4; sx $4;

        """;

    private static Device Grouped() => Profile(Line, Groups, Confusions);

    private static Device Profile(string couplers, int[][] groups, double[][] confusions)
    {
        string sections = string.Concat(groups.Select((group, index) => FormattableString.Invariant(
            $"  - {{qubits: [{string.Join(", ", group)}], confusion: [{string.Join(", ", Rows(confusions[index]))}]}}\n")));
        return DeviceYamlReader.Read(new SourceText("f", $$$"""
            schema: qmlbench/device/v1
            name: together
            vendor: nobody
            technology: thought
            kind: template
            source: {text: made up for tests}
            semantics: aer-properties
            {{{couplers}}}correlated_readout:
            {{{sections}}}qubits: {0..5: {t1: 60 us, t2: 50 us, readout: {p1_given_0: 0.04, p0_given_1: 0.09, length: 1 us} } }
            gates:
              rz: virtual
              sx: {sites: {every: {duration: 40 ns, error: 0.002} } }
              x: {sites: {every: {duration: 40 ns, error: 0.002} } }
              cz: {sites: {every: {duration: 300 ns, error: 0.02} } }

            """));
    }

    private static IEnumerable<string> Rows(double[] confusion)
    {
        int size = (int)Math.Sqrt(confusion.Length);
        return confusion.Chunk(size).Select(row => "[" + string.Join(", ", row.Select(entry => entry.ToString("R", System.Globalization.CultureInfo.InvariantCulture))) + "]");
    }

    private static double[] Confusion(int qubits, int seed)
    {
        RandomStream random = StreamKey.Root((ulong)seed, "confusion").Open();
        int size = 1 << qubits;
        var entries = new double[size * size];
        for (int row = 0; row < size; row++)
        {
            double rest = 1;
            for (int column = 0; column < size; column++)
            {
                if (column == row) continue;
                rest -= entries[(row * size) + column] = 0.25 * random.NextDouble() / size;
            }

            entries[row * (size + 1)] = rest;
        }

        return entries;
    }

    private static (IProgram Program, ObservableSet Observables) Physical(
        MethodKind? method, params string[] asked) => Physical(method, asked, Budget.ExactValue);

    private static (IProgram Program, ObservableSet Observables) Physical(
        MethodKind? method, string[] asked, Budget? budget = null, NoiseSources sources = NoiseSources.All)
    {
        ObservableSet observables = Set(asked);
        return (Compile(
            Read(Text), Request(observables, QmlBench.Emulation.Waist.Asked.None, budget ?? Budget.ExactValue, method), sources), observables);
    }

    // Written on five qubits, of six.
    private static ObservableSet Set(params string[] asked) => new([.. asked.Select(text => Observable.Parse(text, 5))
        .Select(observable => new Observable(6, observable.Terms))]);

    private static Request Request(ObservableSet? observables, Asked asked, Budget budget, MethodKind? method) =>
        new(observables, asked, budget, Limits.Default with { Method = method });

    private static IProgram Compile(Circuit circuit, Request request, NoiseSources sources = NoiseSources.All) =>
        new Emulator(Grouped(), new NoiseOptions { Sources = sources })
            .Compile(circuit, request, CompileOptions.Default(1), CancellationToken.None);

    private static Circuit Read(string text) => QasmReader.ReadOrThrow(new SourceText("c.qasm", text));

    private static RowTable Row(IProgram program) =>
        RowTable.Single(program.Columns.Share(program.Columns.Names.ToDictionary(name => name, _ => 0.4)));

    private static int[] QubitsOfBits(IProgram program)
    {
        Circuit circuit = program.Native.Circuit;
        if (!circuit.HasMeasurements) return [.. program.Native.FinalLayout];
        var qubits = new int[circuit.ClbitCount];
        for (int index = 0; index < circuit.Count; index++)
            if (circuit[index].Kind == OperationKind.Measure) qubits[circuit[index].Clbit] = circuit[index].Qubits[0];
        return qubits;
    }

    // The state before it is read; all six qubits are in use, so that device qubits are simulated ones.
    private static ComplexMatrix State(IProgram program, double a)
    {
        NoisyProgram noisy = program.Find<INoiseDescription>()!.Describe();
        Assert.Equal(6, noisy.Circuit.QubitCount);
        var builder = QmlBench.Simulation.Noisy.NoisyCircuit.Builder(6, 0, noisy.Circuit.Parameters);
        foreach (var step in noisy.Circuit.Steps.Where(step => step is not QmlBench.Simulation.Noisy.MeasureStep)) builder.Append(step);
        return new NaiveReference(builder.Build()).State([.. noisy.Circuit.Parameters.Select(_ => a)]);
    }

    private static double Expected(ComplexMatrix state, Observable observable)
    {
        double sum = 0;
        foreach (PauliTerm term in observable.Terms)
        {
            string letters = string.Concat(Enumerable.Range(0, 6).Select(qubit => term.Pauli[qubit]));
            double[] recorded = Recorded(state, letters);
            for (int outcome = 0; outcome < recorded.Length; outcome++)
                sum += term.Coefficient * recorded[outcome] * (int.PopCount(outcome & (int)term.Pauli.Support) % 2 == 0 ? 1 : -1);
        }

        return sum;
    }

    private static double[] Recorded(ComplexMatrix state, string letters)
    {
        double[] actual = Outcomes(state, letters), recorded = new double[actual.Length];
        for (int from = 0; from < actual.Length; from++)
            for (int to = 0; to < actual.Length; to++)
                recorded[to] += actual[from] * Transition(from, to);
        return recorded;
    }

    private static double Transition(int from, int to)
    {
        double product = 1;
        for (int group = 0; group < Groups.Length; group++)
        {
            int Local(int outcome) => Groups[group].Select((qubit, bit) => ((outcome >> qubit) & 1) << bit).Sum();
            product *= Confusions[group][(Local(from) << Groups[group].Length) + Local(to)];
        }

        foreach (int qubit in (int[])[1])
        {
            double one = ((from >> qubit) & 1) == 0 ? 0.04 : 1 - 0.09;
            product *= ((to >> qubit) & 1) == 1 ? one : 1 - one;
        }

        return product;
    }

    // Diagonal of the state with each qubit turned so that its letter becomes Z.
    private static double[] Outcomes(ComplexMatrix state, string letters)
    {
        double half = Math.Sqrt(0.5);
        Complex[] x = [half, half, half, -half], y = [half, -half * Complex.ImaginaryOne, half, half * Complex.ImaginaryOne];
        var probabilities = new double[64];
        for (int outcome = 0; outcome < probabilities.Length; outcome++)
        {
            (int Basis, Complex Amplitude)[] row = [.. Enumerable.Range(0, 64).Select(basis => (basis, Amplitude(basis))).Where(one => one.Item2 != 0)];
            foreach ((int left, Complex amplitude) in row)
                foreach ((int right, Complex other) in row)
                    probabilities[outcome] += (amplitude * state[left, right] * Complex.Conjugate(other)).Real;

            Complex Amplitude(int basis)
            {
                Complex product = 1;
                for (int qubit = 0; qubit < 6; qubit++)
                {
                    int to = (outcome >> qubit) & 1, from = (basis >> qubit) & 1;
                    product *= letters[qubit] switch
                    {
                        'X' => x[(2 * to) + from],
                        'Y' => y[(2 * to) + from],
                        _ => to == from ? 1 : 0,
                    };
                }

                return product;
            }
        }

        return probabilities;
    }
}
