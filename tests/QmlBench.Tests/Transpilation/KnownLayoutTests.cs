using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>QUEKO circuits (Tan and Cong, arXiv:2002.09783) fit their device without a swap; the exact layout has to find that.</summary>
public sealed class KnownLayoutTests
{
    /// <summary>Rigetti Aspen-4, from the QUEKO repository.</summary>
    private static readonly (int, int)[] Aspen4 =
    [
        (0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (0, 8), (3, 11), (4, 12), (7, 15), (8, 9), (9, 10), (10, 11), (11, 12),
        (12, 13), (13, 14), (14, 15)
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void SixteenQubitsNeedNoSwap(int effort)
    {
        var target = Target.For(TestDevices.Make(16, "cz", true, Aspen4));
        foreach (string file in SharedData.Files("circuits", "16QBT*.qasm"))
        {
            Circuit circuit = QasmReader.ReadOrThrow(SourceText.FromFile(file));
            TranspileOptions options = new(effort, StreamKey.Root(0, "routing"));
            NativeCircuit native = Transpiler.Compile(circuit, target, options, null, CancellationToken.None);
            Assert.Equal(0, native.Facts.Swaps);
            Assert.Equal("exact subgraph", native.Facts.LayoutMethod);
            Assert.True(native.Facts.After.TwoQubitGates <= circuit.TwoQubitGateCount);
        }
    }
}
