using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Budgets;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Emulation.Budgets;

public sealed class NoiseBudgetTests
{
    private const string Manila = "ibm_manila_2024-05-27";
    private static readonly Circuit Ghz = Circuit.Builder(3, 3).H(0).CX(0, 1).CX(1, 2).MeasureAll().Build();
    private static readonly ObservableSet Two = new(Observable.Parse("ZZI", 3), Observable.Parse("0.5*XXX - IIZ", 3));

    [Theory]
    [InlineData(1, Manila, "aer-target")]
    [InlineData(3, "ibm_guadalupe_2021-04-20", "aer-target")]
    [InlineData(4, Manila, "iqm")]
    public void One_sweep_gives_what_a_simulation_of_each_removal_gives(int seed, string device, string semantics)
    {
        var noise = new NoiseOptions { TemperatureMillikelvin = 40, Semantics = semantics };
        var diagnosed = Diagnosed.Of(Diagnosed.Random(seed, 3, 6), device, noise, Two);
        NoiseBudget budget = diagnosed.Budget;
        Assert.True(budget.Operations.Length > 5);
        DensityState ideal = State(diagnosed, _ => false);
        foreach (OperationShare one in budget.Operations)
        {
            AssertShare(diagnosed, ideal, one.Share, step => step.Origin == one.Operation);
        }

        foreach (LayerShare layer in budget.Layers)
        {
            var inside = budget.Operations.Where(one => one.Layer == layer.Layer).Select(one => one.Operation).ToList();
            Assert.Equal(inside.Count, layer.Operations);
            AssertShare(diagnosed, ideal, layer.Share, step => inside.Contains(step.Origin));
        }

        foreach (SourceShare source in budget.Sources.Where(source => source.Source is not ("readout" or "population")))
        {
            AssertShare(diagnosed, ideal, source.Share, step => step.Source == source.Source);
        }

        Assert.Contains(budget.Sources, source => source.Source == "population");
    }

    [Theory]
    [InlineData(NoiseSources.Gate, "gate")]
    [InlineData(NoiseSources.Relaxation, "relaxation")]
    [InlineData(NoiseSources.Idle, "idle")]
    [InlineData(NoiseSources.Readout, "readout")]
    public void A_source_that_is_alone_is_the_whole(NoiseSources sources, string name)
    {
        NoiseBudget budget = Diagnosed.Of(Ghz, Manila, new NoiseOptions { Sources = sources }, Two).Budget;
        SourceShare only = Assert.Single(budget.Sources);
        Assert.Equal(name, only.Source);
        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(budget.Figures[k].Noisy, only.Share.Alone[k], 1e-13);
            Assert.Equal(budget.Figures[k].Ideal, only.Share.Removed[k], 1e-13);
            Assert.Equal(0.0, budget.InteractionAlone([only.Share], k), 1e-12);
            Assert.Equal(0.0, budget.InteractionRemoved([only.Share], k), 1e-12);
        }

        Assert.Equal(Math.Abs(budget.Figures[1].Change), budget.Cost(only.Share, 1), 1e-12);
    }

    [Fact]
    public void Interaction_is_what_the_shares_leave()
    {
        NoiseBudget budget = Diagnosed.Of(Ghz, Manila, null, Two).Budget;
        Assert.Equal(["gate", "relaxation", "idle", "readout"], budget.Sources.Select(source => source.Source));
        for (int k = 0; k < 3; k++)
        {
            double alone = budget.Sources.Sum(source => source.Share.Alone[k] - budget.Figures[k].Ideal);
            double removed = budget.Sources.Sum(source => budget.Figures[k].Noisy - source.Share.Removed[k]);
            double change = budget.Figures[k].Noisy - budget.Figures[k].Ideal;
            Assert.Equal(change - alone, budget.InteractionAlone(budget.Sources.Select(source => source.Share), k), 1e-13);
            Assert.Equal(change - removed, budget.InteractionRemoved(budget.Sources.Select(source => source.Share), k), 1e-13);
        }

        // To second order what is counted twice in one is missing in the other.
        double one = budget.InteractionAlone(budget.Sources.Select(source => source.Share), 0);
        double other = budget.InteractionRemoved(budget.Sources.Select(source => source.Share), 0);
        Assert.InRange(one, 1e-6, 0.01);
        Assert.Equal(-one, other, 0.05 * one);
    }

    [Fact]
    public void Readout_spoils_observables_and_no_fidelity()
    {
        NoiseBudget budget = Diagnosed.Of(Ghz, Manila, new NoiseOptions { Semantics = "aer-target" }, Two).Budget;
        BudgetShare readout = budget.Sources.Single(source => source.Source == "readout").Share;
        Assert.Equal(budget.Figures[0].Noisy, readout.Removed[0], 1e-14);
        Assert.Equal(1.0, readout.Alone[0], 1e-12);
        Assert.Equal(budget.Reading!.Alone, readout.Alone);
        QubitReading[] read = [.. budget.Readout.Qubits];
        Assert.Equal([0, 1, 2], read.Select(one => one.Logical));
        // aer-target reads symmetrically: of a GHZ state both outcomes are read right with the same probability.
        Assert.Equal(read.Aggregate(1.0, (product, one) => product * (1 - one.Error)), budget.Readout.AllRight, 1e-12);
        double scale = (1 - (2 * read[1].Error)) * (1 - (2 * read[2].Error));
        Assert.Equal(scale, readout.Alone[1], 1e-12);
    }

    [Fact]
    public void Places_are_a_partition_and_qubits_take_all_that_touches_them()
    {
        NoiseBudget budget = Diagnosed.Of(Ghz, Manila, new NoiseOptions { Sources = NoiseSources.Gate }).Budget;
        PlaceShare coupler = budget.Places.First(place => place.Qubits.Length == 2);
        Assert.Equal(coupler.Qubits.Order(), coupler.Qubits);
        Assert.Equal(budget.Places.OrderBy(place => place.Qubits.Length).ThenBy(place => place.Qubits[0]).Select(place => place.Qubits[0]),
            budget.Places.Select(place => place.Qubits[0]));
        foreach (PlaceShare qubit in budget.Qubits)
        {
            double parts = budget.Places.Where(place => place.Qubits.Contains(qubit.Qubits[0])).Sum(place => budget.Cost(place.Share, 0));
            Assert.Equal(parts, budget.Cost(qubit.Share, 0), 0.01 * parts);
        }
    }

    [Fact]
    public void Beyond_the_limit_observables_are_taken_on_their_light_cone_and_the_fidelity_is_estimated()
    {
        CircuitBuilder builder = Circuit.Builder(5).H(0).CX(0, 1).RX(0.3, 2).CX(2, 3).CX(3, 4).RX(0.7, 0);
        var observables = new ObservableSet(Observable.Parse("IIIZX", 5), Observable.Parse("IIIYI", 5));
        var layout = new NoiseOptions { Semantics = "aer-properties" };
        NoiseBudget whole = Diagnosed.Of(builder.Build(), Manila, layout, observables, effort: 0).Budget;
        NoiseBudget part = Diagnosed.Of(builder.Build(), Manila, layout, observables, new Limits(4, 1L << 30), effort: 0).Budget;
        Assert.False(whole.Figures[0].IsEstimate);
        Assert.True(part.Figures[0].IsEstimate);
        Assert.Contains("estimate", part.Method, StringComparison.Ordinal);
        Assert.Equal(whole.Figures[0].Noisy, part.Figures[0].Noisy, 0.05);
        Assert.Equal(whole.Operations.Select(one => one.Operation), part.Operations.Select(one => one.Operation));
        foreach (int k in (int[])[1, 2])
        {
            Assert.Equal(whole.Figures[k].Noisy, part.Figures[k].Noisy, 1e-12);
            AssertSame(whole.Sources.Select(one => one.Share), part.Sources.Select(one => one.Share), k);
            AssertSame(whole.Places.Select(one => one.Share), part.Places.Select(one => one.Share), k);
            AssertSame(whole.Operations.Select(one => one.Share), part.Operations.Select(one => one.Share), k);
            AssertSame(whole.Layers.Select(one => one.Share), part.Layers.Select(one => one.Share), k);
        }

        // Of a product nothing is left over but what the factors share.
        double product = part.Operations.Aggregate(1.0, (all, one) => all * one.Share.Alone[0]);
        Assert.Equal(part.Figures[0].Noisy, product, 1e-12);
        var refusal = Assert.Throws<ExecutionRefusedException>(() =>
            Diagnosed.Of(builder.Build(), Manila, layout, observables, new Limits(1, 1L << 30), effort: 0));
        Assert.Contains("The observables depend on 2 qubits", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Coherence_adds_up_and_says_when_it_runs_out()
    {
        CircuitBuilder builder = Circuit.Builder(2).X(0).CX(0, 1).Delay(DelayTime.Seconds(2e-4), 0).CX(0, 1);
        var diagnosed = Diagnosed.Of(builder.Build(), Manila, effort: 0);
        Assert.Equal(2, diagnosed.Budget.Coherence.Length);
        foreach (CoherenceUse one in diagnosed.Budget.Coherence)
        {
            var qubit = diagnosed.Emulator.Noise.Device.Qubits[one.Qubit];
            Assert.Equal(qubit.T1!.Value, one.T1);
            Assert.Equal(Math.Min(qubit.T2!.Value, 2 * one.T1), one.T2);
            Assert.InRange(one.IdleSeconds, 1.99e-4, 2.01e-4);
            double used = one.BusySeconds + one.IdleSeconds;
            Assert.Equal(Math.Exp(-used / one.T1), one.ExcitationLeft, 1e-12);
            Assert.Equal(Math.Exp(-used / one.T2), one.CoherenceLeft, 1e-12);
            Assert.Equal(used > Math.Min(one.T1, one.T2) ? one.StartSeconds + Math.Min(one.T1, one.T2) : null, one.RunsOutSeconds);
        }

        Assert.Contains(diagnosed.Budget.Coherence, one => one.RunsOutSeconds is not null);
        NoiseBudget twice = Diagnosed.Of(builder.Build(), Manila, new NoiseOptions { Scale = 2 }, effort: 0).Budget;
        Assert.Equal(diagnosed.Budget.Coherence[0].T1 / 2, twice.Coherence[0].T1, 1e-12);
    }

    [Fact]
    public void What_has_no_budget_is_refused_by_name()
    {
        Assert.Contains("nothing to diagnose: the device is ideal", Refusal(Ghz, "ideal", null), StringComparison.Ordinal);
        Assert.Contains("nothing to diagnose: all noise is switched off", Refusal(Ghz, Manila, NoiseOptions.Noiseless), StringComparison.Ordinal);
        Circuit conditional = Circuit.Builder(2, 1).H(0).Measure(0, 0).Add(StandardGates.X, [], [1], new Condition([0], 1)).Build();
        Assert.Contains("condition on measured bits", Refusal(conditional, Manila, null), StringComparison.Ordinal);
        Circuit middle = Circuit.Builder(1, 2).H(0).Measure(0, 0).H(0).Measure(0, 1).Build();
        Assert.Contains("mixed (purity 0.5)", Refusal(middle, Manila, null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reset_that_leaves_a_pure_state_is_served()
    {
        Circuit circuit = Circuit.Builder(2).X(0).Reset(0).H(0).CX(0, 1).Build();
        NoiseBudget budget = Diagnosed.Of(circuit, Manila).Budget;
        Assert.Equal(1.0, budget.Figures[0].Ideal, 1e-12);
        Assert.InRange(budget.Figures[0].Noisy, 0.8, 0.999);
    }

    private static string Refusal(Circuit circuit, string device, NoiseOptions? noise) =>
        Assert.Throws<ExecutionRefusedException>(() => Diagnosed.Of(circuit, device, noise)).Message;

    // The same figures from the noisy circuit as it is described, one simulation each.
    private static void AssertShare(Diagnosed diagnosed, DensityState ideal, BudgetShare share, Func<ChannelStep, bool> chosen)
    {
        DensityState alone = State(diagnosed, chosen), removed = State(diagnosed, step => !chosen(step));
        Assert.Equal(alone.Overlap(ideal), share.Alone[0], 1e-10);
        Assert.Equal(removed.Overlap(ideal), share.Removed[0], 1e-10);
        foreach (int k in (int[])[1, 2])
        {
            Assert.Equal(Value(diagnosed, alone, k, false), share.Alone[k], 1e-10);
            Assert.Equal(Value(diagnosed, removed, k, true), share.Removed[k], 1e-10);
        }
    }

    private static DensityState State(Diagnosed diagnosed, Func<ChannelStep, bool> keep)
    {
        NoisyCircuit described = diagnosed.Program.Find<INoiseDescription>()!.Describe().Circuit;
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(described.QubitCount, described.ClbitCount, described.Parameters);
        foreach (NoisyStep step in described.Steps)
            if (step is not ChannelStep channel || keep(channel)) builder.Append(step);
        var row = new double[diagnosed.Program.Columns.Count];
        diagnosed.Row.Fill(0, row);
        return DensityProgram.Compile(builder.Build()).Run(row);
    }

    private static double Value(Diagnosed diagnosed, DensityState state, int figure, bool read)
    {
        var devices = diagnosed.Program.Find<INoiseDescription>()!.Describe().DeviceQubits;
        int[] places = [.. diagnosed.Program.Native.FinalLayout.Select(qubit => devices.IndexOf(qubit))];
        var confusions = new ReadoutConfusion?[devices.Length];
        for (int q = 0; read && q < devices.Length; q++) confusions[q] = diagnosed.Emulator.Noise.Recording(devices[q]);
        EffectSet effects = EffectSet.Of([Two[figure - 1].MapQubits(places, devices.Length)], devices.Length, confusions);
        return effects.Members[0].Sum(term => term.Weight * state.Coefficients[(int)term.Index]);
    }

    private static void AssertSame(IEnumerable<BudgetShare> expected, IEnumerable<BudgetShare> actual, int figure)
    {
        Assert.Equal(expected.Count(), actual.Count());
        foreach ((BudgetShare one, BudgetShare other) in expected.Zip(actual))
        {
            Assert.Equal(one.Alone[figure], other.Alone[figure], 1e-12);
            Assert.Equal(one.Removed[figure], other.Removed[figure], 1e-12);
        }
    }
}
