using QmlBench.Circuits;

namespace QmlBench.Transpilation.Scheduling;

/// <summary>Start of every operation in ticks.</summary>
/// <remarks>
/// One clock per qubit; one per classical bit for its last write and its last read. Final measurements (nothing but barriers after them,
/// their bit not read) start together when all other operations have ended.
/// </remarks>
internal sealed record Timeline(double[] Starts, double GatesEnd, bool[] IsFinal)
{
    public static Timeline Of(Circuit circuit, double[] ticks, bool late)
    {
        bool[] final = [.. circuit.FinalMeasurements()];
        var starts = late ? Late(circuit, ticks, final) : Early(circuit, ticks, final);
        var end = 0.0;
        for (var i = 0; i < starts.Length; i++)
            if (!final[i])
                end = Math.Max(end, starts[i] + ticks[i]);
        for (var i = 0; i < starts.Length; i++)
            if (final[i])
                starts[i] = end;
        return new(starts, end, final);
    }

    private static double[] Early(Circuit circuit, double[] ticks, bool[] final)
    {
        var starts = new double[circuit.Count];
        var clocks = new Clocks(circuit.QubitCount, circuit.ClbitCount);
        for (var i = 0; i < starts.Length; i++)
            if (!final[i])
                starts[i] = clocks.Take(circuit[i], ticks[i]);
        return starts;
    }

    /// <summary>The same from the end: what is taken early in reverse ends late in time.</summary>
    private static double[] Late(Circuit circuit, double[] ticks, bool[] final)
    {
        var fromEnd = new double[circuit.Count];
        var clocks = new Clocks(circuit.QubitCount, circuit.ClbitCount);
        var total = 0.0;
        for (var i = circuit.Count - 1; i >= 0; i--)
            if (!final[i])
            {
                fromEnd[i] = clocks.Take(circuit[i], ticks[i]) + ticks[i];
                total = Math.Max(total, fromEnd[i]);
            }
        for (var i = 0; i < fromEnd.Length; i++)
            fromEnd[i] = total - fromEnd[i];
        return fromEnd;
    }

    /// <summary>When each wire is free again, in the direction of the walk.</summary>
    private sealed class Clocks(int qubits, int clbits)
    {
        private readonly double[] _qubit = new double[qubits], _write = new double[clbits], _read = new double[clbits];

        public double Take(Operation operation, double duration)
        {
            var start = 0.0;
            foreach (var qubit in operation.Qubits)
                start = Math.Max(start, _qubit[qubit]);
            foreach (var bit in operation.Condition?.Clbits ?? [])
                start = Math.Max(start, _write[bit]);
            if (operation.Clbit >= 0)
                start = Math.Max(start, Math.Max(_write[operation.Clbit], _read[operation.Clbit]));
            var end = start + duration;
            foreach (var qubit in operation.Qubits)
                _qubit[qubit] = end;
            foreach (var bit in operation.Condition?.Clbits ?? [])
                _read[bit] = Math.Max(_read[bit], end);
            if (operation.Clbit >= 0)
                _write[operation.Clbit] = end;
            return start;
        }
    }
}
