using CsCheck;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.OpenQasm;

/// <summary>Broken texts: whatever is done to a real program, reading it ends with a circuit or with located errors.</summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        ";", "{", "}", "(", ")", "[", "]", ",", "->", "=", "==", "@", "ctrl @ ", "inv @ ", "pow(0.5) @ ", "if (c) ", "for int i in [0:9] ",
            "measure ",
        "qubit[3] ", "qreg ", "gate ", "include \"stdgates.inc\";", "input float ", "let ", "switch (c) ", "$5", "-", "/", "0", "1e400",
            "99999999999999999999", "\"", "//",
        "/*", "#pragma ", "\0", "é", "\n", "box {", "const int n = ", "delay[1ns] ", "barrier ", "pi", "sin(",
    ];

    [Fact]
    public void Mutated_programs_never_crash()
    {
        string[] samples = [.. SharedData.Files("circuits", "*.qasm").Select(File.ReadAllText).Where(text => text.Length < 6000)];
        var random = new PCG(3, 20261123);
        var options = QasmOptions.Default;
        for (int i = 0; i < 10_000; i++)
        {
            string text = samples[Next(random, samples.Length)];
            for (int changes = 1 + Next(random, 6); changes > 0 && text.Length > 0; changes--) text = Mutated(text, random);
            QasmResult result = QasmReader.Read(new SourceText("mutant.qasm", text), options);
            Assert.True(result.Circuit is not null || result.Diagnostics.HasErrors, text);
        }
    }

    private static string Mutated(string text, PCG random)
    {
        int at = Next(random, text.Length);
        int length = Math.Min(Next(random, 12), text.Length - at);
        return Next(random, 5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pieces[Next(random, Pieces.Length)]),
            2 => text.Insert(at, text.Substring(Next(random, text.Length - length + 1), length)),
            3 => text[..at] + (char)(32 + Next(random, 96)) + text[(at + 1)..],
            _ => text[..at],
        };
    }

    private static int Next(PCG random, int limit) => (int)random.Next((uint)limit);
}
