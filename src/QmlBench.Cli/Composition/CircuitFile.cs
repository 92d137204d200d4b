using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Cli.Output;

namespace QmlBench.Cli.Composition;

/// <summary>Reads a circuit for a user: warnings are told, errors come with the line they stand in and a caret under the place.</summary>
internal static class CircuitFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="terminal">Is told the warnings; null: nobody is.</param>
    /// <exception cref="RefusedException">It has errors, or there is no such file.</exception>
    public static Circuit Read(string path, QasmOptions options, Terminal? terminal)
    {
        SourceText source = Workspace.Text(path);
        QasmResult result = QasmReader.Read(source, options);
        if (result.Circuit is null)
            throw new RefusedException(string.Join('\n', result.Diagnostics.Sorted.Select(told => $"{told}\n{told.Excerpt(source)}")));
        foreach (Diagnostic told in result.Diagnostics.Sorted)
            terminal?.Notice(told.ToString());
        return result.Circuit;
    }
}
