using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.OpenQasm;

/// <summary>Short forms for tests of the reader.</summary>
internal static class QasmText
{
    public const string Head2 = "OPENQASM 2.0;\ninclude \"qelib1.inc\";\n";
    public const string Head3 = "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n";

    public static Circuit Read(string text, QasmOptions? options = null) =>
        QasmReader.ReadOrThrow(new SourceText("test.qasm", text), options);

    public static QasmResult Try(string text, QasmOptions? options = null) => QasmReader.Read(new SourceText("test.qasm", text), options);

    public static string FirstError(string text, QasmOptions? options = null)
    {
        QasmResult result = Try(text, options);
        Assert.Null(result.Circuit);
        return result.Diagnostics.Errors[0].ToString();
    }
}
