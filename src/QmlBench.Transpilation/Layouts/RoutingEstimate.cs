using QmlBench.Transpilation.Routing;

namespace QmlBench.Transpilation.Layouts;

/// <summary>What a routed circuit will come to, before it is synthesised: enough to pick the candidates that are worth finishing.</summary>
/// <param name="TwoQubitGates">Gates of all two-qubit blocks.</param>
/// <param name="Depth">Longest chain of these gates.</param>
/// <param name="LogError">
/// −ln of a fidelity: two-qubit gates, a pulse on either side of each, readout where the wires end, and relaxation while qubits wait.
/// </param>
internal readonly record struct RoutingEstimate(int TwoQubitGates, int Depth, double LogError)
{
    /// <summary>Estimates of a routing.</summary>
    public static RoutingEstimate Of(RoutingRun run, Interactions use, SiteCosts costs)
    {
        var clocks = new Clocks(costs);
        foreach (var block in run.Blocks)
            clocks.Take(block);
        var readout = 0.0;
        for (var wire = 0; wire < use.WireCount; wire++)
            readout += use.Measurements[wire] > 0 ? use.Measurements[wire] * costs.Readout[run.Final[wire]] : 0;
        return new(run.Blocks.Sum(block => block.Gates), clocks.Depth, clocks.LogError + readout);
    }

    /// <summary>The estimate that counts for an aim.</summary>
    public double By(Aim aim) => aim switch
    {
        Aim.TwoQubit => TwoQubitGates,
        Aim.Depth => Depth,
        // Rounded: a tie is to go to the lower trial.
        _ => Math.Round(LogError, 9)
    };

    /// <summary>When each qubit is free again, in gates and in seconds, and what has been lost.</summary>
    private sealed class Clocks(SiteCosts costs)
    {
        private readonly int[] _gates = new int[costs.QubitCount];
        private readonly double[] _seconds = new double[costs.QubitCount];
        private readonly bool[] _started = new bool[costs.QubitCount];

        public int Depth { get; private set; }

        public double LogError { get; private set; }

        public void Take(PairBlock block)
        {
            if (block.Gates == 0)
                return;
            var (a, b) = (block.A, block.B);
            var start = Math.Max(_seconds[a], _seconds[b]);
            LogError += Wait(a, start) + Wait(b, start) + block.Gates * (costs.Pair(a, b) + costs.Pulse[a] + costs.Pulse[b]);
            _gates[a] = _gates[b] = Math.Max(_gates[a], _gates[b]) + block.Gates;
            _seconds[a] = _seconds[b] = start + block.Gates * costs.PairSeconds(a, b);
            Depth = Math.Max(Depth, _gates[a]);
        }

        /// <summary>Before its first gate a qubit is in |0⟩ and loses nothing.</summary>
        private double Wait(int qubit, double until)
        {
            var lost = _started[qubit] ? (until - _seconds[qubit]) * costs.Waiting[qubit] : 0;
            _started[qubit] = true;
            return lost;
        }
    }
}
