using System.Buffers;
using System.Collections.Immutable;
using QmlBench.Numerics;

namespace QmlBench.Transpilation.Binding;

/// <summary>
/// The parameters that binding by <see cref="BindMode.Refuse"/> adds to a compiled circuit: angles of one-qubit runs, multiplied together
/// anew for every row of values.
/// </summary>
/// <remarks>
/// A row of the compiled circuit is the row of the input's parameters and after it three angles per run. The structure is the same for
/// all rows. Immutable and thread-safe.
/// </remarks>
public sealed class FusedAngles
{
    /// <summary>Sines, cosines and angles of this many rz fit the stack.</summary>
    private const int StackTurns = 128;

    private readonly ImmutableArray<FusedRun> _runs;
    private readonly int _turns;

    internal FusedAngles(ImmutableArray<string> parameters, ImmutableArray<FusedRun> runs) =>
        (Parameters, _runs, _turns) = (parameters, runs, runs.Sum(run => run.Turns));

    /// <summary>Names of the input's parameters: the columns of a row of values.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>Number of runs that are multiplied together anew.</summary>
    public int Runs => _runs.Length;

    /// <summary>Number of parameters of the compiled circuit.</summary>
    public int Width => Parameters.Length + FusedRun.Width * _runs.Length;

    /// <summary>Writes one row of the compiled circuit. Allocates nothing.</summary>
    /// <param name="values">Values of <see cref="Parameters"/>.</param>
    /// <param name="row">Receives <see cref="Width"/> values.</param>
    /// <exception cref="ArgumentException">An angle is not finite; the message names it, its parameters and its value.</exception>
    public void Fill(ReadOnlySpan<double> values, Span<double> row)
    {
        values.CopyTo(row);
        if (_turns <= StackTurns)
        {
            Fill(values, row[Parameters.Length..], stackalloc double[2 * _turns]);
            return;
        }
        var rented = ArrayPool<double>.Shared.Rent(2 * _turns);
        Fill(values, row[Parameters.Length..], rented.AsSpan(0, 2 * _turns));
        ArrayPool<double>.Shared.Return(rented);
    }

    private void Fill(ReadOnlySpan<double> values, Span<double> angles, Span<double> scratch)
    {
        Span<double> sines = scratch[.._turns], cosines = scratch[_turns..];
        var first = 0;
        foreach (var run in _runs)
        {
            run.Halves(Parameters, values, sines[first..]);
            first += run.Turns;
        }
        Elementary.SinCos(sines, sines, cosines);
        first = 0;
        for (var i = 0; i < _runs.Length; i++)
        {
            var turns = _runs[i].Turns;
            _runs[i].Multiply(sines.Slice(first, turns), cosines.Slice(first, turns), angles.Slice(FusedRun.Width * i, FusedRun.Width));
            first += turns;
        }
    }
}
