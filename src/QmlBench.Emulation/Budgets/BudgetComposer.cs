using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Programs;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Budgets;

/// <summary>Puts the shares of a budget together from its meters.</summary>
internal sealed class BudgetComposer(Preparation prepared, BudgetMeters meters, ObservableSet? observables)
{
    private const string Readout = "readout";
    private readonly ImmutableArray<BudgetShares> _shares = [.. meters.All.Select(meter => meter.Shares())];

    /// <summary>All figures.</summary>
    public ImmutableArray<BudgetFigure> Figures { get; } = [.. meters.All.SelectMany(meter => meter.Figures)];

    /// <summary>By source. One that only changes the channels of others is taken out by attaching the noise without it.</summary>
    /// <param name="under">The meters of the circuit under other noise.</param>
    public ImmutableArray<SourceShare> Sources(Func<Preparation, BudgetMeters> under)
    {
        var carried = meters.Circuit.Channels.Select(channel => channel.Source).ToHashSet();
        var names = NoiseSourceNames.Supported.Concat(carried.Except(NoiseSourceNames.Supported).Order(StringComparer.Ordinal));
        var shares = ImmutableArray.CreateBuilder<SourceShare>();
        foreach (var name in names)
        {
            var share = carried.Contains(name) ? Share((source, _) => source == name, _ => false)
                : name == Readout ? Reading()
                : ModifierShare(name, under);
            if (share is not null)
            {
                shares.Add(new(name, share));
            }
        }

        return shares.ToImmutable();
    }

    /// <summary>Wrong records, where an observable sees any.</summary>
    public BudgetShare? Reading() => ReadQubits().Any() ? Share((_, _) => false, _ => true) : null;

    /// <summary>By qubit, with everything that touches it.</summary>
    public ImmutableArray<PlaceShare> Qubits() =>
    [
        .. meters.Circuit.Channels.SelectMany(channel => meters.Circuit.Place(channel)).Concat(ReadQubits()).Distinct().Order()
            .Select(qubit => new PlaceShare([qubit], Share((_, qubits) => qubits.Contains(qubit), IsAt(qubit)))),
    ];

    /// <summary>By qubit and coupler.</summary>
    public ImmutableArray<PlaceShare> Places()
    {
        var places = meters.Circuit.Channels.Select(channel => meters.Circuit.Place(channel))
            .Concat(ReadQubits().Select(qubit => ImmutableArray.Create(qubit)))
            .DistinctBy(place => string.Join(',', place))
            .OrderBy(place => place.Length).ThenBy(place => place[0]).ThenBy(place => place[^1]);
        return
        [
            .. places.Select(place => new PlaceShare(place, Share(
                (_, qubits) => qubits.SequenceEqual(place), place.Length == 1 ? IsAt(place[0]) : _ => false))),
        ];
    }

    /// <summary>By operation.</summary>
    public ImmutableArray<OperationShare> Operations(TimedCircuit timed) =>
    [
        .. _shares.SelectMany(shares => shares.Operations.Keys).Distinct().Order()
            .Select(index => index < 0 ? Unowned(timed, index) : Owned(timed, index)),
    ];

    /// <summary>By layer.</summary>
    public ImmutableArray<LayerShare> Layers(TimedCircuit timed)
    {
        var noisy = meters.Circuit.Instructions.Where(one => one.IsNoisy).ToLookup(one => one.Layer, one => one.Operation);
        return
        [
            .. _shares.SelectMany(shares => shares.Layers.Keys).Distinct().Order().Select(layer => new LayerShare(
                layer,
                noisy[layer].Count(),
                noisy[layer].Min(index => Start(timed, index)),
                noisy[layer].Max(index => Start(timed, index) + (index < 0 ? 0 : timed.DurationSeconds[meters.Scheduled[index]])),
                Joined(shares => shares.Layers, layer))),
        ];
    }

    private double Start(TimedCircuit timed, int index) => index < 0 ? timed.GatesEndSeconds : timed.StartSeconds[meters.Scheduled[index]];

    private OperationShare Owned(TimedCircuit timed, int index)
    {
        var scheduled = meters.Scheduled[index];
        var operation = timed.Circuit[scheduled];
        return new(scheduled, Name(operation), [.. operation.Qubits], Start(timed, index), timed.DurationSeconds[scheduled],
            meters.Layers[index], Joined(shares => shares.Operations, index));
    }

    // What has gathered when the last gate is over.
    private OperationShare Unowned(TimedCircuit timed, int index)
    {
        var channels = meters.Circuit.Instructions.Single(one => one.Operation == index).Steps.OfType<ChannelStep>();
        return new(index, "end", [.. channels.SelectMany(channel => meters.Circuit.Place(channel)).Distinct().Order()],
            timed.GatesEndSeconds, 0, meters.Layers[index], Joined(shares => shares.Operations, index));
    }

    private static string Name(Operation operation) => operation.Kind switch
    {
        OperationKind.Gate => operation.Gate.Name,
        OperationKind.Delay => "idle",
        _ => operation.Kind.ToString().ToLowerInvariant(),
    };

    private Func<int, bool> IsAt(int qubit) => logical => prepared.Native.FinalLayout[logical] == qubit;

    private BudgetShare Share(Func<string, ImmutableArray<int>, bool> chosen, Func<int, bool> recorded) => new(
        [.. meters.All.SelectMany(meter => meter.With(chosen, recorded))],
        [.. meters.All.SelectMany(meter => meter.With((source, place) => !chosen(source, place), logical => !recorded(logical)))]);

    // Device qubits whose wrong records an observable sees.
    private IEnumerable<int> ReadQubits()
    {
        var support = observables?.SelectMany(observable => observable.Terms)
            .Aggregate(0UL, (mask, term) => mask | term.Pauli.Support) ?? 0;
        return Enumerable.Range(0, prepared.Native.FinalLayout.Length)
            .Where(logical => logical < 64 && (support >> logical & 1) != 0 && prepared.Register.IsReadWithError(logical))
            .Select(logical => prepared.Native.FinalLayout[logical]);
    }

    private BudgetShare? ModifierShare(string name, Func<Preparation, BudgetMeters> under)
    {
        var source = NoiseSourceNames.Parse(name);
        if ((prepared.Model.Options.Sources & source) == 0)
        {
            return null;
        }

        var without = prepared.With(prepared.Model.Without(source));
        return IsSame(without.Unmeasured, prepared.Unmeasured) ? null : new(
            [.. Figures.Select(figure => figure.Ideal)],
            [.. under(without).All.SelectMany(meter => meter.Figures).Select(figure => figure.Noisy)]);
    }

    private static bool IsSame(NoisyCircuit one, NoisyCircuit other)
    {
        var (first, second) = (one.Steps.OfType<ChannelStep>(), other.Steps.OfType<ChannelStep>());
        return first.Count() == second.Count()
            && first.Zip(second).All(pair => pair.First.Channel.Entries.SequenceEqual(pair.Second.Channel.Entries));
    }

    // A meter that does not see an operation says that it changes nothing.
    private BudgetShare Joined(Func<BudgetShares, IReadOnlyDictionary<int, BudgetShare>> list, int key)
    {
        var joined = meters.All.Zip(_shares).Select(pair => list(pair.Second).TryGetValue(key, out var share)
            ? share
            : new([.. pair.First.Figures.Select(figure => figure.Ideal)], [.. pair.First.Figures.Select(figure => figure.Noisy)])).ToList();
        return new([.. joined.SelectMany(share => share.Alone)], [.. joined.SelectMany(share => share.Removed)]);
    }
}
