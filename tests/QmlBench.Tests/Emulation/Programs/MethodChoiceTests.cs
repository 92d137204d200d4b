using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;

namespace QmlBench.Tests.Emulation.Programs;

public class MethodChoiceTests
{
    private const MethodKind Vector = MethodKind.StateVector, Exact = MethodKind.Exact, Trajectories = MethodKind.Trajectories;

    [Theory]
    [InlineData(3, true, Vector)]
    [InlineData(28, true, Vector)]
    [InlineData(29, true, null)]
    [InlineData(3, false, Exact)]
    [InlineData(14, false, Exact)]
    [InlineData(15, false, Trajectories)]
    [InlineData(27, false, Trajectories)]
    [InlineData(28, false, null)]
    public void Auto_takes_the_first_that_serves_and_fits_the_default_limits(int qubits, bool pure, MethodKind? expected) =>
        Assert.Equal(expected, MethodChoice.Of(new Demand(qubits, pure), Limits.Default, Budget.ExactValue));

    [Theory]
    [InlineData(5, false, 4, 4L << 30, Trajectories)]
    [InlineData(5, true, 4, 4L << 30, Vector)]
    [InlineData(10, false, 14, 8L << 20, Exact)]
    [InlineData(10, false, 14, (8L << 20) - 1, Trajectories)]
    [InlineData(10, false, 14, 32L << 10, Trajectories)]
    [InlineData(10, false, 14, (32L << 10) - 1, null)]
    [InlineData(10, true, 14, 16L << 10, Vector)]
    [InlineData(15, false, 15, 8L << 30, Exact)]
    [InlineData(16, false, 99, long.MaxValue, Trajectories)]
    public void Auto_follows_the_limits_that_are_stated(int qubits, bool pure, int exactQubits, long bytes, MethodKind? expected) =>
        Assert.Equal(expected, MethodChoice.Of(new Demand(qubits, pure), new Limits(exactQubits, bytes), Budget.ExactValue));

    [Theory]
    [InlineData(3, true, Vector, Vector)]
    [InlineData(3, false, Vector, null)]
    [InlineData(3, true, Exact, Exact)]
    [InlineData(15, true, Exact, null)]
    [InlineData(3, true, Trajectories, Trajectories)]
    [InlineData(3, false, Trajectories, Trajectories)]
    [InlineData(29, false, Trajectories, null)]
    public void A_method_that_is_asked_for_serves_or_is_refused(int qubits, bool pure, MethodKind forced, MethodKind? expected) =>
        Assert.Equal(expected, MethodChoice.Of(new Demand(qubits, pure), Limits.Default with { Method = forced }, Budget.ExactValue));

    [Theory]
    [InlineData(8, 8192, Exact)]
    [InlineData(8, 8193, Trajectories)]
    [InlineData(3, 65536, Exact)]
    [InlineData(8, 1e12, Trajectories)]
    public void Branches_over_records_are_counted(int qubits, double branches, MethodKind expected)
    {
        var demand = new Demand(qubits, false, branches);
        Assert.Equal(expected, MethodChoice.Of(demand, Limits.Default, Budget.ExactValue));
        Assert.Equal(8 * Math.Pow(4, qubits) * branches, MethodChoice.Bytes(Exact, demand));
    }

    [Theory]
    [InlineData(9, 0.1, Exact)]
    [InlineData(10, 0.1, Trajectories)]
    [InlineData(13, 0.1, Trajectories)]
    [InlineData(13, 0.02, Exact)]
    [InlineData(14, 0.03, Trajectories)]
    [InlineData(14, 0.01, Exact)]
    public void A_coarse_precision_is_met_by_trajectories_where_they_are_less_work(int qubits, double error, MethodKind expected)
    {
        Assert.Equal(expected, MethodChoice.Of(new Demand(qubits, false), Limits.Default, new Budget.Precision(error, 100_000)));
        Assert.Equal(MethodKind.StateVector, MethodChoice.Of(new Demand(qubits, true), Limits.Default, new Budget.Precision(error, 100_000)));
        // Too few trajectories to be sure of it.
        Assert.Equal(Exact, MethodChoice.Of(new Demand(qubits, false), Limits.Default, new Budget.Precision(error, 50)));
        Assert.Equal(Exact, MethodChoice.Of(new Demand(qubits, false), Limits.Default, new Budget.Shots(50)));
    }

    [Theory]
    [InlineData("auto", null)]
    [InlineData("state-vector", Vector)]
    [InlineData("exact", Exact)]
    [InlineData("trajectories", Trajectories)]
    public void Names_are_read_as_they_are_written(string name, MethodKind? kind)
    {
        Assert.Equal(kind, MethodNames.Parse(name));
        Assert.Contains(name, MethodNames.Supported);
        if (kind is { } known) Assert.Equal(name, MethodNames.Of(known));
        Assert.Contains("'exat' is no method", Assert.Throws<ArgumentException>(() => MethodNames.Parse("exat")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, 10)]
    [InlineData(-1.0, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(double.PositiveInfinity, 10)]
    [InlineData(0.1, 1)]
    public void A_precision_that_cannot_be_is_refused(double standardError, long most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Budget.Precision(standardError, most));
}
