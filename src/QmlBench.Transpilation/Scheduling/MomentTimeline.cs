using QmlBench.Circuits;

namespace QmlBench.Transpilation.Scheduling;

/// <summary>Starts of operations put into moments: all of a moment start together, and the next one starts when the longest has ended.</summary>
/// <remarks>
/// An operation goes into the first moment (from the end: the last) after those of its qubits and bits, as Cirq builds circuits. What takes
/// no time takes no moment. A barrier is a seam: what follows on its qubits shares no moment with what precedes.
/// </remarks>
internal static class MomentTimeline
{
    public static Timeline Of(Circuit circuit, double[] ticks, bool late)
    {
        bool[] final = [.. circuit.FinalMeasurements()];
        var moments = Moments(circuit, ticks, final, late);
        var lengths = new double[moments.Append(0).Max() + 1];
        for (var i = 0; i < moments.Length; i++)
            if (!final[i])
                lengths[moments[i]] = Math.Max(lengths[moments[i]], ticks[i]);
        var starts = StartsOf(lengths);
        return new([.. moments.Select((m, i) => final[i] ? starts[^1] : starts[m])], starts[^1], final);
    }

    private static double[] StartsOf(double[] lengths)
    {
        var starts = new double[lengths.Length + 1];
        for (var moment = 0; moment < lengths.Length; moment++)
            starts[moment + 1] = starts[moment] + lengths[moment];
        return starts;
    }

    private static int[] Moments(Circuit circuit, double[] ticks, bool[] final, bool late)
    {
        var moments = new int[circuit.Count];
        var wires = new Wires(circuit);
        for (var k = 0; k < moments.Length; k++)
        {
            var i = late ? moments.Length - 1 - k : k;
            if (!final[i])
                moments[i] = wires.Take(circuit[i], ticks[i] > 0);
        }
        if (!late)
            return moments;
        var last = moments.Append(0).Max();
        // Counted from the end, an operation without time stands behind its moment, not before it.
        for (var i = 0; i < moments.Length; i++)
            moments[i] = last - moments[i] + (ticks[i] > 0 ? 0 : 1);
        return moments;
    }

    /// <summary>The next free moment of every qubit and bit, in the direction of the walk.</summary>
    private sealed class Wires(Circuit circuit)
    {
        private readonly int[] _qubit = new int[circuit.QubitCount], _bit = new int[circuit.ClbitCount];

        public int Take(Operation operation, bool takesTime)
        {
            var moment = 0;
            foreach (var qubit in operation.Qubits)
                moment = Math.Max(moment, _qubit[qubit]);
            foreach (var bit in Bits(operation))
                moment = Math.Max(moment, _bit[bit]);
            var next = moment + (takesTime ? 1 : 0);
            foreach (var qubit in operation.Qubits)
                _qubit[qubit] = next;
            foreach (var bit in Bits(operation))
                _bit[bit] = next;
            return moment;
        }

        private static IEnumerable<int> Bits(Operation operation) =>
            operation.Clbit >= 0 ? [operation.Clbit, .. operation.Condition?.Clbits ?? []] : operation.Condition?.Clbits ?? [];
    }
}
