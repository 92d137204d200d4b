using QmlBench.Circuits.OpenQasm.Writing;

namespace QmlBench.Circuits.OpenQasm;

/// <summary>Writes circuits as OpenQASM 2 or 3.</summary>
/// <remarks>
/// <para>OpenQASM 3 is exact by the letter of the specification, global phase included; where a gate of the specification has another phase
/// than the catalogue's, a <c>gphase</c> beside it says so, and a reader that ignores such phases differs by a global phase only. Reading
/// the text back (definitions kept) gives the same circuit.</para>
/// <para>OpenQASM 2 has no global phase and no parameters: the phase is left out, parameters must be bound first. Gates that the standard
/// library lacks are defined in the text.</para>
/// <para>Numbers are the shortest that read back to the same bits; multiples of pi are written as such.</para>
/// </remarks>
public static class QasmWriter
{
    /// <summary>The text of a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="version">Language to write.</param>
    /// <param name="dialect">For whom; the language itself, or what one loader reads.</param>
    /// <exception cref="UnwritableCircuitException">The circuit holds something the language or the loader does not take.</exception>
    public static string Write(
        Circuit circuit, QasmVersion version = QasmVersion.OpenQasm3, QasmDialect dialect = QasmDialect.Specification)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return new ProgramWriter(circuit, Dialects.Find(dialect, version)).Write();
    }
}
