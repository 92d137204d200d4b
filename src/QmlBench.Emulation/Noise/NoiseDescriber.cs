using System.Collections.Immutable;
using QmlBench.Devices;

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
            [.. model.ReadoutGroups.Where(group => group.Qubits.All(all.Contains)).Select(model.ReadTogether)]);
    }

    private static IEnumerable<SiteNoise> Sites(NoiseModel model, NativeGate native) => native.Sites
        .SelectMany(site => site.BothOrders
            ? new ValueList<int>[] { site.Qubits, [site.Qubits[1], site.Qubits[0]] }
            : [site.Qubits])
        .Select(operands => model.Gate(native.Name, operands.AsSpan()))
        .OfType<SiteNoise>();
}
