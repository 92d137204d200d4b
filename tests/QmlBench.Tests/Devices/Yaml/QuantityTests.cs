using CsCheck;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Yaml;

public sealed class QuantityTests
{
    private static readonly Gen<double> AnyFinite = Gen.Double.Where(x => double.IsFinite(x) && (x == 0 || Math.Abs(x) is > 1e-290 and < 1e290));
    private static readonly Gen<double> Physical = Gen.Select(Gen.Double[1, 10], Gen.Int[-15, 12], (m, e) => double.Parse($"{m:R}e{e}"));

    [Theory]
    [InlineData("131.5286444531517 us", 131.5286444531517e-6)]
    [InlineData("35.56 ns", 35.56e-9)]
    [InlineData("35.56ns", 35.56e-9)]
    [InlineData("2.5e2 ns", 2.5e-7)]
    [InlineData("-1e-3 s", -1e-3)]
    [InlineData(".5 ms", 5e-4)]
    [InlineData("7 µs", 7e-6)]
    [InlineData("0 ps", 0.0)]
    public void Times_are_read_exactly(string text, double seconds)
    {
        Assert.Equal(Quantity.Fault.None, Quantity.Read(text, Dimension.Time, out double value));
        Assert.Equal(seconds, value);
    }

    // 0.1·3 and its like: a product in doubles would miss these by one bit.
    [Theory]
    [InlineData("0.3 us", 3e-7)]
    [InlineData("4.962356469801913 GHz", 4962356469.801913)]
    [InlineData("277.3333333333333 ns", 2.773333333333333e-7)]
    public void Units_shift_the_point_and_never_round(string text, double expected)
    {
        Dimension dimension = text.EndsWith("Hz", StringComparison.Ordinal) ? Dimension.Frequency : Dimension.Time;
        Assert.Equal(Quantity.Fault.None, Quantity.Read(text, dimension, out double value));
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData("10 min", 600)]
    [InlineData("1.5 h", 5400)]
    [InlineData("2 d", 172800)]
    [InlineData("0.1 min", 6)]
    public void Wall_times_know_minutes_hours_and_days(string text, double seconds)
    {
        Assert.Equal(Quantity.Fault.None, Quantity.Read(text, Dimension.WallTime, out double value));
        Assert.Equal(seconds, value);
    }

    [Theory]
    [InlineData("1 KiB", 1024)]
    [InlineData("2.5 GB", 2.5e9)]
    [InlineData("3 GiB", 3221225472)]
    public void Sizes_know_both_kinds_of_units(string text, double bytes)
    {
        Assert.Equal(Quantity.Fault.None, Quantity.Read(text, Dimension.Memory, out double value));
        Assert.Equal(bytes, value);
    }

    [Theory]
    [InlineData("50 mK", 0.05)]
    [InlineData("15 uK", 1.5e-5)]
    public void Temperatures_are_kelvin(string text, double kelvin)
    {
        Assert.Equal(Quantity.Fault.None, Quantity.Read(text, Dimension.Temperature, out double value));
        Assert.Equal(kelvin, value);
    }

    [Theory]
    [InlineData("131.5", Quantity.Fault.NoUnit)]
    [InlineData("0", Quantity.Fault.NoUnit)]
    [InlineData("5 GHz", Quantity.Fault.OtherUnit)]
    [InlineData("5 US", Quantity.Fault.OtherUnit)]
    [InlineData("5 us x", Quantity.Fault.OtherUnit)]
    [InlineData("us", Quantity.Fault.NotANumber)]
    [InlineData("", Quantity.Fault.NotANumber)]
    [InlineData("nan us", Quantity.Fault.NotANumber)]
    [InlineData("inf s", Quantity.Fault.NotANumber)]
    [InlineData("1,5 us", Quantity.Fault.NotANumber)]
    [InlineData("1_000 us", Quantity.Fault.NotANumber)]
    [InlineData("0x10 us", Quantity.Fault.OtherUnit)]
    [InlineData("--1 us", Quantity.Fault.NotANumber)]
    [InlineData("1e us", Quantity.Fault.OtherUnit)]
    [InlineData("1e400 s", Quantity.Fault.OutOfRange)]
    [InlineData("1e-400 s", Quantity.Fault.OutOfRange)]
    [InlineData("1e99999 s", Quantity.Fault.NotANumber)]
    public void Other_texts_are_told_apart(string text, Quantity.Fault expected) =>
        Assert.Equal(expected, Quantity.Read(text, Dimension.Time, out _));

    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("+2.50", 2.5)]
    [InlineData("1E-5", 1e-5)]
    public void Plain_numbers_are_read(string text, double expected)
    {
        Assert.Equal(Quantity.Fault.None, Quantity.ReadNumber(text, out double value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("nan")]
    [InlineData("Infinity")]
    [InlineData(".inf")]
    [InlineData("1 2")]
    [InlineData("5 us")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("٣")]
    public void What_is_not_a_plain_number_is_refused(string text) =>
        Assert.Equal(Quantity.Fault.NotANumber, Quantity.ReadNumber(text, out _));

    [Theory]
    [InlineData(131.5286444531517e-6, "131.5286444531517 us")]
    [InlineData(3.5e-8, "35 ns")]
    [InlineData(1e-6, "1 us")]
    [InlineData(999e-9, "999 ns")]
    [InlineData(10, "10 s")]
    [InlineData(5000, "5000 s")]
    [InlineData(1e-16, "0.0001 ps")]
    [InlineData(-2e-7, "-200 ns")]
    [InlineData(0, "0 s")]
    public void Times_are_written_with_a_pleasant_unit(double seconds, string expected) =>
        Assert.Equal(expected, Quantity.Format(seconds, Dimension.Time));

    [Theory]
    [InlineData(0.0158, "0.0158")]
    [InlineData(2.4e-5, "0.000024")]
    [InlineData(8.87e-7, "8.87e-7")]
    [InlineData(1, "1")]
    [InlineData(1e22, "1e22")]
    [InlineData(-0.5, "-0.5")]
    public void Numbers_are_written_plainly_while_that_is_short(double value, string expected) =>
        Assert.Equal(expected, Quantity.Format(value));

    [Fact]
    public void What_is_written_reads_back_to_the_same_bits() =>
        Property.Holds(Gen.OneOf(AnyFinite, Physical), value =>
        {
            foreach (Dimension dimension in new[] { Dimension.Time, Dimension.WallTime, Dimension.Frequency, Dimension.Temperature, Dimension.Angle, Dimension.Memory })
            {
                Assert.Equal(Quantity.Fault.None, Quantity.Read(Quantity.Format(value, dimension), dimension, out double read));
                Assert.Equal(value, read);
            }
            Assert.Equal(Quantity.Fault.None, Quantity.ReadNumber(Quantity.Format(value), out double plain));
            Assert.Equal(value, plain);
        }, count: 1000);

    [Fact]
    public void Reading_agrees_with_decimal_arithmetic() =>
        Property.Holds(Gen.Select(Gen.Long[1, 99_999_999_999_999], Gen.Int[0, 6]), pair =>
        {
            // System.Decimal is exact here, and its conversion to double is correctly rounded through text.
            decimal value = pair.Item1 * Enumerable.Repeat(0.1m, pair.Item2).Aggregate(1m, (a, b) => a * b);
            double expected = double.Parse($"{value}e-6");
            Assert.Equal(Quantity.Fault.None, Quantity.Read($"{value} us", Dimension.Time, out double read));
            Assert.Equal(expected, read);
        });

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Only_finite_numbers_are_written(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantity.Format(value, Dimension.Time));
}
