namespace QmlBench.Circuits.Drawing;

/// <summary>Draws circuits for a terminal, with box-drawing characters.</summary>
/// <remarks>Time runs to the right; one line for each qubit, one for each register of classical bits. ● is a control, ⊕ the target of a
/// controlled X, × an exchange, ░ a barrier, M a measurement (with the bit it writes under the register); a condition hangs on
/// its register with the value it asks for. In a physical circuit only qubits that do something are drawn. Angles are rounded to four
/// digits.</remarks>
public static class CircuitText
{
    /// <summary>Narrowest drawing.</summary>
    public const int LeastWidth = 20;

    /// <summary>The drawing, lines joined by LF.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="width">Most characters in a line, at least <see cref="LeastWidth"/>; a longer circuit is folded. A single symbol wider
    /// than this makes its line longer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is too small.</exception>
    public static string Draw(Circuit circuit, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        return new TextCanvas(DrawingPlan.Of(circuit), width).Draw();
    }

    /// <summary>The drawing of a scheduled circuit: device and logical qubits as labels, idle windows with their lengths.</summary>
    /// <param name="timed">The circuit with its times.</param>
    /// <param name="width">As above.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is too small.</exception>
    public static string Draw(TimedCircuit timed, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(timed);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        return new TextCanvas(DrawingPlan.Of(timed), width).Draw();
    }
}
