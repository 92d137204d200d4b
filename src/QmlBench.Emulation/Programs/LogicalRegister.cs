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
    // A qubit that is no logical one is never read: "always 0" makes it drop out of the effect of a bitstring.
    private static readonly ReadoutConfusion NotRead = new(0, 1);

    private readonly ImmutableArray<int> _shifts;
    private readonly int _simulated;

    /// <summary>The register of a layout.</summary>
    /// <param name="layout">Device qubit of each logical qubit when it is read.</param>
    /// <param name="active">The simulated qubits.</param>
    /// <param name="model">The noise.</param>
    public LogicalRegister(ImmutableArray<int> layout, ActiveQubits active, NoiseModel model)
        : this(
            [.. layout.Select(qubit => active.Contains(qubit) ? active[qubit] : -1)],
            [.. layout.Select(model.Recording)],
            ReadTogether.Of(model, active),
            active.Count)
    {
    }

    private LogicalRegister(
        ImmutableArray<int> places, ImmutableArray<ReadoutConfusion> recordings, ReadTogether together, int simulated)
    {
        Places = places;
        Recordings = recordings;
        Together = together;
        _shifts = [.. places.Select(place => Math.Max(place, 0))];
        _simulated = simulated;
    }

    /// <summary>Simulated qubit of each logical qubit; −1 where it is neither touched nor asked about.</summary>
    public ImmutableArray<int> Places { get; }

    /// <summary>How the bit of each logical qubit is recorded that is read for itself; perfect for those of a group.</summary>
    public ImmutableArray<ReadoutConfusion> Recordings { get; }

    /// <summary>The simulated qubits that are read in groups.</summary>
    public ReadTogether Together { get; }

    /// <summary>Whether every logical qubit is read without error.</summary>
    public bool IsReadPerfectly => Together.IsEmpty && Recordings.All(recording => recording.RecordedZ == (1, 0));

    /// <summary>The simulated qubits that decide what is recorded of all logical qubits.</summary>
    public IEnumerable<int> ReadPlaces => Together.With(Places.Where(place => place >= 0));

    /// <summary>The register where only some of the simulated qubits are left.</summary>
    /// <param name="kept">Simulated qubit of each that is left, ascending.</param>
    public LogicalRegister On(ImmutableArray<int> kept) => kept.Length == _simulated
        ? this
        : new([.. Places.Select(place => Math.Max(kept.BinarySearch(place), -1))], Recordings, Together.On(kept), kept.Length);

    /// <summary>Simulated qubits on which the recorded values of Pauli strings of a support depend.</summary>
    /// <param name="support">Logical qubits, one bit each.</param>
    public IEnumerable<int> PlacesOf(ulong support) => Together.With(Of(support).Select(qubit => Places[qubit]));

    /// <summary>Whether the record of a logical qubit can be wrong.</summary>
    public bool IsReadWithError(int logical) => Recordings[logical].RecordedZ != (1, 0) || Together.Contains(Places[logical]);

    /// <summary>How many qubits of a support are read with error, those that are read together with one of it included.</summary>
    public int ReadWithError(ulong support) =>
        Of(support).Count(qubit => Recordings[qubit].RecordedZ != (1, 0)) + PlacesOf(support).Count(Together.Contains);

    /// <summary>Observables on logical qubits as effects on the simulated ones, seen through the readout.</summary>
    public EffectSet Effects(IEnumerable<Observable> observables) => Effects(observables, _ => true);

    /// <summary>Observables on logical qubits as effects on the simulated ones, some qubits read with their errors.</summary>
    /// <param name="observables">The observables.</param>
    /// <param name="erring">Which logical qubits.</param>
    public EffectSet Effects(IEnumerable<Observable> observables, Func<int, bool> erring)
    {
        var together = Together.Only(place => Places.IndexOf(place) is var logical && (logical < 0 || erring(logical)));
        return EffectSet.Of(
            observables.Select(observable => together.Seen(observable.MapQubits(_shifts.AsSpan(), _simulated))),
            _simulated,
            Confusions(qubit => erring(qubit) ? Recordings[qubit] : ReadoutConfusion.None, ReadoutConfusion.None));
    }

    /// <summary>The effect "0 is recorded for every logical qubit", 4ⁿ weights.</summary>
    public double[] AllZero()
    {
        var alone = Confusions(qubit => Together.Contains(Places[qubit]) ? NotRead : Recordings[qubit], NotRead);
        var weights = EffectSet.Bitstring(_simulated, 0, alone);
        Together.AllZero(weights, Places.Contains);
        return weights;
    }

    /// <summary>Strings that are measured together, those of a group of qubits only where all of these are read in one basis.</summary>
    /// <remarks>
    /// Qubits that are read together and have no letter are read as they are, in Z. So the values are those that
    /// <see cref="Effects(IEnumerable{Observable})"/> has.
    /// </remarks>
    public ImmutableArray<PauliGroup> Groups(ObservableSet observables)
    {
        if (Together.IsEmpty)
        {
            return observables.QubitwiseGroups();
        }

        var terms = observables.SelectMany(observable => observable.Terms).Where(term => term.Pauli.Support != 0).ToList();
        // Sizes of coefficients alone, which cannot cancel where strings become alike.
        var read = new ObservableSet([.. observables.Select(observable => new Observable(
            observables.QubitCount, observable.Terms.Select(Read).Select(term => term with { Coefficient = Math.Abs(term.Coefficient) })))]);
        return [.. read.QubitwiseGroups().Select(group => Original(group, terms))];
    }

    // The members as they are asked.
    private PauliGroup Original(PauliGroup group, List<PauliTerm> terms)
    {
        var own = terms.Where(term => group.Members.Contains(Read(term).Pauli)).ToList();
        return group with
        {
            Members = [.. own.Select(term => term.Pauli).Distinct().OrderBy(pauli => pauli.X).ThenBy(pauli => pauli.Z)],
            Weight = own.Aggregate(0.0, (sum, term) => sum + Math.Abs(term.Coefficient)),
        };
    }

    // The string with Z on the logical qubits that are read together with one of its letters.
    private PauliTerm Read(PauliTerm term)
    {
        var z = term.Pauli.Z;
        foreach (var place in term.Pauli.Support == 0 ? [] : PlacesOf(term.Pauli.Support))
        {
            var logical = Places.IndexOf(place);
            z |= logical is >= 0 and < PauliString.MostQubits && (term.Pauli.Support >> logical & 1) == 0 ? 1UL << logical : 0;
        }

        return term with { Pauli = new(term.Pauli.X, z) };
    }

    private ReadoutConfusion[] Confusions(Func<int, ReadoutConfusion> ofLogical, ReadoutConfusion ofOthers)
    {
        ReadoutConfusion[] confusions = [.. Enumerable.Repeat(ofOthers, _simulated)];
        for (var qubit = 0; qubit < Places.Length; qubit++)
        {
            if (Places[qubit] >= 0)
            {
                confusions[Places[qubit]] = ofLogical(qubit);
            }
        }

        return confusions;
    }

    private IEnumerable<int> Of(ulong support) => Enumerable.Range(0, Math.Min(Places.Length, PauliString.MostQubits))
        .Where(qubit => (support >> qubit & 1) != 0);
}
