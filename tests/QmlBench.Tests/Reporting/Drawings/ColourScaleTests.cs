using QmlBench.Devices.History;
using QmlBench.Reporting.Drawings;

namespace QmlBench.Tests.Reporting.Drawings;

public sealed class ColourScaleTests
{
    [Fact]
    public void Good_is_bright_and_bad_is_dark()
    {
        ColourScale errors = ColourScale.Over(FigureKind.TwoQubitError, [0.001, 0.01])!, times = ColourScale.Over(FigureKind.T2, [1e-5, 1e-4])!;
        Assert.Equal(("#fde725", "#440154"), (errors.Colour(0.001), errors.Colour(0.01)));
        Assert.Equal(("#440154", "#fde725"), (times.Colour(1e-5), times.Colour(1e-4)));
        Assert.True(errors.IsLight(0.001));
        Assert.Equal(("0.001", "0.00316", "0.01"), (errors.Label(0), errors.Label(0.5), errors.Label(1)));
        Assert.Equal(("10 µs", "100 µs"), (times.Label(0), times.Label(1)));
    }

    [Fact]
    public void An_outlier_does_not_use_up_the_scale()
    {
        ColourScale scale = ColourScale.Over(FigureKind.ReadoutError, [.. Enumerable.Repeat(0.01, 99), 0.5])!;
        Assert.Equal((0.01, 0.01, true), (scale.Low, scale.High, scale.ClipsHigh));
        Assert.Equal(scale.At(1), scale.Colour(0.5));
        Assert.Null(ColourScale.Over(FigureKind.ReadoutError, [0]));
    }
}
