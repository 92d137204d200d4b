using System.Numerics;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Tests.Transpilation.Synthesis;

public sealed class PulseFormTests
{
    [Fact]
    public void EveryUnitaryComesBackWithItsPhaseInAtMostTwoPulses()
    {
        RandomStream stream = StreamKey.Root(21, "pulses").Open();
        double Any() => 8 * stream.NextDouble() - 4;
        double Quarter() => stream.NextInt(8) * Math.PI / 2;
        for (int i = 0; i < 5000; i++)
        {
            Matrix2 u = (i % 3) switch
            {
                0 => Matrix2.RZ(Any()) * Matrix2.RY(Any()) * Matrix2.RZ(Any()),
                1 => Matrix2.RZ(Any()) * Matrix2.RX(Quarter()) * Matrix2.RZ(Quarter()),
                _ => Matrix2.RZ(Quarter()) * Matrix2.RX(Quarter() + 1e-13 * Any()) * Matrix2.RZ(Any())
            };
            var form = PulseForm.Of(u);
            Assert.InRange(form.Pulses, 0, 2);
            Assert.InRange(Difference(Complex.FromPolarCoordinates(1, form.Phase) * form.Matrix(), u), 0, 1e-12);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(Math.PI / 2, 1)]
    [InlineData(Math.PI, 1)]
    [InlineData(-Math.PI / 2, 1)]
    [InlineData(0.4, 2)]
    public void PulsesAreAsFewAsTheAngleAllows(double theta, int pulses) =>
        Assert.Equal(pulses, PulseForm.Of(Matrix2.RZ(0.7) * Matrix2.RX(theta) * Matrix2.RZ(-1.9)).Pulses);

    [Theory]
    [InlineData(3 * Math.PI, -Math.PI)]
    [InlineData(-Math.PI, -Math.PI)]
    [InlineData(2 * Math.PI, 0)]
    [InlineData(1e-13, 0)]
    [InlineData(7, 7 - 2 * Math.PI)]
    public void AnglesWrapToTheHalfOpenCircle(double angle, double wrapped) => Assert.Equal(wrapped, PulseForm.Wrap(angle), 12);

    private static double Difference(Matrix2 a, Matrix2 b) => new[]
    {
        (a.M00 - b.M00).Magnitude, (a.M01 - b.M01).Magnitude, (a.M10 - b.M10).Magnitude, (a.M11 - b.M11).Magnitude
    }.Max();
}
