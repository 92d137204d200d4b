using System.Collections.Immutable;

namespace QmlBench.Devices.Templates;

/// <summary>The values of all parameters of a template.</summary>
internal sealed record TemplateValues(DeviceTemplate Template, ImmutableSortedDictionary<string, double> All)
{
    /// <summary>A value in its base unit.</summary>
    public double this[string name] => All[name];

    /// <summary>A whole number.</summary>
    public int Whole(string name) => (int)All[name];

    /// <summary>A word.</summary>
    public string Word(string name) => Template.Parameter(name)!.Words[Whole(name)];

    /// <summary>The values that are not the defaults, in the template's order: <c>rows=3,columns=4</c>; sizes always.</summary>
    public string Text() => string.Join(',', Template.Parameters
        .Where(p => p.IsWhole || All[p.Name] != p.Default)
        .Select(p => $"{p.Name}={p.Write(All[p.Name])}"));

    /// <summary>What values contradict each other.</summary>
    public string? Problem()
    {
        TemplateParameter t2 = Template.Parameter("t2")!;
        return this["t2"] > 2 * this["t1"]
            ? $"t2={t2.Write(this["t2"])}: t2 is at most twice t1, here {t2.Write(2 * this["t1"])}; choose a smaller t2 or a longer t1"
            : null;
    }

    /// <summary>The device of a name.</summary>
    public Device Device(string name)
    {
        TemplateShape shape = Template.Shape(this);
        int qubits = shape.Coupling.Qubits;
        return new Device
        {
            Name = name,
            Machine = name,
            Vendor = "none",
            Technology = "any: figures chosen for a study",
            Kind = DeviceKind.Template,
            Source = new DeviceSource { Text = $"template:{Template.Name}:{Text()}" },
            Semantics = NoiseSemantics.AerTarget,
            Qubits = [.. Enumerable.Range(0, qubits).Select(q => Qubit(shape.Positions.IsEmpty ? null : shape.Positions[q]))],
            Coupling = shape.Coupling,
            Gates = [.. Gates(shape.Coupling).OrderBy(g => g.Name, StringComparer.Ordinal)],
            Basis = [.. Gates(shape.Coupling).Select(g => g.Name).Order(StringComparer.Ordinal)],
        };
    }

    private Qubit Qubit(GridPoint? position) => new()
    {
        T1 = this["t1"],
        T2 = this["t2"],
        Readout = new() { P1Given0 = this["readout_error"], P0Given1 = this["readout_error"], Error = this["readout_error"], Length = this["readout_time"] },
        Position = position,
    };

    private IEnumerable<NativeGate> Gates(CouplingMap map)
    {
        foreach (string name in new[] { "sx", "x" })
            yield return NativeGate.Physical(
                name, 1, Enumerable.Range(0, map.Qubits).Select(q => new GateSite([q], this["one_qubit_error"], this["one_qubit_time"])));
        yield return NativeGate.Virtual("rz", 1);
        if (!map.Couplers.IsEmpty)
            yield return NativeGate.Physical(
                Word("gate"), 2, map.Couplers.Select(c => new GateSite([c.First, c.Second], this["two_qubit_error"], this["two_qubit_time"], bothOrders: true)));
    }
}
