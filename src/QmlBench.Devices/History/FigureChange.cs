namespace QmlBench.Devices.History;

/// <summary>One figure that moved.</summary>
/// <param name="Subject">Whose: <c>3</c>, <c>cx 0-1</c>.</param>
/// <param name="Before">The earlier value.</param>
/// <param name="After">The later value.</param>
public readonly record struct FigureChange(string Subject, double Before, double After)
{
    /// <summary>Later over earlier value; infinite or NaN where the earlier one is 0.</summary>
    public double Ratio => After / Before;
}
