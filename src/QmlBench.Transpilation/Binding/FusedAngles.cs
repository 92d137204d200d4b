using System.Collections.Immutable;

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
    private readonly ImmutableArray<FusedRun> _runs;

    internal FusedAngles(ImmutableArray<string> parameters, ImmutableArray<FusedRun> runs) => (Parameters, _runs) = (parameters, runs);

    /// <summary>Names of the input's parameters: the columns of a row of values.</summary>
    public ImmutableArray<string> Parameters { get; }

    /// <summary>Number of runs that are multiplied together anew.</summary>
    public int Runs => _runs.Length;

    /// <summary>Number of parameters of the compiled circuit.</summary>
    public int Width => Parameters.Length + FusedRun.Width * _runs.Length;

    /// <summary>Writes one row of the compiled circuit. Allocates nothing.</summary>
    /// <param name="values">Values of <see cref="Parameters"/>.</param>
    /// <param name="row">Receives <see cref="Width"/> values.</param>
    public void Fill(ReadOnlySpan<double> values, Span<double> row)
    {
        values.CopyTo(row);
        for (var run = 0; run < _runs.Length; run++)
            _runs[run].Evaluate(values, row.Slice(Parameters.Length + FusedRun.Width * run, FusedRun.Width));
    }
}
