using System.Collections.Immutable;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Observables;

/// <summary>A real sum of Pauli strings on up to 64 qubits.</summary>
/// <remarks>Terms are kept in one order (by X mask, then Z mask), equal strings added up, zeros dropped; so equal observables compare equal
/// and sums over terms are always taken in the same order.</remarks>
public sealed class Observable : IEquatable<Observable>
{
    /// <summary>The sum of the terms given.</summary>
    /// <param name="qubitCount">Number of qubits, 1 to 64.</param>
    /// <param name="terms">Terms in any order; finite coefficients.</param>
    /// <exception cref="ArgumentException">A term acts outside the qubits, or a coefficient is not finite.</exception>
    public Observable(int qubitCount, IEnumerable<PauliTerm> terms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(qubitCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(qubitCount, PauliString.MostQubits);
        ArgumentNullException.ThrowIfNull(terms);
        QubitCount = qubitCount;
        Terms = Canonical(qubitCount, terms);
    }

    /// <summary>Number of qubits.</summary>
    public int QubitCount { get; }

    /// <summary>The terms by ascending X mask, then Z mask; all strings different, no coefficient 0.</summary>
    public ImmutableArray<PauliTerm> Terms { get; }

    /// <summary>True if no term has X or Y: the outcome of a measurement in the computational basis decides the value.</summary>
    public bool IsDiagonal => Terms.All(term => term.Pauli.IsDiagonal);

    /// <summary>Coefficient of the identity.</summary>
    public double IdentityCoefficient => Terms.Length > 0 && Terms[0].Pauli == PauliString.Identity ? Terms[0].Coefficient : 0.0;

    /// <summary>Sum of |coefficient| over all terms but the identity.</summary>
    public double Weight
    {
        get
        {
            double sum = 0.0;
            foreach (PauliTerm term in Terms)
                if (term.Pauli != PauliString.Identity) sum += Math.Abs(term.Coefficient);
            return sum;
        }
    }

    /// <summary>Z on one qubit of n.</summary>
    public static Observable Z(int qubit, int n) => Of(PauliString.Single(qubit, 'Z'), n);

    /// <summary>X on one qubit of n.</summary>
    public static Observable X(int qubit, int n) => Of(PauliString.Single(qubit, 'X'), n);

    /// <summary>Y on one qubit of n.</summary>
    public static Observable Y(int qubit, int n) => Of(PauliString.Single(qubit, 'Y'), n);

    /// <summary>One Pauli string with coefficient 1.</summary>
    public static Observable Of(PauliString pauli, int n) => new(n, [new PauliTerm(1.0, pauli)]);

    /// <summary>Reads an observable: <c>0.5*ZZ + XI - 2 Y1 X0</c>.</summary>
    /// <remarks>A string is written with one letter a qubit, the highest first, or as letters with qubit numbers; a lone <c>I</c> or
    /// number is a multiple of the identity.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="qubits">Number of qubits of the register.</param>
    /// <exception cref="FormatException">The text is none; the message says at which character.</exception>
    public static Observable Parse(string text, int qubits) => new ObservableParser(text, qubits).Parse();

    /// <summary>The sum.</summary>
    public static Observable operator +(Observable left, Observable right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(Math.Max(left.QubitCount, right.QubitCount), [.. left.Terms, .. right.Terms]);
    }

    /// <summary>The difference.</summary>
    public static Observable operator -(Observable left, Observable right) => left + (-1.0 * right);

    /// <summary>A multiple.</summary>
    public static Observable operator *(double factor, Observable observable)
    {
        ArgumentNullException.ThrowIfNull(observable);
        return new(observable.QubitCount, observable.Terms.Select(term => term with { Coefficient = factor * term.Coefficient }));
    }

    /// <summary>Equality of number of qubits and terms.</summary>
    public static bool operator ==(Observable? left, Observable? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality of number of qubits or terms.</summary>
    public static bool operator !=(Observable? left, Observable? right) => !(left == right);

    /// <summary>The same observable with qubit <c>i</c> renamed to <c>newIndexOfOld[i]</c>.</summary>
    /// <param name="newIndexOfOld">New qubit of each old one; all different.</param>
    /// <param name="qubitCount">Number of qubits of the result.</param>
    public Observable MapQubits(ReadOnlySpan<int> newIndexOfOld, int qubitCount)
    {
        var terms = new PauliTerm[Terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            (ulong x, ulong z) = (0, 0);
            for (int qubit = 0; qubit < QubitCount; qubit++)
            {
                x |= (Terms[i].Pauli.X >> qubit & 1) << newIndexOfOld[qubit];
                z |= (Terms[i].Pauli.Z >> qubit & 1) << newIndexOfOld[qubit];
            }

            terms[i] = new PauliTerm(Terms[i].Coefficient, new PauliString(x, z));
        }

        return new Observable(qubitCount, terms);
    }

    /// <summary>The matrix, 2ⁿ × 2ⁿ; for verification on few qubits.</summary>
    /// <exception cref="InvalidOperationException">More than 12 qubits.</exception>
    public ComplexMatrix Matrix() => ObservableMatrix.Of(this);

    /// <summary>The text that <see cref="Parse"/> reads back to this observable: letters up to 16 qubits, numbered letters
    /// beyond.</summary>
    public string ToText() => ObservableText.Write(this);

    /// <inheritdoc/>
    public bool Equals(Observable? other) =>
        other is not null && QubitCount == other.QubitCount && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Observable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(QubitCount, Terms.Length, Terms.IsEmpty ? default : Terms[0]);

    /// <summary>The text form.</summary>
    public override string ToString() => ToText();

    private static ImmutableArray<PauliTerm> Canonical(int qubitCount, IEnumerable<PauliTerm> terms)
    {
        ulong outside = qubitCount == 64 ? 0 : ulong.MaxValue << qubitCount;
        var sums = new SortedDictionary<(ulong X, ulong Z), double>();
        foreach (PauliTerm term in terms)
        {
            if (!double.IsFinite(term.Coefficient))
                throw new ArgumentException($"The coefficient of {term.Pauli} must be finite; it is {term.Coefficient}.", nameof(terms));
            if ((term.Pauli.Support & outside) != 0)
                throw new ArgumentException($"The string {term.Pauli} acts outside the {qubitCount} qubits of the observable.",
                    nameof(terms));
            (ulong X, ulong Z) key = (term.Pauli.X, term.Pauli.Z);
            sums[key] = sums.GetValueOrDefault(key) + term.Coefficient;
        }

        return [.. sums.Where(sum => sum.Value != 0.0).Select(sum => new PauliTerm(sum.Value, new PauliString(sum.Key.X, sum.Key.Z)))];
    }
}
