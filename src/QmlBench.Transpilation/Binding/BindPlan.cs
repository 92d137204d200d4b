using System.Buffers;
using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Transpilation.Binding;

/// <summary>Turns rows of parameter values into the angles of a compiled circuit: compile once, bind many.</summary>
/// <remarks>
/// Under <see cref="BindMode.Template"/> an angle is an expression of the parameters, nearly always affine; under
/// <see cref="BindMode.Refuse"/> one-qubit runs are multiplied together first. Binding allocates nothing. Immutable and thread-safe.
/// </remarks>
public sealed class BindPlan
{
    private const int StackWidth = 512;

    private readonly NativeCircuit _native;
    private readonly Slot[] _slots;
    private readonly AffineTerm[] _terms;

    private BindPlan(NativeCircuit native, Slot[] slots, AffineTerm[] terms) => (_native, _slots, _terms) = (native, slots, terms);

    /// <summary>A parametric angle in affine form, or as an expression where it is not affine.</summary>
    private readonly record struct Slot(int FirstTerm, int EndTerm, double Offset, Angle? Expression);

    /// <summary>Names of the parameters: the columns of a row.</summary>
    public ImmutableArray<string> Parameters => _native.Parameters;

    /// <summary>Number of parametric angles in the circuit.</summary>
    public int Angles => _slots.Length;

    /// <summary>The plan of a compiled circuit.</summary>
    public static BindPlan Of(NativeCircuit native)
    {
        ArgumentNullException.ThrowIfNull(native);
        var slots = new List<Slot>();
        var terms = new List<AffineTerm>();
        for (var i = 0; i < native.Circuit.Count; i++)
        {
            foreach (var angle in native.Circuit[i].Angles)
                if (!angle.IsConstant)
                    slots.Add(SlotOf(angle, terms));
        }
        return new(native, [.. slots], [.. terms]);
    }

    /// <summary>Writes the angles of one row, in order of the circuit's operations.</summary>
    /// <param name="values">Values of <see cref="Parameters"/>.</param>
    /// <param name="angles">Receives <see cref="Angles"/> values in radians.</param>
    /// <exception cref="ArgumentException">A length is not right.</exception>
    public void Bind(ReadOnlySpan<double> values, Span<double> angles)
    {
        Require(values.Length, Parameters.Length, nameof(values));
        Require(angles.Length, Angles, nameof(angles));
        if (_native.Fused is not { } fused)
        {
            Evaluate(values, angles);
            return;
        }
        if (fused.Width <= StackWidth)
        {
            Evaluate(fused, values, stackalloc double[fused.Width], angles);
            return;
        }
        var rented = ArrayPool<double>.Shared.Rent(fused.Width);
        Evaluate(fused, values, rented.AsSpan(0, fused.Width), angles);
        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Writes the angles of many rows.</summary>
    /// <param name="table">Row-major values, <see cref="Parameters"/> columns.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="angles">Receives row-major angles in radians.</param>
    /// <exception cref="ArgumentException">A length is not right.</exception>
    public void Bind(ReadOnlySpan<double> table, int rows, Span<double> angles)
    {
        Require(table.Length, rows * Parameters.Length, nameof(table));
        Require(angles.Length, rows * Angles, nameof(angles));
        for (var row = 0; row < rows; row++)
            Bind(table.Slice(row * Parameters.Length, Parameters.Length), angles.Slice(row * Angles, Angles));
    }

    /// <summary>The compiled circuit with the numbers of one row.</summary>
    /// <param name="values">Values of <see cref="Parameters"/>.</param>
    public Circuit Bound(ReadOnlySpan<double> values) => _native.Circuit.Bind(_native.Row(values));

    private static Slot SlotOf(Angle angle, List<AffineTerm> terms)
    {
        if (!angle.IsAffine)
            return new(0, 0, 0, angle);
        var first = terms.Count;
        terms.AddRange(angle.Terms);
        return new(first, terms.Count, angle.Offset, null);
    }

    private void Evaluate(FusedAngles fused, ReadOnlySpan<double> values, Span<double> row, Span<double> angles)
    {
        fused.Fill(values, row);
        Evaluate(row, angles);
    }

    private void Evaluate(ReadOnlySpan<double> row, Span<double> angles)
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            ref readonly var slot = ref _slots[i];
            angles[i] = slot.Expression is { } expression ? expression.Evaluate(row) : Affine(slot, row);
        }
    }

    // In the order of Angle.Evaluate, so that both give the same bits.
    private double Affine(in Slot slot, ReadOnlySpan<double> row)
    {
        var sum = _terms[slot.FirstTerm].Coefficient * row[_terms[slot.FirstTerm].Parameter];
        for (var i = slot.FirstTerm + 1; i < slot.EndTerm; i++)
            sum += _terms[i].Coefficient * row[_terms[i].Parameter];
        return sum + slot.Offset;
    }

    private static void Require(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"There are {length} values where {expected} are due.", name);
    }
}
