using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Devices.Noise;

namespace QmlBench.Emulation.Noise;

/// <summary>Lists what a model applies.</summary>
internal static class NoiseDescriber
{
    public static NoiseDescription Describe(NoiseModel model, string? gate, IReadOnlyCollection<int>? qubits)
    {
        bool Wanted(SiteNoise site) => (gate is null || site.Gate == gate) && (qubits is null || site.Qubits.All(qubits.Contains));
        var all = Enumerable.Range(0, model.Device.QubitCount).Where(qubit => qubits is null || qubits.Contains(qubit)).ToList();
        ImmutableArray<SiteNoise> sites =
        [
            .. model.Device.Gates.SelectMany(native => Sites(model, native)).Where(Wanted),
            .. all.Select(model.Measurement).OfType<SiteNoise>().Where(Wanted),
            .. all.Where(qubit => model.Device.Qubits[qubit].ResetDuration is not null).Select(model.Reset).Where(Wanted),
        ];
        return new(
            model.Device.Name,
            model.Semantics,
            sites,
            [.. all.Select(qubit => new QubitReadout(qubit, model.AverageInGroup(qubit) ?? model.Readout(qubit)))],
            [.. model.ReadoutGroups.Where(group => group.Qubits.All(all.Contains)).Select(model.ReadTogether)],
            Extra(model, sites, all));
    }

    private static ExtraNoise Extra(NoiseModel model, ImmutableArray<SiteNoise> sites, List<int> qubits)
    {
        var figures = model.Device.Noise;
        var crosstalk = model.Sources.HasFlag(NoiseSources.Crosstalk) ? figures.Crosstalk : null;
        return new()
        {
            Sources = NoiseSourceNames.Of(model.Sources),
            Unused = model.Device.IsIdeal
                ? []
                : [.. UnusedFigures.Of(model.Device).Where(one => !NoiseSourceNames.Of(model.Sources).Contains(one.Key))],
            AngleFactor = model.AngleFactor,
            Coherent = [.. sites.Where(site => site.Coherent is not null).Select(site => Coherent(figures, site))],
            StaticZz = [.. (crosstalk?.StaticZz ?? []).Where(pair => qubits.Contains(pair.First) && qubits.Contains(pair.Second))],
            Echoed = [.. crosstalk?.Echoed ?? []],
            Idle = [.. qubits.SelectMany(qubit => Waiting(model, qubit))],
            IdlePer = figures.Explicit?.Idle?.Per,
        };
    }

    private static IEnumerable<NoiseStage> Waiting(NoiseModel model, int qubit) => model.Device.Noise.Explicit?.Idle is { } idle
        ? model.Waiting(qubit, idle.Per ?? 0).Where(stage => stage.Source == RecipeChannels.Source)
        : [];

    private static CoherentDescription Coherent(NoiseFigures figures, SiteNoise site)
    {
        var entries = figures.Coherent.First(entry => entry.Gate == site.Gate).Sites;
        return new(
            site.Gate,
            site.Qubits,
            NoiseSite.Find(entries, entry => entry.Site, site.Qubits.AsSpan())!.Error,
            1 - site.Coherent!.Channel.AverageGateFidelity);
    }

    private static IEnumerable<SiteNoise> Sites(NoiseModel model, NativeGate native) => Operands(model.Device, native)
        .Select(operands => model.Gate(native.Name, operands.AsSpan()))
        .OfType<SiteNoise>();

    // A virtual gate has noise where channels are written out for it; it can act everywhere.
    private static IEnumerable<ValueList<int>> Operands(Device device, NativeGate native)
    {
        if (!native.IsVirtual)
        {
            return native.Sites.SelectMany(site => site.BothOrders
                ? new ValueList<int>[] { site.Qubits, [site.Qubits[1], site.Qubits[0]] }
                : [site.Qubits]);
        }

        if (device.Noise.Explicit?.Gates.All(entry => entry.Gate != native.Name) ?? true)
        {
            return [];
        }

        return native.Arity == 1
            ? Enumerable.Range(0, device.QubitCount).Select(qubit => (ValueList<int>)[qubit])
            : device.Coupling.DirectedPairs.Select(pair => (ValueList<int>)[pair.First, pair.Second]);
    }
}
