using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;

namespace QmlBench.Benchmarks.Circuits;

/// <summary>
/// Reading long OpenQASM 2 texts in a warm process: quantum-volume circuits, each block three cx between runs of rz and rx.
/// Bars: about 10,000 gates in 50 ms, 100 qubits and 100 layers (some 200,000 gates) in 0.3 s.
/// </summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private SourceText _source = new("empty", "");

    [Params(22, 100)]
    public int Qubits { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var text = new StringBuilder($"OPENQASM 2.0;\ninclude \"qelib1.inc\";\nqreg q[{Qubits}];\n");
        for (int layer = 0; layer < Qubits; layer++)
            for (int pair = 0; pair + 1 < Qubits; pair += 2) Block(text, (pair + layer) % Qubits, (pair + layer + 1) % Qubits);
        _source = new SourceText("qv.qasm", text.ToString());
    }

    [Benchmark]
    public Circuit Read() => QasmReader.ReadOrThrow(_source);

    private static void Block(StringBuilder text, int first, int second)
    {
        for (int part = 0; part < 4; part++)
        {
            foreach (int qubit in new[] { first, second })
                for (int k = 0; k < 5; k++)
                    text.Append(CultureInfo.InvariantCulture,
                        $"{(k % 2 == 0 ? "rz" : "rx")}({0.1234567890123 * (text.Length % 97)}) q[{qubit}];\n");
            if (part < 3) text.Append(CultureInfo.InvariantCulture, $"cx q[{first}],q[{second}];\n");
        }
    }
}
