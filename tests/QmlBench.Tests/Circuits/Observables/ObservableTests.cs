using CsCheck;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Tests.Circuits.Observables;

public sealed class ObservableTests
{
    private static readonly Gen<Observable> Any = Gen.Select(
        Gen.OneOf(Gen.Int[1, 5], Gen.Int[17, 64]), Gen.Select(Gen.Double[-3, 3], Gen.ULong, Gen.ULong).Array[0, 6],
        (qubits, terms) =>
        {
            ulong mask = qubits == 64 ? ulong.MaxValue : (1UL << qubits) - 1;
            return new Observable(qubits, terms
                .Select(term => new PauliTerm(term.Item1, new PauliString(term.Item2 & mask, term.Item3 & mask))));
        });

    [Fact]
    public void Text_reads_back() =>
        Property.Holds(Any, observable => Assert.Equal(observable, Observable.Parse(observable.ToText(), observable.QubitCount)));

    [Fact]
    public void Forms_of_text()
    {
        Observable observable = Observable.Parse("0.5*ZZ + XI - 2 Y1 X0 + 1e-3", 2);
        Assert.Equal("0.001*II + 0.5*ZZ + XI - 2*YX", observable.ToText().Replace("- 2*YX + XI", "XI - 2*YX", StringComparison.Ordinal));
        Assert.Equal(Observable.Parse("Z1", 2), Observable.Parse("ZI", 2));
        Assert.Equal(Observable.Parse("-X0*Z2", 3), -1.0 * Observable.Parse("ZIX", 3));
        Assert.Equal(0.001, observable.IdentityCoefficient);
        Assert.Equal(3.5, observable.Weight);
        Assert.Equal("0", Observable.Parse("Z - Z", 1).ToText());
        Assert.Equal(ComplexMatrix.Kronecker(Observable.Z(0, 1).Matrix(), Observable.X(0, 1).Matrix()), Observable.Parse("ZX", 2).Matrix());
    }

    [Theory]
    [InlineData("ZZZ", "character 1: 'ZZZ' has 3 letters")]
    [InlineData("Z0 Z0", "character 4: qubit 0 is named twice")]
    [InlineData("Z5", "character 1: expected a letter with a qubit number below 2")]
    [InlineData("2*", "character 3: expected a number or a Pauli string")]
    [InlineData("ZZ ZZ", "character 4: expected + or -")]
    [InlineData("1.2.3*ZZ", "character 1: this is not a number")]
    [InlineData("", "character 1: expected")]
    public void Wrong_text_is_refused_at_its_place(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => Observable.Parse(text, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void Groups_commute_qubitwise_and_hold_every_string_once() => Property.Holds(
        Gen.Select(Gen.Double[-3, 3], Gen.ULong[0, 31], Gen.ULong[0, 31]).Array[1, 12],
        terms =>
        {
            var observable = new Observable(5, terms.Select(term => new PauliTerm(term.Item1, new PauliString(term.Item2, term.Item3))));
            var set = new ObservableSet(observable, Observable.Z(0, 5));
            PauliString[] members = [.. set.QubitwiseGroups().SelectMany(group => group.Members)];
            Assert.Equal(members.Length, members.Distinct().Count());
            Assert.Equal(
                set.SelectMany(member => member.Terms).Select(term => term.Pauli)
                    .Where(pauli => pauli != PauliString.Identity).Distinct().Count(), members.Length);
            foreach (PauliGroup group in set.QubitwiseGroups())
                Assert.All(group.Members, member =>
                    Assert.True(member.CommutesQubitwiseWith(group.Basis) && (member.Support & ~group.Basis.Support) == 0));
            Assert.Equal(observable.Weight + 1.0, set.QubitwiseGroups().Sum(group => group.Weight), 1e-12);
        });

    [Fact]
    public void Sets_have_value_equality_and_a_hash()
    {
        var first = new ObservableSet(Observable.Z(0, 2), Observable.Parse("XX", 2));
        var second = new ObservableSet(Observable.Parse("IZ", 2), Observable.Parse("X0 X1", 2));
        Assert.Equal(first, second);
        Assert.Equal(first.ContentHash, second.ContentHash);
        Assert.NotEqual(first.ContentHash, new ObservableSet(Observable.Parse("XX", 2), Observable.Z(0, 2)).ContentHash);
        Assert.Equal(3, ObservableSet.AllZ(3).Count);
    }

    [Fact]
    public void Moving_qubits_moves_letters() =>
        Assert.Equal(Observable.Parse("Z4 X1", 5), Observable.Parse("XZ", 2).MapQubits([4, 1], 5));
}
