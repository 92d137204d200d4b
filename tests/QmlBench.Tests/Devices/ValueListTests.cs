using CsCheck;
using QmlBench.Devices;

namespace QmlBench.Tests.Devices;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_are_equal_when_their_elements_are() =>
        Property.Holds(Gen.Select(Gen.Int[0, 2].Array[0, 3], Gen.Int[0, 2].Array[0, 3]), pair =>
        {
            ValueList<int> left = [.. pair.Item1], right = [.. pair.Item2];
            Assert.Equal(pair.Item1.SequenceEqual(pair.Item2), left == right);
            if (left == right)
                Assert.Equal(left.GetHashCode(), right.GetHashCode());
        });

    [Fact]
    public void The_default_is_the_empty_list()
    {
        Assert.Equal([], default(ValueList<int>));
        Assert.True(default(ValueList<int>).Equals((ValueList<int>)[]));
        Assert.Equal(default(ValueList<int>).GetHashCode(), ((ValueList<int>)[]).GetHashCode());
    }

    [Fact]
    public void Nested_lists_compare_by_value() =>
        Assert.True(((ValueList<ValueList<int>>)[[1, 2], []]).Equals((ValueList<ValueList<int>>)[[1, 2], []]));
}
