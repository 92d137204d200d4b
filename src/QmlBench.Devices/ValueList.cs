using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace QmlBench.Devices;

/// <summary>An immutable list that is equal to another when their elements are, in order, so that records made of lists compare by
/// value.</summary>
/// <remarks>The default value is the empty list. Thread-safe.</remarks>
/// <typeparam name="T">Element; should itself compare by value.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableArray<T> items;

    /// <summary>Wraps an immutable array.</summary>
    /// <param name="items">The elements; a default array counts as empty.</param>
    public ValueList(ImmutableArray<T> items) => this.items = items;

    /// <summary>Number of elements.</summary>
    public int Count => items.IsDefault ? 0 : items.Length;

    /// <summary>Whether there are no elements.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The elements as an immutable array, never default.</summary>
    public ImmutableArray<T> Items => items.IsDefault ? [] : items;

    /// <summary>The element at an index.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="IndexOutOfRangeException">The index lies outside the list.</exception>
    public T this[int index] => Items[index];

    /// <summary>The elements as a span.</summary>
    /// <returns>A view; nothing is copied.</returns>
    public ReadOnlySpan<T> AsSpan() => Items.AsSpan();

    /// <summary>Enumerates without allocation.</summary>
    /// <returns>The enumerator.</returns>
    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Items).GetEnumerator();

    /// <summary>Whether both lists have equal elements in the same order.</summary>
    /// <param name="other">The other list.</param>
    /// <returns>True if they do.</returns>
    public bool Equals(ValueList<T> other) => Items.SequenceEqual(other.Items);

    /// <summary>Whether <paramref name="obj"/> is a list with equal elements in the same order.</summary>
    /// <param name="obj">Anything.</param>
    /// <returns>True if it is.</returns>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <summary>A hash for dictionaries in memory; never stored.</summary>
    /// <returns>The hash of length and elements.</returns>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Count);
        foreach (T item in Items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Prints the elements in brackets.</summary>
    /// <returns>For example <c>[0, 1]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", Items)}]";

    /// <summary>Whether both lists have equal elements in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether the lists differ in length or in an element.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}

/// <summary>Makes value lists.</summary>
public static class ValueList
{
    /// <summary>Copies elements into a list; this is what <c>[a, b]</c> calls.</summary>
    /// <typeparam name="T">Element.</typeparam>
    /// <param name="items">The elements.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);
}
