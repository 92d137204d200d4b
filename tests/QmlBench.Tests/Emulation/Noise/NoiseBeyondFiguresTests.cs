using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Channels;
using QmlBench.Tests.Devices.Noise;

namespace QmlBench.Tests.Emulation.Noise;

public sealed class NoiseBeyondFiguresTests
{
    private const string Head = """
        schema: qmlbench/device/v1
        name: chain
        vendor: nobody
        technology: thought
        kind: template
        source: {text: made up for tests}
        semantics: aer-target
        accept: [missing-figures]
        couplers: [0-1, 1-2]

        """;

    // 50 kHz for 1 us: 0.157 rad. The neighbour in 1 turns the other way than the neighbour in 0.
    [Theory]
    [InlineData("sx $0; delay[1us] $0;", 1)]
    [InlineData("x $1; sx $0; delay[1us] $0;", -1)]
    [InlineData("sx $0; delay[1us] $0; x $0; delay[1us] $0;", 0)]
    [InlineData("sx $0; delay[1us] $0; barrier $0, $1; x $1; delay[1us] $0;", 0)]
    [InlineData("sx $0; delay[1us] $0; delay[1us] $0;", 2)]
    public void A_waiting_pair_gathers_its_static_zz(string text, double turns)
    {
        Device device = Quiet("crosstalk: {static_zz: {0-1: 50 kHz}}\n");
        double angle = turns * Math.PI * 50e3 * 1e-6;
        int sign = text.Contains("x $0; delay[1us] $0;", StringComparison.Ordinal) && text.Contains("$0; x $0", StringComparison.Ordinal) ? 1 : -1;
        // sx takes |0⟩ to −Y; RZ by the angle turns −Y towards X.
        Assert.Equal(sign * Math.Cos(angle), Value(device, text, "Y0", With("crosstalk")), 1e-12);
        Assert.Equal(Math.Sin(angle), Value(device, text, "X0", With("crosstalk")), 1e-12);
    }

    [Fact]
    public void A_pair_gathers_nothing_while_its_gate_runs_and_a_neighbour_in_between()
    {
        Device pair = Timed("crosstalk: {static_zz: {0-1: 50 kHz}}\n");
        Assert.Equal(0, Value(pair, "sx $1; cz $0, $1;", "XI", With("crosstalk")), 1e-12);
        Device echoed = Timed("crosstalk: {echoed: [cz], static_zz: {1-2: 30 kHz}}\n");
        Device plain = Timed("crosstalk: {static_zz: {1-2: 30 kHz}}\n");
        double angle = Math.PI * 30e3 * 300e-9;
        Assert.Equal(Math.Sin(angle), Value(plain, "sx $1; cz $1, $0;", "XI", With("crosstalk")), 1e-12);
        Assert.Equal(0, Value(echoed, "sx $1; cz $1, $0;", "XI", With("crosstalk")), 1e-12);
        Assert.Equal(Math.Sin(angle), Value(echoed, "sx $1; cz $0, $1;", "XI", With("crosstalk")), 1e-12);
    }

    [Fact]
    public void Sources_beyond_the_peers_are_off_until_somebody_names_them()
    {
        string text = NoiseProfiles.With("with: [crosstalk, coherent, spectator]\n", "");
        Device silent = Read(text), asking = Read(NoiseProfiles.Good);
        string[] Names(Device device, NoiseOptions options) => [.. NoiseSourceNames.Of(NoiseModel.For(device, options).Sources)];
        Assert.Equal(["gate", "relaxation", "idle", "readout", "population", "custom"], Names(silent, NoiseOptions.Default));
        Assert.Equal(NoiseSourceNames.Supported, Names(asking, NoiseOptions.Default));
        Assert.Contains("crosstalk", Names(silent, With("crosstalk")));
        Assert.DoesNotContain("custom", Names(asking, new NoiseOptions { Sources = NoiseSourceNames.Without(["custom"]) }));
        Assert.Equal(["crosstalk"], Names(silent, new NoiseOptions { Sources = NoiseSources.Crosstalk, With = NoiseSources.Crosstalk }));
        Device manila = new DeviceLibrary(RepositoryRoot.Combine("devices")).Load("ibm_manila_2024-05-27", 1);
        Assert.DoesNotContain("crosstalk", Names(manila, NoiseOptions.Default));
        Assert.Contains("crosstalk", Names(manila, With("crosstalk")));
    }

    [Fact]
    public void Coherent_errors_keep_the_reported_infidelity() => Property.Holds(
        Gen.Select(Gen.Double[0.001, 0.05], Gen.Double[-0.05, 0.05], Gen.Double[-0.05, 0.05], Gen.Double[0.002, 0.1]),
        drawn =>
        {
            (double over, double phase, double tilt, double error) = drawn;
            string text = FormattableString.Invariant($$$"""
                with: [coherent]
                coherent:
                  x: {every: {over_rotation: {{{over:R}}} rad, axis: {phase: {{{phase:R}}} rad, tilt: {{{tilt:R}}} rad} } }
                  sxdg: {every: {over_rotation: {{{over:R}}} rad}}
                  cz: {every: {over_rotation: {{{over:R}}} rad, fsim: {theta: {{{phase:R}}} rad, zeta: {{{tilt:R}}} rad, phi: {{{over:R}}} rad} } }

                """);
            Device device = WithErrors(text, error + 0.01);
            var model = NoiseModel.For(device, NoiseOptions.Default);
            foreach (SiteNoise noise in new[] { model.Gate("x", 0)!, model.Gate("sxdg", 1)!, model.Gate("cz", 0, 1)!, model.Gate("cz", 1, 0)! })
            {
                Assert.NotNull(noise.Coherent);
                Assert.True(noise.Lambda > 0);
                Assert.Equal(error + 0.01, noise.TotalInfidelity, 1e-12);
                ChoiMatrix.Of(noise.ToChannel()).ThrowIfNotChannel("the noise", 1e-10);
            }
        },
        count: 100);

    // A turn too far by δ costs (2/3) sin²(δ/2); its angle is what two gates add up to.
    [Fact]
    public void An_over_rotation_turns_too_far()
    {
        Device device = Quiet("with: [coherent]\ncoherent: {sx: {every: {over_rotation: 100 mrad}}}\n");
        Assert.Equal(2.0 / 3 * Math.Pow(Math.Sin(0.05), 2), NoiseModel.For(device, NoiseOptions.Default).Gate("sx", 0)?.TotalInfidelity ?? 0, 1e-15);
        Assert.Equal(-Math.Cos(0.2), Value(device, "sx $0; sx $0;", "Z", NoiseOptions.Default), 1e-14);
        Assert.Equal(-Math.Cos(0.3), Value(device, "sx $0; sx $0;", "Z", NoiseOptions.Default with { Scale = 1.5 }), 1e-14);
    }

    [Fact]
    public void A_wrong_axis_is_the_turn_about_that_axis()
    {
        Device device = Quiet("with: [coherent]\ncoherent: {x: {every: {axis: {phase: 0.3 rad}}}, y: {every: {axis: {tilt: 0.2 rad}}}}\n");
        // X about an axis 0.3 rad off in the equator: X → cos 2φ X + sin 2φ Y. Y tilted by α towards Z: Z → −cos 2α Z + sin 2α Y.
        Assert.Equal(Math.Cos(0.6), Value(device, "ry(pi/2) $0; x $0;", "X", NoiseOptions.Default), 1e-12);
        Assert.Equal(Math.Sin(0.6), Value(device, "ry(pi/2) $0; x $0;", "Y", NoiseOptions.Default), 1e-12);
        Assert.Equal(-Math.Cos(0.4), Value(device, "y $0;", "Z", NoiseOptions.Default), 1e-12);
        Assert.Equal(Math.Sin(0.4), Value(device, "y $0;", "Y", NoiseOptions.Default), 1e-12);
    }

    // prx(θ, φ) too far by δ is prx(θ + δ, φ), whatever φ.
    [Fact]
    public void Gates_of_the_equator_turn_too_far_about_their_own_axis()
    {
        Device device = Quiet("with: [coherent]\ncoherent: {prx: {every: {over_rotation: 0.1 rad}}}\n");
        foreach (string axis in new[] { "X", "Y", "Z" })
            Assert.Equal(
                Value(device, "prx(0.8, 0.7) $0;", axis, new NoiseOptions { Sources = NoiseSourceNames.Without(["coherent"]) }),
                Value(device, "prx(0.7, 0.7) $0;", axis, NoiseOptions.Default), 1e-14);
    }

    [Fact]
    public void Neighbours_suffer_while_a_gate_runs()
    {
        Device device = Quiet("with: [spectator]\nspectator: {x: {0: {1: {depolarizing: {lambda: 0.1}, zz: 0.4 rad}}}}\n");
        Assert.Equal(-0.9 * Math.Cos(0.4), Value(device, "sx $1; x $0;", "YI", NoiseOptions.Default), 1e-14);
        // A neighbour that nobody touches is in |0⟩: the operand sees RZ of the angle.
        Assert.Equal(Math.Cos(0.4), Value(device, "sx $0; x $0;", "Y", NoiseOptions.Default), 1e-14);
        Assert.Equal(-1, Value(device, "sx $1; x $0;", "YI", new NoiseOptions { Sources = NoiseSourceNames.Without(["spectator"]) }), 1e-14);
    }

    [Theory]
    [InlineData("x", 0, -1)]
    [InlineData("cz", 0, 1)]
    public void Relaxation_can_be_stretched_to_the_reported_error(string gate, int first, int second)
    {
        Device device = WithErrors("", 1e-6);
        int[] qubits = second < 0 ? [first] : [first, second];
        SiteNoise kept = NoiseModel.For(device, NoiseOptions.Default).Gate(gate, qubits)!;
        Assert.True(kept.TotalInfidelity > 1e-5);
        SiteNoise stretched = NoiseModel.For(device, new NoiseOptions { CoherenceLimit = CoherenceLimitPolicy.Rescale }).Gate(gate, qubits)!;
        Assert.Equal(1e-6, stretched.TotalInfidelity, 1e-15);
        Assert.True(stretched.CoherenceStretch > 10);
        Assert.Equal(0, stretched.Lambda);
        SiteNoise fine = NoiseModel.For(WithErrors("", 0.05), new NoiseOptions { CoherenceLimit = CoherenceLimitPolicy.Rescale }).Gate(gate, qubits)!;
        Assert.Equal(NoiseModel.For(WithErrors("", 0.05), NoiseOptions.Default).Gate(gate, qubits)!.ToChannel(), fine.ToChannel());
    }

    [Theory]
    [InlineData("keep", "")]
    [InlineData("report", "relaxation alone exceeds the reported error for x 0 (1E-06 reported")]
    [InlineData("rescale", "relaxation was stretched to the reported error for x 0 (T1, T2 ×")]
    public void The_policy_says_what_it_did(string policy, string notice)
    {
        Device device = WithErrors($"coherence_limit: {policy}\n", 1e-6);
        string[] notices = [.. Estimates(device, "x $0;", "Z", NoiseOptions.Default).Notices.Where(n => n.Source == "coherence-limit").Select(n => n.Text)];
        Assert.Equal(notice.Length == 0 ? 0 : 1, notices.Length);
        Assert.All(notices, text => Assert.Contains(notice, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_profile_has_a_temperature_and_its_qubits_may_have_their_own()
    {
        string hot = WithErrorsText("temperature: 50 mK\n", 0.01).Replace("t2: 80 us}", "t2: 80 us, frequency: 5 GHz}", StringComparison.Ordinal);
        Device device = Read(hot);
        var own = NoiseModel.For(device, NoiseOptions.Default);
        Assert.Equal(0.0081687, own.Idle(0, 1e-3).Population, 5e-8);
        Assert.Equal(
            own.Idle(0, 1e-6), NoiseModel.For(Read(hot.Replace("temperature: 50 mK\n", "", StringComparison.Ordinal)), new NoiseOptions { TemperatureMillikelvin = 50 }).Idle(0, 1e-6));
        Assert.Equal(0, NoiseModel.For(device, new NoiseOptions { TemperatureMillikelvin = 0 }).Idle(0, 1e-6).Population);
        Device one = Read(hot.Replace("  0: {", "  0: {temperature: 0 K, ", StringComparison.Ordinal));
        Assert.Equal(0, NoiseModel.For(one, NoiseOptions.Default).Idle(0, 1e-6).Population);
        Assert.NotEqual(0, NoiseModel.For(one, NoiseOptions.Default).Idle(1, 1e-6).Population);
    }

    [Fact]
    public void A_scale_of_one_changes_no_bit_and_of_zero_leaves_no_noise()
    {
        Device device = Read(NoiseProfiles.Good);
        const string Text = "x $0; rz(0.3) $1; cz $0, $1; delay[200ns] $2; x $2; cz $1, $2;";
        double once = Value(device, Text, "ZZZ", NoiseOptions.Default);
        Assert.Equal(once, Value(device, Text, "ZZZ", NoiseOptions.Default with { Scale = 1 }));
        Assert.Equal(once, Program(device, Text, "ZZZ", NoiseOptions.Default, out _).Find<INoiseScaling>() is { } scaling
            ? scaling.Amplify(1, ScalingRule.Generator).Estimate(
                new RowTable(Program(device, Text, "ZZZ", NoiseOptions.Default, out _).Columns, default, 1), Set("ZZZ"), Budget.ExactValue, Streams, CancellationToken.None).Values.Span[0]
            : double.NaN);
        double none = Value(device, Text, "ZZZ", NoiseOptions.Noiseless);
        Assert.Equal(none, Value(device, Text, "ZZZ", NoiseOptions.Default with { Scale = 0 }), 1e-14);
        Assert.NotEqual(none, once, 1e-3);
    }

    [Fact]
    public void A_scale_a_channel_cannot_bear_is_refused_by_gate_and_site()
    {
        Device device = Quiet("noise: {mode: add, gates: {x: {0: [{pauli: {X: 0.5, Y: 0.3}}]}}}\n");
        var refusal = Assert.Throws<ExecutionRefusedException>(() => Value(device, "x $0;", "Z", NoiseOptions.Default with { Scale = 1.5 }));
        Assert.Contains("x on qubits 0", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("1.5", refusal.Message, StringComparison.Ordinal);
        Device strong = Quiet("noise: {mode: add, gates: {x: {0: [{depolarizing: {lambda: 1.2}}]}}}\n");
        Assert.Contains("x on qubits 0", Assert.Throws<ExecutionRefusedException>(() => Value(strong, "x $0;", "Z", NoiseOptions.Default with { Scale = 2 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kraus_operators_that_lose_a_little_trace_are_normalised()
    {
        Device device = Quiet("noise: {mode: add, gates: {x: {0: [{kraus: [[[0.6000001, 0], [0, 0.6000001]], [[0, 0.8], [0.8, 0]]]}]}}}\n");
        PauliTransferMatrix channel = NoiseModel.For(device, NoiseOptions.Default).Gate("x", 0)!.ToChannel();
        Assert.True(channel.IsTracePreserving);
        Assert.Equal((0.6000001 * 0.6000001) / ((0.6000001 * 0.6000001) + 0.64), channel.ProcessFidelity, 1e-14);
    }

    [Fact]
    public void Recipes_replace_or_follow_what_figures_give()
    {
        const string Recipe = "gates: {x: {0: [{pauli: {X: 0.1}}]}}, idle: {sites: {0: []}}}\n";
        Device add = WithErrors("noise: {mode: add, " + Recipe, 0.02), replace = WithErrors("noise: {mode: replace, " + Recipe, 0.02);
        PauliTransferMatrix figures = NoiseModel.For(WithErrors("", 0.02), NoiseOptions.Default).Gate("x", 0)!.ToChannel();
        PauliTransferMatrix flip = StandardChannels.BitFlip(0.1);
        Assert.Equal(flip, NoiseModel.For(replace, NoiseOptions.Default).Gate("x", 0)!.ToChannel());
        Assert.Equal(figures.Then(flip), NoiseModel.For(add, NoiseOptions.Default).Gate("x", 0)!.ToChannel());
        Assert.Equal(
            NoiseModel.For(WithErrors("", 0.02), NoiseOptions.Default).Gate("x", 1)!.ToChannel(),
            NoiseModel.For(replace, NoiseOptions.Default).Gate("x", 1)!.ToChannel());
        Assert.True(NoiseModel.For(replace, NoiseOptions.Default).Idle(0, 1e-6).IsIdentity);
        Assert.False(NoiseModel.For(add, NoiseOptions.Default).Idle(0, 1e-6).IsIdentity);
    }

    private static NoiseOptions With(string source) => new() { With = NoiseSourceNames.Parse(source) };

    // No figures at all: what a section says is all the noise there is.
    private static Device Quiet(string sections) => Read(
        Head + sections + "qubits: {0..2: {readout: {error: 0, length: 0 s}}}\ngates: {x: {sites: {every: {duration: 0 s, error: 0}}}, "
        + "y: {sites: {every: {duration: 0 s, error: 0}}}, sx: {sites: {every: {duration: 0 s, error: 0}}}, ry: virtual, "
        + "prx: {sites: {every: {duration: 0 s, error: 0}}}, cz: {sites: {every: {duration: 0 s, error: 0}}}}\n");

    private static Device Timed(string sections) => Read(
        Head + sections + "qubits: {0..2: {readout: {error: 0, length: 0 s}}}\ngates: {sx: virtual, cz: {sites: {every: {duration: 300 ns, error: 0}}}}\n");

    private static Device WithErrors(string sections, double error) => Read(WithErrorsText(sections, error));

    private static string WithErrorsText(string sections, double error) => FormattableString.Invariant(
        $$$"""
        {{{Head}}}{{{sections}}}qubits:
          0: {t1: 100 us, t2: 80 us}
          1..2: {t1: 120 us, t2: 80 us}
        gates:
          x: {sites: {every: {error: {{{error:R}}}, duration: 30 ns} } }
          sxdg: {sites: {every: {error: {{{error:R}}}, duration: 30 ns} } }
          cz: {sites: {every: {error: {{{error:R}}}, duration: 300 ns} } }

        """);

    private static Device Read(string text) => DeviceYamlReader.Read(new SourceText("f", text));

    private static RowStreams Streams => new(StreamKey.Root(1, "test"));

    private static ObservableSet Set(string pauli) => new([Observable.Parse(pauli, 3)]);

    private static double Value(Device device, string text, string pauli, NoiseOptions options) =>
        Estimates(device, text, pauli, options).Values.Span[0];

    private static Estimates Estimates(Device device, string text, string pauli, NoiseOptions options)
    {
        IProgram program = Program(device, text, pauli, options, out ObservableSet set);
        return program.Estimate(new RowTable(program.Columns, default, 1), set, Budget.ExactValue, Streams, CancellationToken.None);
    }

    // Observables are on the three qubits of the device.
    private static IProgram Program(Device device, string text, string pauli, NoiseOptions options, out ObservableSet set)
    {
        Circuit circuit = QasmReader.ReadOrThrow(new SourceText("c.qasm", "OPENQASM 3.0;\ninclude \"stdgates.inc\";\n" + text));
        set = new([Observable.Parse(pauli, circuit.QubitCount)]);
        return new Emulator(device, options).Compile(
            circuit, new Request(set, Asked.None, Budget.ExactValue, Limits.Default), CompileOptions.Default(1), CancellationToken.None);
    }
}
