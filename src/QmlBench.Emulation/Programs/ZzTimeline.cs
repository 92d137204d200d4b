using System.Collections.Immutable;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Noise;
using QmlBench.Numerics.Paulis;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>Static ZZ between coupled qubits, slice by slice of a schedule.</summary>
/// <remarks>
/// Every gate acts in the middle of its duration; between two such moments a pair gathers the angle π ζ t. A pair gathers none while a
/// gate acts on both (its interaction is part of the calibrated gate), nor, on the first operand of an echoed gate, while that runs. A
/// neighbour that is not simulated is in |0⟩, where RZZ is RZ of the other.
/// </remarks>
internal sealed class ZzTimeline
{
    private static readonly PauliString OneZ = PauliString.Parse("Z");
    private static readonly PauliString TwoZ = PauliString.Parse("ZZ");

    private readonly NoiseModel _model;
    private readonly ActiveQubits _active;
    private readonly ImmutableArray<Pair> _pairs;

    /// <summary>The timeline of a schedule.</summary>
    public ZzTimeline(ScheduledCircuit scheduled, NoiseModel model, ActiveQubits active)
    {
        (_model, _active) = (model, active);
        var times = new OperationTimes(scheduled, model);
        Instants = times.Instants;
        GatesEnd = scheduled.GatesEndSeconds;
        var zz = model.Device.Noise.Crosstalk!;
        _pairs =
        [
            .. zz.StaticZz.Where(rate => rate.Rate != 0 && (active.Contains(rate.First) || active.Contains(rate.Second)))
                .Select(rate => new Pair(rate, times.Pauses(rate, zz.Echoed)) { Last = times.FirstOf(rate) }),
        ];
    }

    /// <summary>When each operation acts, in seconds.</summary>
    public ImmutableArray<double> Instants { get; }

    /// <summary>When the last gate ends.</summary>
    public double GatesEnd { get; }

    /// <summary>What the pairs of some qubits have gathered until a moment; they start anew from there.</summary>
    /// <param name="qubits">Device qubits; null for all pairs.</param>
    /// <param name="until">The moment, in seconds.</param>
    public IEnumerable<NoiseStage> Gathered(ReadOnlySpan<int> qubits, double until)
    {
        List<NoiseStage> stages = [];
        foreach (var pair in _pairs)
        {
            if (until <= pair.Last || !(qubits.IsEmpty || qubits.Contains(pair.Rate.First) || qubits.Contains(pair.Rate.Second)))
            {
                continue;
            }

            var angle = _model.ZzAngle(pair.Rate, pair.Time(pair.Last, until));
            pair.Last = until;
            if (angle != 0)
            {
                stages.Add(Stage(pair.Rate, angle));
            }
        }

        return stages;
    }

    private NoiseStage Stage(StaticZz rate, double angle)
    {
        if (_active.Contains(rate.First) && _active.Contains(rate.Second))
        {
            return new(PauliRotation.Channel(TwoZ, 2, angle), [rate.First, rate.Second], "crosstalk");
        }

        return new(PauliRotation.Channel(OneZ, 1, angle), [_active.Contains(rate.First) ? rate.First : rate.Second], "crosstalk");
    }

    private sealed class Pair(StaticZz rate, ImmutableArray<(double From, double To)> pauses)
    {
        public StaticZz Rate { get; } = rate;

        public double Last { get; set; }

        public double Time(double from, double to)
        {
            var time = to - from;
            foreach (var pause in pauses)
            {
                time -= Math.Max(0, Math.Min(to, pause.To) - Math.Max(from, pause.From));
            }

            return Math.Max(time, 0);
        }
    }
}
