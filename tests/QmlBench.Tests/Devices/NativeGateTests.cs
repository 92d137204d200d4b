using QmlBench.Devices;

namespace QmlBench.Tests.Devices;

public sealed class NativeGateTests
{
    private static readonly NativeGate Cx = NativeGate.Physical("cx", 2,
    [
        new([3, 2], 0.02, 3e-7),
        new([0, 1], 0.01, 2e-7),
        new([2, 3], 0.02, 4e-7),
        new([5, 4], 0.03, 1e-7, bothOrders: true),
    ]);

    [Fact]
    public void Sites_are_found_by_operands_in_order()
    {
        Assert.Equal(2e-7, Cx.SiteFor(0, 1)!.Duration);
        Assert.Null(Cx.SiteFor(1, 0));
        Assert.Equal(4e-7, Cx.SiteFor(2, 3)!.Duration);
        Assert.Equal(3e-7, Cx.SiteFor(3, 2)!.Duration);
        Assert.Null(Cx.SiteFor(0));
    }

    [Fact]
    public void A_site_for_both_orders_is_found_in_both()
    {
        Assert.Equal(0.03, Cx.SiteFor(4, 5)!.Error);
        Assert.Same(Cx.SiteFor(4, 5), Cx.SiteFor(5, 4));
    }

    [Fact]
    public void Gates_are_equal_however_their_sites_were_listed()
    {
        var turned = NativeGate.Physical("cx", 2, Cx.Sites.Reverse());
        Assert.Equal(Cx, turned);
        Assert.Equal(Cx.GetHashCode(), turned.GetHashCode());
    }

    [Fact]
    public void Sites_that_clash_or_have_another_arity_are_refused()
    {
        Assert.Throws<ArgumentException>(() => NativeGate.Physical("cx", 2, [new([0, 1], 0, 0), new([0, 1], 0, 0)]));
        Assert.Throws<ArgumentException>(() => NativeGate.Physical("cx", 2, [new([0, 1], 0, 0, true), new([1, 0], 0, 0)]));
        Assert.Throws<ArgumentException>(() => NativeGate.Physical("cx", 2, [new([0], 0, 0)]));
        Assert.Throws<ArgumentException>(() => new GateSite([1, 1], 0, 0));
        Assert.Throws<ArgumentException>(() => new GateSite([0, 1, 2], 0, 0, bothOrders: true));
    }

    [Theory]
    [InlineData(0.999, false)]
    [InlineData(1.0, true)]
    [InlineData(null, false)]
    public void An_error_of_one_marks_a_dead_site(double? error, bool dead) =>
        Assert.Equal(dead, new GateSite([0], error, null).IsDead);
}
