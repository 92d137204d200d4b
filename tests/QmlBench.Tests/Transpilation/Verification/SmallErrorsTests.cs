using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Tests.Transpilation.Verification;

/// <summary>One native gate off by 1e-7 rad is caught by every check: none measures an error by its square.</summary>
public sealed class SmallErrorsTests
{
    private const double Error = 1e-7;
    private static readonly StreamKey Key = StreamKey.Root(1, "routing");

    public static TheoryData<string> Circuits() => new("unitary", "dynamic", "clifford");

    private static Circuit Make(string kind, ulong seed) => kind switch
    {
        "dynamic" => VerifiedCompilesTests.Dynamic(5, 20, seed),
        "clifford" => RandomCircuits.Make(5, 20, seed, 0, gate => gate.Name is "h" or "sx" or "s" or "cx" or "cz"),
        _ => RandomCircuits.OfCatalogue(5, 15, seed)
    };

    [Theory]
    [MemberData(nameof(Circuits))]
    public void ByStates(string kind) => ForAll(kind, bitstringsOnly: false, (circuit, draft) => Throws(circuit, draft, false));

    [Theory]
    [MemberData(nameof(Circuits))]
    public void ByStatesWithDiagonalsDropped(string kind) =>
        ForAll(kind, bitstringsOnly: true, (circuit, draft) => Throws(circuit, draft, true));

    [Fact]
    public void ByTableau() => ForAll("clifford", bitstringsOnly: false, (circuit, draft) =>
        TableauCheck.Run(circuit, draft, false) is null);

    [Theory]
    [MemberData(nameof(Circuits))]
    public void ByCancellation(string kind) => ForAll(kind, bitstringsOnly: false, (circuit, draft) =>
        !new CancellationCheck(circuit, draft).Run(Key, false).Verified);

    [Theory]
    [MemberData(nameof(Circuits))]
    public void ByCancellationWithDiagonalsDropped(string kind) => ForAll(kind, bitstringsOnly: true, (circuit, draft) =>
        !new CancellationCheck(circuit, draft).Run(Key, true).Verified);

    /// <summary>The check finds nothing in the compiled circuit and the error in the one with a wrong gate.</summary>
    private static void ForAll(string kind, bool bitstringsOnly, Func<Circuit, CompileDraft, bool> isCaught)
    {
        var target = Target.For(TestDevices.Line(6, "cz"));
        for (ulong seed = 0; seed < 6; seed++)
        {
            Circuit circuit = Make(kind, seed);
            CompileDraft draft = new DeviceCompilation(
                circuit, target, new(2, Key, BitstringsOnly: bitstringsOnly), null, CancellationToken.None).Run();
            Assert.False(isCaught(circuit, draft), $"{kind} {seed}");
            Assert.True(isCaught(circuit, draft with { Circuit = WithError(draft.Circuit) }), $"{kind} {seed}");
        }
    }

    private static bool Throws(Circuit circuit, CompileDraft draft, bool upToDiagonal)
    {
        try
        {
            return !new StateCheck(circuit, draft).Run(Key, upToDiagonal).Verified;
        }
        catch (InvalidOperationException bug)
        {
            return bug.Message.StartsWith("Bug in QmlBench", StringComparison.Ordinal);
        }
    }

    /// <summary>The circuit with a rotation about x too much before the first cz that is not under a condition.</summary>
    private static Circuit WithError(Circuit circuit)
    {
        CircuitBuilder builder = CircuitCopy.Start(circuit);
        bool isDone = false;
        for (int i = 0; i < circuit.Count; i++)
        {
            if (!isDone && circuit[i].Is(StandardGates.CZ) && circuit[i].Condition is null)
            {
                builder.Add(StandardGates.RX, [Error], circuit[i].Qubits[..1]);
                isDone = true;
            }
            CircuitCopy.Append(builder, circuit[i]);
        }
        Assert.True(isDone);
        return builder.Build();
    }
}
