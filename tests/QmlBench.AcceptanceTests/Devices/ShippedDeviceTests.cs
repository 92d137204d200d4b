using QmlBench.Devices;

namespace QmlBench.AcceptanceTests.Devices;

/// <summary>Every shipped device does what a user tries first.</summary>
public sealed class ShippedDeviceTests : IDisposable
{
    private const string Ghz = """
        OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; bit[3] c; h q[0]; cx q[0], q[1]; cx q[1], q[2]; c = measure q;
        """;

    // A readout near 1/2 on every qubit (two snapshots of 2024-04-10) tells nothing of the state.
    private const double BlindReadout = 0.4;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Directory.GetFiles(RepositoryRoot.Combine("devices"), "*.yaml")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_GHZ_state_of_three_qubits_is_simulated(string name)
    {
        Device device = new DeviceLibrary(RepositoryRoot.Combine("devices")).Load(name, idealQubits: 1);
        var ghz = _folder.Write("ghz.qasm", Ghz);
        if (device.QubitCount < 3)
        {
            Assert.Contains($"'{name}' has {device.QubitCount}", CommandLine.Run("simulate", ghz, "-d", name).Refused(), StringComparison.Ordinal);
            var one = _folder.Write("one.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; qubit q; x q;");
            Assert.InRange((double)CommandLine.Run("simulate", one, "-d", name, "--json").Json()["probabilities"]!["1"]!, 0.8, 1.0);
            return;
        }

        var json = CommandLine.Run("simulate", ghz, "-d", name, "--json").Json();
        var probabilities = json["probabilities"]!.AsObject().ToDictionary(pair => pair.Key, pair => (double)pair.Value!);
        Assert.Equal(1.0, probabilities.Values.Sum(), 1e-9);
        int[] layout = [.. json["compiled"]!["layout"]!.AsArray().Select(qubit => (int)qubit!)];
        Assert.Equal(3, layout.Distinct().Count());
        if (!device.HasOnlyDeadCouplers && device.Qubits.Min(qubit => qubit.Readout.EffectiveError) < BlindReadout)
            Assert.InRange(probabilities["000"] + probabilities["111"], 0.6, 1.0);
    }
}
