using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices;

/// <summary>Small profiles to spoil in tests.</summary>
internal static class Profiles
{
    /// <summary>A flawless profile of three qubits; every kind of section once.</summary>
    public const string Good = """
        schema: qmlbench/device/v1
        name: three
        vendor: nobody
        technology: thought
        kind: template
        source: {text: made up for tests}
        semantics: aer-target
        dt: 0.5 ns
        basis: [cz, rz, sx]
        couplers: [0-1, 1->2]
        qubits:
          0: {t1: 100 us, t2: 80 us, frequency: 5 GHz, anharmonicity: -330 MHz, readout: {p1_given_0: 0.01, p0_given_1: 0.02, length: 1 us}, reset: 1 us, at: [0, 0]}
          1..2: {label: Q, t1: 100 us, t2: 80 us, readout: {error: 0.01, length: 1 us}}
        gates:
          sx: {error: 0.001, duration: 30 ns, sites: {0: {}, 1: {error: 0.002}, 2: {}}}
          rz: virtual
          cz:
            sites:
              0-1: {error: 0.01, duration: 300 ns}
              1->2: {error: 0.02, duration: 310 ns}
        """;

    /// <summary>What there is to say about a text, sorted, on one line each.</summary>
    public static string[] Problems(string text)
    {
        var bag = new DiagnosticBag();
        Device? device = DeviceYamlReader.Read(new SourceText("f", text), bag, KnownGates.Catalogue);
        Assert.Equal(bag.HasErrors, device is null);
        return [.. bag.Sorted.Select(d => d.ToString())];
    }

    /// <summary>The good profile with one part replaced; the part must be there exactly once.</summary>
    public static string With(string part, string replacement)
    {
        Assert.Equal(2, Good.Split(part).Length);
        return Good.Replace(part, replacement, StringComparison.Ordinal);
    }
}
