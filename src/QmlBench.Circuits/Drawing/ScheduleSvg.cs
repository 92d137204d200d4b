namespace QmlBench.Circuits.Drawing;

/// <summary>Draws a scheduled circuit as SVG on a time axis that is true to scale.</summary>
/// <remarks>
/// One line for each qubit that does something, with its device number and the logical qubit it holds. Gates are boxes as long as they
/// last, virtual gates thin marks, idle windows dashed, barriers dashed bars. Final measurements are cut short, with a mark, where they
/// would be longer than the circuit is worth. Long circuits are folded to the width.
/// </remarks>
public static class ScheduleSvg
{
    /// <summary>Narrowest drawing in pixels.</summary>
    public const int LeastWidth = 300;

    /// <summary>The drawing as an <c>svg</c> element of its own.</summary>
    /// <param name="timed">The circuit with its times; not timeless.</param>
    /// <param name="width">Most pixels in a row, at least <see cref="LeastWidth"/>.</param>
    /// <param name="title">Title for screen readers.</param>
    /// <exception cref="ArgumentException">Nothing in the circuit takes time.</exception>
    public static string Draw(TimedCircuit timed, int width = 1200, string title = "Scheduled circuit")
    {
        (string elements, int used, int height) = Elements(timed, width);
        return SvgStyle.Open(used, height, title) + elements + "</svg>\n";
    }

    /// <summary>The elements of the drawing without root, for a larger drawing that has one (<see cref="SvgStyle.Open"/>).</summary>
    /// <param name="timed">The circuit with its times; not timeless.</param>
    /// <param name="width">Most pixels in a row, at least <see cref="LeastWidth"/>.</param>
    /// <param name="tints">Colour of each operation, or null for none.</param>
    /// <returns>The elements, and the width and height they take.</returns>
    /// <exception cref="ArgumentException">Nothing in the circuit takes time, or there are not as many tints as operations.</exception>
    public static (string Elements, int Width, int Height) Elements(
        TimedCircuit timed, int width = 1200, IReadOnlyList<OperationTint>? tints = null)
    {
        ArgumentNullException.ThrowIfNull(timed);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        if (timed.IsTimeless)
            throw new ArgumentException("Nothing in the circuit takes time; draw it in columns.", nameof(timed));
        if (tints is not null && tints.Count != timed.Circuit.Count)
            throw new ArgumentException(
                $"The circuit has {timed.Circuit.Count} operations, but {tints.Count} tints are given.", nameof(tints));
        return new ScheduleCanvas(timed, width, tints).Draw();
    }
}
