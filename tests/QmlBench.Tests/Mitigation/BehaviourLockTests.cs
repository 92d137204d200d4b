using System.Globalization;
using System.Text;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Mitigation;

/// <summary>
/// The lock on behaviour: for each technique its version and the hash of a small probe's output. The probe is a circuit on device qubits
/// under readout error and depolarizing, to 9 digits, so that only its own changes, or new semantics of noise, move it. When a hash
/// changes and the noise has not, raise the technique's version and then write the new hash here.
/// </summary>
public class BehaviourLockTests
{
    private static readonly SortedDictionary<string, (int Version, string Hash)> Locked = new(StringComparer.Ordinal)
    {
        ["cdr"] = (1, "9ad77d20d1b4cc1d"),
        ["readout"] = (1, "ca8ef73ef1549ac5"),
        ["zne"] = (1, "30dc5b9cb1221754"),
    };

    private static readonly ObservableSet Observables = new(Observable.Parse("ZZ", 2), Observable.Parse("0.5*XI + IZ", 2));

    public static TheoryData<string> Components => [.. TechniqueVersions.All.Select(version => version.Component)];

    [Fact]
    public void Every_technique_is_locked() => Assert.Equal(Locked.Keys, TechniqueVersions.All.Select(version => version.Component));

    [Theory]
    [MemberData(nameof(Components))]
    public void Output_changes_only_with_the_version(string component) =>
        BehaviourLock.Holds(Locked, TechniqueVersions.All, component, Probe(component));

    private static string Probe(string technique)
    {
        string file = Path.Combine(RepositoryRoot.Path, "devices", "ibm_manila_2024-05-27.yaml");
        var noise = new NoiseOptions
        {
            Semantics = QmlBench.Devices.NoiseSemantics.AerTarget,
            Sources = NoiseSources.Gate | NoiseSources.Readout,
        };
        IExecutor executor = Pipeline.Wrap(new Emulator(DeviceYamlReader.Read(SourceText.FromFile(file)), noise), [technique]);
        return Values(executor, Budget.ExactValue) + Values(executor, new Budget.Shots(20000));
    }

    private static string Values(IExecutor executor, Budget budget)
    {
        CircuitBuilder builder = Circuit.Builder(2).Physical();
        Angle a = builder.Parameter("a"), b = builder.Parameter("b");
        builder.SX(0).RZ(a, 0).SX(0).CX(0, 1).RZ(b, 1).SX(1).RZ(0.4, 1).SX(1).CX(0, 1).SX(0).RZ(b, 0).SX(0);
        var request = new Request(Observables, Asked.None, budget, Limits.Default);
        IProgram program = executor.Compile(builder.Build(), request, CompileOptions.Default(4), CancellationToken.None);
        var rows = new RowTable(program.Columns, new[] { 0.3, 0.8, -1.2, 0.4 }, 2);
        var streams = new RowStreams(StreamKey.Root(1, "shots"));
        Estimates found = program.Estimate(rows, Observables, budget, streams, CancellationToken.None);
        return string.Join(' ', Text(found.Values.Span), Text(found.Covariance.Span), Text(found.SharedError.Span), found.Spent.Shots);
    }

    private static string Text(ReadOnlySpan<double> values)
    {
        var text = new StringBuilder();
        foreach (double value in values)
            text.Append((Math.Round(value, 9) + 0.0).ToString("F9", CultureInfo.InvariantCulture)).Append(' ');
        return text.ToString();
    }
}
