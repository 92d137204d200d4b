using System.Collections;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace QmlBench.Circuits.Observables;

/// <summary>Observables on one register that are asked together; equal if their members are, in order.</summary>
public sealed class ObservableSet : IReadOnlyList<Observable>, IEquatable<ObservableSet>
{
    private readonly ImmutableArray<Observable> _members;
    private string? _contentHash;

    /// <summary>A set of one or more observables.</summary>
    /// <param name="members">Observables, all on the same number of qubits.</param>
    /// <exception cref="ArgumentException">No member, or different numbers of qubits.</exception>
    public ObservableSet(params ReadOnlySpan<Observable> members)
    {
        _members = [.. members];
        if (_members.IsEmpty) throw new ArgumentException("A set of observables has at least one member.", nameof(members));
        if (_members.Any(member => member.QubitCount != _members[0].QubitCount))
            throw new ArgumentException("All observables of a set act on the same number of qubits.", nameof(members));
    }

    /// <summary>Number of qubits of every member.</summary>
    public int QubitCount => _members[0].QubitCount;

    /// <summary>Number of observables.</summary>
    public int Count => _members.Length;

    /// <summary>SHA-256 of number of qubits, strings and coefficients (IEEE bits), as 64 lower-case hexadecimal digits.</summary>
    public string ContentHash => _contentHash ??= Hash();

    /// <summary>The observable at a position.</summary>
    public Observable this[int index] => _members[index];

    /// <summary>The single-qubit Z of every qubit of a register.</summary>
    public static ObservableSet AllZ(int qubits) =>
        new(Enumerable.Range(0, qubits).Select(qubit => Observable.Z(qubit, qubits)).ToArray());

    /// <summary>All Pauli strings of the set (but the identity) in groups that one basis per qubit measures together.</summary>
    /// <remarks>Greedy, the strings on most qubits first, each into the first group it fits; the result depends on nothing but the
    /// content.</remarks>
    public ImmutableArray<PauliGroup> QubitwiseGroups() => QubitwiseGrouping.Of(this);

    /// <inheritdoc/>
    public IEnumerator<Observable> GetEnumerator() => ((IEnumerable<Observable>)_members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ObservableSet? other) => other is not null && _members.SequenceEqual(other._members);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ObservableSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, _members[0]);

    private string Hash()
    {
        var text = new StringBuilder("qmlbench/observables/1\n").Append(QubitCount).Append('\n');
        foreach (Observable member in _members)
        {
            foreach (PauliTerm term in member.Terms)
                text.Append($"{term.Pauli.X:x16} {term.Pauli.Z:x16} {BitConverter.DoubleToUInt64Bits(term.Coefficient):x16}\n");
            text.Append(";\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
