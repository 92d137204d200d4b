using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Noise;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Programs;

/// <summary>Where the logical qubits are when they are read, and how their bits are recorded.</summary>
internal sealed class LogicalRegister
{
    private readonly ImmutableArray<int> _shifts;
    private readonly ReadoutConfusion[] _recordingOfSimulated;

    /// <summary>The register of a layout.</summary>
    /// <param name="layout">Device qubit of each logical qubit when it is read.</param>
    /// <param name="active">The simulated qubits.</param>
    /// <param name="model">The noise.</param>
    public LogicalRegister(ImmutableArray<int> layout, ActiveQubits active, NoiseModel model)
        : this(
            [.. layout.Select(qubit => active.Contains(qubit) ? active[qubit] : -1)],
            [.. layout.Select(model.Recording)],
            active.Count)
    {
    }

    private LogicalRegister(ImmutableArray<int> places, ImmutableArray<ReadoutConfusion> recordings, int simulated)
    {
        Places = places;
        Recordings = recordings;
        _shifts = [.. places.Select(place => Math.Max(place, 0))];
        // A qubit that is no logical one is never read: "always 0" makes it drop out of the effect of a bitstring.
        _recordingOfSimulated = [.. Enumerable.Repeat(new ReadoutConfusion(0, 1), simulated)];
        for (var qubit = 0; qubit < places.Length; qubit++)
        {
            if (Places[qubit] >= 0)
            {
                _recordingOfSimulated[Places[qubit]] = Recordings[qubit];
            }
        }
    }

    /// <summary>Simulated qubit of each logical qubit; −1 where it is neither touched nor asked about.</summary>
    public ImmutableArray<int> Places { get; }

    /// <summary>How the bit of each logical qubit is recorded.</summary>
    public ImmutableArray<ReadoutConfusion> Recordings { get; }

    /// <summary>The register where only some of the simulated qubits are left.</summary>
    /// <param name="kept">Simulated qubit of each that is left, ascending.</param>
    public LogicalRegister On(ImmutableArray<int> kept) => kept.Length == _recordingOfSimulated.Length
        ? this
        : new([.. Places.Select(place => Math.Max(kept.BinarySearch(place), -1))], Recordings, kept.Length);

    /// <summary>Simulated qubits on which Pauli strings of a support act.</summary>
    /// <param name="support">Logical qubits, one bit each.</param>
    public IEnumerable<int> PlacesOf(ulong support)
    {
        for (var qubit = 0; qubit < Math.Min(Places.Length, PauliString.MostQubits); qubit++)
        {
            if ((support >> qubit & 1) != 0)
            {
                yield return Places[qubit];
            }
        }
    }

    /// <summary>How many logical qubits of a support are read with error.</summary>
    public int ReadWithError(ulong support) => Enumerable.Range(0, Math.Min(Places.Length, PauliString.MostQubits))
        .Count(qubit => (support >> qubit & 1) != 0 && Recordings[qubit].RecordedZ != (1, 0));

    /// <summary>Observables on logical qubits as effects on the simulated ones, seen through the readout.</summary>
    public EffectSet Effects(IEnumerable<Observable> observables) => EffectSet.Of(
        observables.Select(observable => observable.MapQubits(_shifts.AsSpan(), _recordingOfSimulated.Length)),
        _recordingOfSimulated.Length,
        _recordingOfSimulated);

    /// <summary>The effect "0 is recorded for every logical qubit", 4ⁿ weights.</summary>
    public double[] AllZero() => EffectSet.Bitstring(_recordingOfSimulated.Length, 0, _recordingOfSimulated);
}
