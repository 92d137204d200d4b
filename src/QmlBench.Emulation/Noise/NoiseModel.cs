using System.Collections.Concurrent;
using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Noise;

/// <summary>Noise derived from the figures of a device, under a named semantics.</summary>
/// <remarks>
/// <para>Per gate and place with reported error ε and duration t: relaxation R of every operand during t; depolarizing λ such that
/// depolarizing with R has average infidelity ε; none if ε is unknown or not above the infidelity of R alone (the gate then has the
/// error of R). <c>aer-*</c>: depolarizing first. <c>iqm</c>: relaxation first, on two operands swapped, as IQM's client does.
/// <c>google</c>: depolarizing first, λ and dephasing by <see cref="GoogleNoise"/>, time in moments.</para>
/// <para>T1 null = infinite, T2 null = 2·T1, T2 clamped to 2·T1; ε is capped at d/(d+1), λ at d²/(d²−1): dead couplers are simulated.
/// With relaxation switched off <c>aer-*</c> derive λ anew from ε; the others keep it. Readout is purely classical but under
/// <c>google</c>, where it is a damping before the measurement. Immutable and thread-safe.</para>
/// </remarks>
public sealed class NoiseModel
{
    /// <summary>Raised whenever the noise of the same device and options changes.</summary>
    public const int BehaviourVersion = 3;

    private readonly SemanticRules _rules;
    private readonly NoiseScaling _scaling;
    private readonly double _readoutFactor;
    private readonly ImmutableArray<CoherenceTimes> _times;
    private readonly GateExtras _extras;
    private readonly ConcurrentDictionary<(string Gate, int First, int Second), SiteStages?> _sites = new();

    private NoiseModel(Device device, NoiseOptions options, SemanticRules rules, NoiseScaling scaling, double readoutFactor)
    {
        Device = device;
        Options = options;
        _rules = rules;
        _scaling = scaling;
        _readoutFactor = readoutFactor;
        Sources = options.Acting(device, rules.Sources);
        _extras = new(device, Sources, scaling);
        _times = [.. Enumerable.Range(0, device.QubitCount)
            .Select(qubit => rules.IsGoogle ? GoogleNoise.Times(device, qubit) : CoherenceTimes.Of(device.Qubits[qubit]))];
        Notices = DeviceNotices.Of(device, options, Sources, qubit => rules.IsGoogle && GoogleNoise.BenchmarkedSite(device, qubit) is not null);
    }

    /// <summary>The device.</summary>
    public Device Device { get; }

    /// <summary>The options, as given.</summary>
    public NoiseOptions Options { get; }

    /// <summary>The sources that act: those of semantics, profile and options that are not switched off and have figures.</summary>
    public NoiseSources Sources { get; }

    /// <summary>What is done where a reported error is below what relaxation alone gives.</summary>
    public CoherenceLimitPolicy CoherenceLimit =>
        Options.CoherenceLimit ?? Device.Noise.CoherenceLimit ?? CoherenceLimitPolicy.Keep;

    /// <summary>Name of the semantics in use.</summary>
    public string Semantics => _rules.Name;

    /// <summary>At most one notice: what was assumed about odd figures.</summary>
    public ImmutableArray<Notice> Notices { get; }

    /// <summary>True if nothing can be noisy: the device is ideal, no source is on, or the scale is 0.</summary>
    public bool IsNoiseless => Device.IsIdeal || Sources == NoiseSources.None || (_scaling.TimeFactor == 0 && _readoutFactor == 0);

    /// <summary>True if nothing but readout can be noisy.</summary>
    public bool IsNoiselessBeforeReadout =>
        IsNoiseless || _scaling.TimeFactor == 0 || (Sources & ~(NoiseSources.Readout | NoiseSources.Population)) == 0;

    /// <summary>The model of a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="options">Semantics, sources, temperature, scale.</param>
    /// <exception cref="ExecutionRefusedException">Impossible figures, or semantics that are not supported.</exception>
    public static NoiseModel For(Device device, NoiseOptions options)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        FigureChecks.Check(device);
        var rules = SemanticRules.Of(options.Semantics ?? device.Semantics);
        var factor = device.NoiseScale * options.Scale;
        return new(device, options, rules, NoiseScaling.None.Then(factor, ScalingRule.Generator), factor);
    }

    /// <summary>The same model with its gates, relaxation and idling amplified; readout is left as it is.</summary>
    /// <exception cref="ExecutionRefusedException">The factor is negative or not finite.</exception>
    public NoiseModel Amplify(double factor, ScalingRule rule)
    {
        var scaling = _scaling.Then(factor, rule);
        return ReferenceEquals(scaling, _scaling) ? this : new(Device, Options, _rules, scaling, _readoutFactor);
    }

    /// <summary>The same model, scaling included, with some sources switched off.</summary>
    public NoiseModel Without(NoiseSources sources) =>
        new(Device, Options with { Sources = Options.Sources & ~sources }, _rules, _scaling, _readoutFactor);

    /// <summary>The noise of a gate at a place; null if the gate is virtual there and no channel is written out for it.</summary>
    /// <param name="gate">Name of the gate.</param>
    /// <param name="qubits">Device qubits in the order of operands.</param>
    /// <exception cref="ExecutionRefusedException">The gate is not native, or has no figures for these operands.</exception>
    public SiteNoise? Gate(string gate, params ReadOnlySpan<int> qubits)
    {
        var native = Device.Gate(gate) ?? throw Refuse.NotNative(Device, gate);
        if (native.IsVirtual)
        {
            return _extras.Custom(gate, qubits) is { IsEmpty: false } custom ? OnlyCustom(gate, qubits, custom) : null;
        }

        var site = native.SiteFor(qubits) ?? throw Refuse.NoSite(Device, native, qubits);
        return Derive(gate, qubits, site.Error, site.Duration, site.Details.RelaxationDuration);
    }

    /// <summary>The same with its channels; derived once for each place and kept, because candidates of a compilation and programs ask for
    /// the same few again and again.</summary>
    /// <param name="gate">Name of the gate.</param>
    /// <param name="qubits">Device qubits in the order of operands.</param>
    /// <exception cref="ExecutionRefusedException">The gate is not native, or has no figures for these operands.</exception>
    internal SiteStages? StagesOf(string gate, ReadOnlySpan<int> qubits)
    {
        if (qubits.Length is 0 or > 2)
        {
            return SiteStages.Of(Gate(gate, qubits));
        }

        var key = (gate, qubits[0], qubits.Length == 2 ? qubits[1] : -1);
        if (!_sites.TryGetValue(key, out var stages))
        {
            stages = _sites.GetOrAdd(key, SiteStages.Of(Gate(gate, qubits)));
        }

        return stages;
    }

    /// <summary>The schedule on which this noise acts.</summary>
    /// <remarks>
    /// Under <c>google</c> time passes in moments, which last as long as their longest gate for every qubit of the circuit; so a circuit
    /// that is its own schedule waits there too. Elsewhere qubits wait as <see cref="Scheduler.Apply"/> has it.
    /// </remarks>
    /// <exception cref="TranspilationException">A delay is in dt and the device has no sample time.</exception>
    internal ScheduledCircuit Schedule(NativeCircuit native, Target target, ScheduleMode mode) => _rules.IsGoogle
        ? Scheduler.ApplyInMoments(native, target, mode)
        : Scheduler.Apply(native, target, mode);

    /// <summary>Relaxation of a qubit that waits.</summary>
    /// <param name="qubit">Device qubit.</param>
    /// <param name="seconds">Length of the delay.</param>
    public Relaxation Idle(int qubit, double seconds) =>
        On(NoiseSources.Idle) && !_extras.IsIdleReplaced(qubit) ? Relax(qubit, seconds) : Relaxation.None;

    /// <summary>All that happens to a qubit that waits: relaxation, then the channels written out for it.</summary>
    /// <param name="qubit">Device qubit.</param>
    /// <param name="seconds">Length of the delay.</param>
    /// <exception cref="ExecutionRefusedException">A channel has no power for this length.</exception>
    public IEnumerable<NoiseStage> Waiting(int qubit, double seconds)
    {
        var relaxation = Idle(qubit, seconds);
        var custom = _extras.Idle(qubit, seconds);
        return relaxation.IsIdentity ? custom : [new NoiseStage(relaxation.ToChannel(), [qubit], "idle"), .. custom];
    }

    /// <summary>Angle of the static ZZ between two qubits during a time, π ζ t after scaling; 0 where crosstalk does not act.</summary>
    /// <param name="pair">A pair of the profile.</param>
    /// <param name="seconds">The time.</param>
    public double ZzAngle(StaticZz pair, double seconds)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return On(NoiseSources.Crosstalk) ? Math.PI * pair.Rate * seconds * _scaling.TimeFactor : 0;
    }

    /// <summary>
    /// Relaxation after a reset, for its duration; none if the profile has no duration. Under <c>google</c> a reset has the error of
    /// the one-qubit gate that reports an incoherent one.
    /// </summary>
    /// <param name="qubit">Device qubit.</param>
    public SiteNoise Reset(int qubit)
    {
        var error = _rules.IsGoogle ? GoogleNoise.BenchmarkedSite(Device, qubit)?.Error : null;
        return Derive("reset", [qubit], error, Device.Qubits[qubit].ResetDuration) with { ReportedError = null };
    }

    /// <summary>Noise before a measurement, where the semantics gives measurements noise of a gate; null elsewhere.</summary>
    /// <param name="qubit">Device qubit.</param>
    public SiteNoise? Measurement(int qubit)
    {
        var row = _rules.MeasurementRows ? Device.Measurements.FirstOrDefault(entry => entry.Name == "measure") : null;
        if (row?.SiteFor(qubit) is { } site)
        {
            return Derive("measure", [qubit], site.Error, site.Duration);
        }

        return _extras.Custom("measure", [qubit]) is { IsEmpty: false } custom ? OnlyCustom("measure", [qubit], custom) : null;
    }

    /// <summary>
    /// The readout error as amplitude damping before the measurement, where the semantics has it act on the state: towards the
    /// population P(1|0)/γ with strength γ = P(1|0) + P(0|1), which gives the recorded bit the same probabilities. Null elsewhere.
    /// </summary>
    /// <param name="qubit">Device qubit.</param>
    /// <exception cref="ExecutionRefusedException">γ is above 1: no damping is that strong.</exception>
    public Relaxation? ReadoutDamping(int qubit)
    {
        if (!_rules.IsGoogle)
        {
            return null;
        }

        var readout = Readout(qubit);
        var strength = readout.OneGivenZero + readout.ZeroGivenOne;
        return strength <= 1
            ? new(1 - strength, Math.Sqrt(1 - strength), strength == 0 ? 0 : readout.OneGivenZero / strength)
            : throw new ExecutionRefusedException(
                $"Under the semantics google the readout of a qubit is a damping of strength P(1|0) + P(0|1), which is {strength} for qubit "
                + $"{qubit} of {Device.Name} and cannot be above 1. Choose another qubit or semantics, or switch readout error off.");
    }

    /// <summary>Confusion of the recorded bit of a qubit that is read for itself; none for one of a group.</summary>
    /// <param name="qubit">Device qubit.</param>
    /// <exception cref="ExecutionRefusedException">The matrix has no generator and the noise scale is not 1.</exception>
    public ReadoutConfusion Readout(int qubit) => On(NoiseSources.Readout) && GroupOf(qubit) is null
        ? ReadoutPower.Of(_rules.Readout(Device.Qubits[qubit].Readout), _readoutFactor, $"qubit {qubit} of {Device.Name}")
        : ReadoutConfusion.None;

    /// <summary>How the bit of a qubit is recorded: the noise of the measurement instruction, then the confusion.</summary>
    /// <remarks>
    /// On the populations the noise before a measurement is a confusion itself, so both join into one. None for a qubit of a group,
    /// which has it in <see cref="ReadTogether"/>.
    /// </remarks>
    /// <param name="qubit">Device qubit.</param>
    /// <exception cref="ExecutionRefusedException">The matrix has no generator and the noise scale is not 1.</exception>
    public ReadoutConfusion Recording(int qubit)
    {
        var readout = Readout(qubit);
        if (GroupOf(qubit) is not null || MeasurementConfusion(qubit) is not { } before)
        {
            return readout;
        }

        return new(
            ((1 - before.OneGivenZero) * readout.OneGivenZero) + (before.OneGivenZero * (1 - readout.ZeroGivenOne)),
            ((1 - before.ZeroGivenOne) * readout.ZeroGivenOne) + (before.ZeroGivenOne * (1 - readout.OneGivenZero)));
    }

    /// <summary>The groups of qubits that are read together, as the profile has them; empty where readout is off.</summary>
    public IEnumerable<ReadoutGroup> ReadoutGroups => On(NoiseSources.Readout) ? Device.Noise.ReadoutGroups : [];

    /// <summary>How the bits of a group are recorded: the noise of each measurement instruction, then the confusion of all.</summary>
    /// <param name="group">A group of <see cref="ReadoutGroups"/>.</param>
    /// <exception cref="ExecutionRefusedException">The matrix has no such power, or noise before a measurement is no confusion.</exception>
    public GroupReadout ReadTogether(ReadoutGroup group) => GroupReadout.Of(group, _readoutFactor).After(MeasurementConfusion);

    /// <summary>
    /// The errors of the record of a qubit that is read in a group, averaged over the states of the others; null for one read for itself.
    /// </summary>
    /// <param name="qubit">Device qubit.</param>
    public ReadoutConfusion? AverageInGroup(int qubit) => GroupOf(qubit) is { } group ? ReadTogether(group).Marginal(qubit) : null;

    /// <summary>T1 and T2 of a qubit as its noise uses them; under <c>google</c> T2 is from the dephasing of its gates.</summary>
    /// <param name="qubit">Device qubit.</param>
    public CoherenceTimes TimesOf(int qubit) => _times[qubit];

    /// <summary>Factor on angles, rates and times: the noise scale.</summary>
    public double AngleFactor => _scaling.TimeFactor;

    /// <summary>Everything this model applies.</summary>
    /// <param name="gate">Only this gate, or null for all.</param>
    /// <param name="qubits">Only places on these qubits alone, or null for all.</param>
    public NoiseDescription Describe(string? gate = null, IReadOnlyCollection<int>? qubits = null) =>
        NoiseDescriber.Describe(this, gate, qubits);

    /// <summary>All notices of a use of some gates: of the device, and of reports that cannot be met.</summary>
    /// <param name="gates">The noise of the gates.</param>
    public IEnumerable<Notice> NoticesOf(IEnumerable<SiteNoise> gates)
    {
        SiteNoise[] due = [.. gates.Where(gate => CoherenceNotice.IsDue(this, gate))];
        return due.Length == 0 ? Notices : Notices.Append(CoherenceNotice.Of(this, due));
    }

    /// <summary>Words that, with the hash of the device, determine the noise: for identities.</summary>
    public string Text =>
        $"{Semantics}; {string.Join(",", NoiseSourceNames.Of(Sources))}; {TemperatureText} mK; "
        + $"readout {_readoutFactor:R}; {_scaling}"
        + (CoherenceLimit == CoherenceLimitPolicy.Rescale ? "; rescaled to the report" : string.Empty);

    // A profile's own temperatures are part of its hash.
    private string TemperatureText => Options.TemperatureMillikelvin is { } given
        ? $"{given:R}"
        : Device.Noise.Temperature is null && Device.Qubits.All(qubit => qubit.Temperature is null) ? "0" : "own";

    // The noise of the measurement instruction as an error of the bit; null where there is none.
    private ReadoutConfusion? MeasurementConfusion(int qubit)
    {
        if (Measurement(qubit) is not { IsIdentity: false } noise)
        {
            return null;
        }

        var channel = noise.ToChannel();
        return channel[3, 1] == 0 && channel[3, 2] == 0
            ? new(Math.Max(0, (1 - channel[3, 3] - channel[3, 0]) / 2), Math.Max(0, (1 - channel[3, 3] + channel[3, 0]) / 2))
            : throw new ExecutionRefusedException(
                $"The channel before the measurement of qubit {qubit} of {Device.Name} turns coherence into population, so it is not part of "
                + "a readout in other bases. Measure in the circuit and ask for bitstrings, or write a channel that only mixes populations.");
    }

    private ReadoutGroup? GroupOf(int qubit)
    {
        foreach (var group in ReadoutGroups)
        {
            if (group.Qubits.Contains(qubit))
            {
                return group;
            }
        }

        return null;
    }

    private bool On(NoiseSources source) => (Sources & source) == source;

    private static SiteNoise OnlyCustom(string gate, ReadOnlySpan<int> qubits, ImmutableArray<NoiseStage> custom) => new()
    {
        Gate = gate,
        Qubits = [.. qubits],
        ReportedError = null,
        DurationSeconds = null,
        Lambda = 0,
        Relaxations = [.. Enumerable.Repeat(Relaxation.None, qubits.Length)],
        RelaxationInfidelity = null,
        Custom = custom,
    };

    private SiteNoise Derive(string gate, ReadOnlySpan<int> qubits, double? error, double? duration, double? relaxationTime = null)
    {
        var custom = _extras.Custom(gate, qubits);
        if (_extras.IsReplaced(gate, qubits))
        {
            return OnlyCustom(gate, qubits, custom) with { ReportedError = error, DurationSeconds = duration };
        }

        var share = RelaxedShare(gate, qubits, error, duration ?? 0);
        var seconds = (duration ?? 0) * share;
        var relaxes = On(NoiseSources.Relaxation);
        var relaxations = Relaxations(qubits, seconds, relaxes);
        // Where relaxation is stretched to the report, nothing is left of it but rounding.
        var lambda = On(NoiseSources.Gate) && share == 1
            ? Lambda(gate, qubits, error, _rules.DerivesAnew ? relaxations : Relaxations(qubits, seconds, relaxes: true))
            : 0;
        var applied = relaxationTime is { } time ? Relaxations(qubits, time * share, relaxes) : relaxations;
        var scaled = Scaled(applied, qubits, relaxationTime * share ?? seconds, relaxes);
        return new SiteNoise
        {
            Gate = gate,
            Qubits = [.. qubits],
            ReportedError = error,
            DurationSeconds = duration,
            Lambda = _scaling.Lambda(lambda, gate, qubits),
            Relaxations = scaled,
            RelaxationFirst = _rules.RelaxationFirst,
            RelaxationInfidelity = relaxes ? Infidelity(scaled) : null,
            Excess = Excess(gate, qubits, error, applied),
            Coherent = _scaling.TimeFactor == 0 ? null : _extras.Coherent(gate, qubits, _scaling.TimeFactor),
            Custom = custom,
            Spectators = _extras.Spectators(gate, qubits),
            CoherenceStretch = seconds == (duration ?? 0) ? 1 : duration!.Value / seconds,
        };
    }

    private static double Infidelity(ImmutableArray<Relaxation> relaxations) =>
        ErrorMeasures.AverageInfidelity(Relaxation.JointProcessFidelity(relaxations.AsSpan()), relaxations.Length);

    // Under semantics that bring coherent errors of their own the report is not theirs to meet.
    private ReportExcess? Excess(string gate, ReadOnlySpan<int> qubits, double? error, ImmutableArray<Relaxation> relaxations)
    {
        var coherent = _rules.Sources.HasFlag(NoiseSources.Coherent) ? null : _extras.Coherent(gate, qubits, 1);
        return error < InfidelityBeside(coherent, relaxations)
            ? new(Infidelity(relaxations), coherent is null ? 0 : 1 - coherent.Channel.AverageGateFidelity)
            : null;
    }

    // 1 − F_avg of the coherent error followed by relaxation: what is left of the report is depolarizing.
    private static double InfidelityBeside(NoiseStage? coherent, ImmutableArray<Relaxation> relaxations)
    {
        if (coherent is null)
        {
            return Infidelity(relaxations);
        }

        var relaxation = relaxations.Skip(1).Aggregate(relaxations[0].ToChannel(), (channel, next) => channel.Tensor(next.ToChannel()));
        return ErrorMeasures.AverageInfidelity(coherent.Channel.Then(relaxation).ProcessFidelity, relaxations.Length);
    }

    // The share of the duration that relaxes: less than all where the report is below what all of it gives, and the policy says so.
    private double RelaxedShare(string gate, ReadOnlySpan<int> qubits, double? error, double seconds)
    {
        if (CoherenceLimit != CoherenceLimitPolicy.Rescale || error is not { } reported || seconds == 0 || !On(NoiseSources.Relaxation))
        {
            return 1;
        }

        int[] operands = [.. qubits];
        var coherent = _extras.Coherent(gate, qubits, 1);
        return Noise.CoherenceLimit.Share(
            reported, share => InfidelityBeside(coherent, Relaxations(operands, seconds * share, relaxes: true)));
    }

    // λ is derived from the reported figures and then scaled; so the relaxation beside it is the unscaled one.
    private ImmutableArray<Relaxation> Scaled(
        ImmutableArray<Relaxation> relaxations, ReadOnlySpan<int> qubits, double seconds, bool relaxes) =>
        _scaling.TimeFactor == 1 ? relaxations : Relaxations(qubits, seconds * _scaling.TimeFactor, relaxes);

    // Aer's flags derive λ anew from what is on; the others leave it as their semantics derives it.
    private double Lambda(string gate, ReadOnlySpan<int> qubits, double? error, ImmutableArray<Relaxation> relaxations)
    {
        var coherent = _rules.DerivesAnew || !_rules.Sources.HasFlag(NoiseSources.Coherent)
            ? _extras.Coherent(gate, qubits, 1)
            : _extras.CoherentError(gate, qubits, 1);
        if (!_rules.IsGoogle)
        {
            return ErrorMeasures.LambdaBesideRelaxation(error, InfidelityBeside(coherent, relaxations), relaxations.Length);
        }

        var subtracted = coherent is null ? 0 : 1 - coherent.Channel.ProcessFidelity;
        return error is { } reported
            ? GoogleNoise.Lambda(GoogleNoise.PauliError(reported, relaxations.AsSpan(), subtracted), relaxations.Length)
            : 0;
    }

    private ImmutableArray<Relaxation> Relaxations(ReadOnlySpan<int> qubits, double seconds, bool relaxes)
    {
        var relaxations = new Relaxation[qubits.Length];
        for (var operand = 0; operand < qubits.Length; operand++)
        {
            var swapped = _rules.SwapsRelaxation && qubits.Length == 2;
            relaxations[operand] = relaxes
                ? During(qubits[swapped ? 1 - operand : operand], seconds)
                : Relaxation.None;
        }

        return [.. relaxations];
    }

    private Relaxation Relax(int qubit, double seconds) =>
        During(qubit, _scaling.TimeFactor == 1 ? seconds : seconds * _scaling.TimeFactor);

    private Relaxation During(int qubit, double seconds)
    {
        var figures = Device.Qubits[qubit];
        // A missing frequency means population 0, as in Aer.
        var temperature = Options.TemperatureMillikelvin ?? (1e3 * (figures.Temperature ?? Device.Noise.Temperature ?? 0));
        var population = On(NoiseSources.Population) ? StandardChannels.ExcitedPopulation(figures.Frequency ?? 0, temperature) : 0;
        return _times[qubit].During(seconds, population);
    }
}
