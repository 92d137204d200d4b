using QmlBench.Circuits.Gates;
using QmlBench.Devices;

namespace QmlBench.Tests.Devices;

public sealed class KnownGatesTests
{
    [Fact]
    public void The_catalogue_of_circuits_is_known() =>
        Assert.All(StandardGates.All, gate => Assert.Equal(gate.QubitCount, KnownGates.Catalogue.ArityOf(gate.Name)));

    [Fact]
    public void Names_are_sorted_and_others_are_not_known()
    {
        Assert.Equal(KnownGates.Catalogue.Names.Order(StringComparer.Ordinal), KnownGates.Catalogue.Names);
        Assert.Null(KnownGates.Catalogue.ArityOf("measure"));
    }

    [Theory]
    [InlineData("phxz", 1)]
    [InlineData("sqrt_iswap", 2)]
    [InlineData("syc", 2)]
    [InlineData("prx", 1)]
    [InlineData("gpi2", 1)]
    [InlineData("ecr", 2)]
    [InlineData("zz", 2)]
    [InlineData("u3", 1)]
    public void Gates_of_the_vendors_are_known(string name, int arity) => Assert.Equal(arity, KnownGates.Catalogue.ArityOf(name));

    [Fact]
    public void A_vendors_name_leads_to_the_catalogue() => Assert.Equal(["prx", "prx", "cz"], new[] { "rxy", "r", "cz" }.Select(KnownGates.NameOf));
}
