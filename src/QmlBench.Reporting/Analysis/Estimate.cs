namespace QmlBench.Reporting.Analysis;

/// <summary>A mean over data draws with its 95 % interval.</summary>
/// <param name="Mean">Mean over the draws where the quantity is defined; NaN where there is none.</param>
/// <param name="Lower">Lower end; NaN with fewer than two draws.</param>
/// <param name="Upper">Upper end; NaN with fewer than two draws.</param>
/// <param name="Draws">Draws it rests on.</param>
/// <param name="Undefined">Draws left out because the quantity is undefined there.</param>
internal readonly record struct Estimate(double Mean, double Lower, double Upper, int Draws, int Undefined)
{
    /// <summary>Whether there is a mean.</summary>
    public bool IsDefined => double.IsFinite(Mean);

    /// <summary>Whether there is an interval.</summary>
    public bool HasInterval => double.IsFinite(Lower) && double.IsFinite(Upper);
}
