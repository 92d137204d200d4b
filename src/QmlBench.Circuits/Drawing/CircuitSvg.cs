namespace QmlBench.Circuits.Drawing;

/// <summary>Draws circuits as SVG, self-contained and without script.</summary>
/// <remarks>Symbols as in textbooks: boxes, dots for controls, a plus in a circle for the target of a controlled X, a meter for a
/// measurement, a dashed bar for a barrier. Long circuits are folded to the width.</remarks>
public static class CircuitSvg
{
    /// <summary>Narrowest drawing in pixels.</summary>
    public const int LeastWidth = 200;

    /// <summary>The drawing as an <c>svg</c> element with a title.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="width">Most pixels in a row, at least <see cref="LeastWidth"/>; a longer circuit is folded.</param>
    /// <param name="title">Title for screen readers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is too small.</exception>
    public static string Draw(Circuit circuit, int width = 900, string title = "Circuit")
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, LeastWidth);
        return new SvgCanvas(DrawingPlan.Of(circuit), width).Draw(title);
    }
}
