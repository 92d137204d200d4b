using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Yaml;

public sealed class DeviceYamlReaderTests
{
    [Fact]
    public void A_good_profile_says_what_it_says()
    {
        Assert.Empty(Profiles.Problems(Profiles.Good));
        Device device = DeviceYamlReader.Read(new SourceText("f", Profiles.Good));
        Assert.Equal(("three", "three", DeviceKind.Template), (device.Name, device.Machine, device.Kind));
        Assert.Equal(5e-10, device.Dt);
        Assert.Equal(3, device.QubitCount);
        Assert.Equal(1e-4, device.Qubits[2].T1);
        Assert.Equal(-330e6, device.Qubits[0].Anharmonicity);
        Assert.Equal(new GridPoint(0, 0), device.Qubits[0].Position);
        Assert.Equal(0.01, device.Qubits[1].Readout.EffectiveP0Given1);
        Assert.Equal(["0-1", "1->2"], device.Coupling.Couplers.Select(c => c.ToString()));
        Assert.Equal(["cz", "rz", "sx"], device.Gates.Select(g => g.Name));
        Assert.True(device.Gate("rz")!.IsVirtual);
        Assert.Equal((0.001, 30e-9), (device.Gate("sx")!.SiteFor(2)!.Error, device.Gate("sx")!.SiteFor(2)!.Duration));
        Assert.Equal(0.002, device.Gate("sx")!.SiteFor(1)!.Error);
        Assert.Equal(0.01, device.Gate("cz")!.SiteFor(1, 0)!.Error);
        Assert.Null(device.Gate("cz")!.SiteFor(2, 1));
    }

    public static TheoryData<string, string, string> BadParts => new()
    {
        // Keys and kinds of values.
        { "schema: qmlbench/device/v1", "schema: qmlbench/device/v2", "f:1:9: unknown schema 'qmlbench/device/v2'; expected one of qmlbench/device/v1; did you mean 'qmlbench/device/v1'?" },
        { "dt: 0.5 ns", "bt: 0.5 ns", "f:8:1: unknown key 'bt' in a device profile; expected one of schema, name, machine, snapshot, vendor, technology, processor, kind, source, semantics, dt, noise_scale, accept, basis, qubits, couplers, gates, measurements, temperature, with, coherence_limit, crosstalk, coherent, spectator, correlated_readout, noise; did you mean 'dt'?" },
        { "label: Q, t1: 100 us", "label: Q, T1: 100 us", "f:13:20: unknown key 'T1' in qubit 1..2; expected one of label, t1, t2, frequency, anharmonicity, readout, reset, temperature, at; did you mean 't1'?|f:13:3: qubit 1 has no T1; expected the T1, or 'accept: [missing-figures]' if the data are so" },
        { "readout: {error: 0.01", "readout: {err: 0.01", "f:13:52: qubit 1 has no readout error; expected both 'p1_given_0' and 'p0_given_1', or 'error', or 'accept: [missing-figures]' if the data are so|f:13:53: unknown key 'err' in 'readout' of qubit 1..2; expected one of p1_given_0, p0_given_1, error, length; did you mean 'error'?" },
        { "source: {text: made up for tests}", "source: {txt: made up for tests}", "f:6:10: unknown key 'txt' in 'source' of a device profile; expected one of text, repository, commit, files, address, measured; did you mean 'text'?|f:6:9: the figures have no source; expected a source with 'text', 'repository' or 'address'" },
        { "1: {error: 0.002}", "1: {erorr: 0.002}", "f:15:58: unknown key 'erorr' in the site 1 of 'sx'; expected one of error, duration, incoherent, relaxation, isolated; did you mean 'error'?" },
        { "name: three", "name: [three]", "f:2:7: 'name' of a device profile is a list; expected a text" },
        { "0: {}", "0: 5", "f:15:50: the site 0 of 'sx' is '5'; expected a mapping of keys to values" },
        { "rz: virtual", "rz: vitrual", "f:16:7: the gate 'rz' is 'vitrual'; expected 'virtual', or a mapping with 'sites'" },
        { "couplers: [0-1, 1->2]", "couplers: line", "f:10:11: 'couplers' is 'line'; expected a list such as [0-1, 1->2], or all-to-all" },
        { "couplers: [0-1, 1->2]", "couplers: [0-1, 1->2, 0,1]", "f:10:23: a coupler is '0'; expected 0-1 for gates in both orders, or 0->1 for one order|f:10:25: a coupler is '1'; expected 0-1 for gates in both orders, or 0->1 for one order" },
        { "kind: template", "kind: calibrated", "f:5:7: unknown kind 'calibrated'; expected one of calibration, specification, template; did you mean 'calibration'?" },
        { "at: [0, 0]", "at: [0]", "f:12:147: 'at' has 1 coordinate(s); expected two whole numbers: [row, column]" },

        // Units.
        { "dt: 0.5 ns", "dt: 0.5", "f:8:5: 'dt' of a device profile is a time and '0.5' has no unit; expected a unit behind the number, one of ps, ns, us, ms, s" },
        { "{t1: 100 us, t2: 80 us, f", "{t1: 100, t2: 80 us, f", "f:12:11: 't1' of qubit 0 is a time and '100' has no unit; expected a unit behind the number, one of ps, ns, us, ms, s" },
        { "frequency: 5 GHz", "frequency: 5 ns", "f:12:41: 'frequency' of qubit 0 is a frequency and '5 ns' has another unit; expected one of Hz, kHz, MHz, GHz" },
        { "duration: 30 ns", "duration: 30", "f:15:32: 'duration' of the gate 'sx' is a time and '30' has no unit; expected a unit behind the number, one of ps, ns, us, ms, s" },
        { "p1_given_0: 0.01", "p1_given_0: nan", "f:12:95: 'p1_given_0' of 'readout' of qubit 0 is 'nan'; expected a number without unit" },

        // Figures that cannot be.
        { "{t1: 100 us, t2: 80 us, f", "{t1: 0 us, t2: 80 us, f", "f:12:11: T1 is not positive; expected a time above 0" },
        { "{t1: 100 us, t2: 80 us, f", "{t1: 100 us, t2: -80 us, f", "f:12:23: T2 is not positive; expected a time above 0" },
        { "{t1: 100 us, t2: 80 us, f", "{t1: 100 us, t2: 250 us, f", "f:12:23: impossible T2: 250 us is above 2·T1 = 200 us; expected T2 of at most 2·T1, or 'accept: [t2-above-2t1]' if the data are so" },
        { "frequency: 5 GHz", "frequency: -5 GHz", "f:12:41: the frequency is not positive; expected a frequency above 0" },
        { "p1_given_0: 0.01", "p1_given_0: 1.5", "f:12:82: the readout tells less than a coin: a probability is above 1/2, or P(1|0) + P(0|1) is 1 or more; expected probabilities below 1/2, or 'accept: [readout-beyond-half]' if the data are so|f:12:95: P(1|0) is 1.5, which is not a probability; expected a number from 0 to 1" },
        { "p0_given_1: 0.02", "p0_given_1: 0.6", "f:12:82: the readout tells less than a coin: a probability is above 1/2, or P(1|0) + P(0|1) is 1 or more; expected probabilities below 1/2, or 'accept: [readout-beyond-half]' if the data are so" },
        { "p1_given_0: 0.01, ", "", "f:12:82: qubit 0 has no readout error; expected both 'p1_given_0' and 'p0_given_1', or 'error', or 'accept: [missing-figures]' if the data are so|f:12:82: one of P(1|0) and P(0|1) stands alone; expected both 'p1_given_0' and 'p0_given_1'" },
        { "p0_given_1: 0.02,", "p0_given_1: 0.02, error: 0.03,", "f:12:126: the readout error is not the mean of P(1|0) and P(0|1); expected their mean, or 'accept: [readout-error-differs]' if the data are so" },
        { "reset: 1 us", "reset: -1 us", "f:12:141: the duration of a reset is negative; expected a time of at least 0" },
        { "{error: 0.01, length: 1 us}", "{error: 0.01, length: -1 us}", "f:13:74: the readout length is negative; expected a time of at least 0" },
        { "dt: 0.5 ns", "dt: 0 ns", "f:8:5: the sample time dt is not positive; expected a time above 0" },
        { "dt: 0.5 ns", "noise_scale: -1", "f:8:14: the noise scale is negative; expected a number of at least 0; 1 is as reported" },
        { "error: 0.02, duration: 310 ns", "error: -0.02, duration: 310 ns", "f:20:21: the error -0.02 of 'cz' on 1->2 is not an infidelity; expected a number from 0 to 1" },
        { "error: 0.02, duration: 310 ns", "error: 1.2, duration: 310 ns", "f:20:21: the error 1.2 of 'cz' on 1->2 is not an infidelity; expected a number from 0 to 1" },
        { "error: 0.02, duration: 310 ns", "error: 0.02, duration: -310 ns", "f:20:37: the duration of 'cz' on 1->2 is negative; expected a time of at least 0" },
        { "error: 0.02, duration: 310 ns", "error: 1, duration: 310 ns", "f:20:21: 'cz' on 1->2 has error 1, which marks it as out of order; expected an error below 1, or 'accept: [dead-couplers]' if the data are so" },
        { "1: {error: 0.002}", "1: {error: 1}", "f:15:65: 'sx' on 1 has error 1, which marks it as out of order; expected an error below 1, or 'accept: [dead-qubits]' if the data are so" },
        { "error: 0.02, duration: 310 ns", "error: 0.02", "f:20:7: 'cz' on 1->2 has no duration; expected the duration, or 'accept: [missing-figures]' if the data are so" },
        { "error: 0.02, duration: 310 ns", "duration: 310 ns", "f:20:7: 'cz' on 1->2 has no error; expected the average gate infidelity, or 'accept: [missing-figures]' if the data are so" },

        // Structure.
        { "couplers: [0-1, 1->2]", "couplers: [0-1, 1->2, 2-7]", "f:10:23: no two-qubit gate has figures on the coupler 2-7; expected a site of a two-qubit gate there, or 'accept: [dead-couplers]' if the data are so|f:10:23: the coupler 2-7 names qubit 7, which does not exist; expected a qubit from 0 to 2" },
        { "couplers: [0-1, 1->2]", "couplers: [0-1, 1->2, 1-0]", "f:10:23: the coupler 1-0 is listed twice; expected each pair once" },
        { "couplers: [0-1, 1->2]", "couplers: [0-1, 1->2, 1-1]", "f:10:23: no two-qubit gate has figures on the coupler 1-1; expected a site of a two-qubit gate there, or 'accept: [dead-couplers]' if the data are so|f:10:23: the coupler 1-1 is listed twice; expected each pair once|f:10:23: the coupler 1-1 joins qubit 1 to itself; expected two different qubits" },
        { "couplers: [0-1, 1->2]", "couplers: [0-1, 1->2, 0->2]", "f:10:23: no two-qubit gate has figures on the coupler 0->2; expected a site of a two-qubit gate there, or 'accept: [dead-couplers]' if the data are so" },
        { "couplers: [0-1, 1->2]", "couplers: [0-1, 2->1]", "f:20:7: the site 1->2 of 'cz' is not on a coupler; expected a pair listed under 'couplers'" },
        { "1->2: {error: 0.02", "1->3: {error: 0.02", "f:10:17: no two-qubit gate has figures on the coupler 1->2; expected a site of a two-qubit gate there, or 'accept: [dead-couplers]' if the data are so|f:20:7: the site 1->3 of 'cz' names qubit 3, which does not exist; expected a qubit from 0 to 2" },
        { "1->2: {error: 0.02", "1->0: {error: 0.02", "f:10:17: no two-qubit gate has figures on the coupler 1->2; expected a site of a two-qubit gate there, or 'accept: [dead-couplers]' if the data are so|f:20:7: 'cz' has two sites for 1->0; expected each order of operands once; 0-1 stands for both" },
        { "1->2: {error: 0.02", "1: {error: 0.02", "f:10:17: no two-qubit gate has figures on the coupler 1->2; expected a site of a two-qubit gate there, or 'accept: [dead-couplers]' if the data are so|f:20:7: 'cz' acts on 2 qubits, and 1 names 1; expected two qubits, as in 0->1 or 0-1" },
        { "2: {}}}", "0-2: {}}}", "f:15:73: 'sx' acts on one qubit, and 0-2 names 2; expected one qubit, as in 3" },
        { "2: {}}}", "two: {}}}", "f:15:73: 'two' is not a site; expected 3 for a qubit, 0->1 for one order of two, 0-1 for both, or 'every'" },
        { "1..2: {label", "1..1: {label", "f:10:17: the coupler 1->2 names qubit 2, which does not exist; expected a qubit from 0 to 1|f:15:73: the site 2 of 'sx' names qubit 2, which does not exist; expected a qubit from 0 to 1|f:20:7: the site 1->2 of 'cz' names qubit 2, which does not exist; expected a qubit from 0 to 1" },
        { "1..2: {label", "2..3: {label", "f:11:1: qubit 1 is missing; expected qubits 0 to 3 without gaps|*" },
        { "1..2: {label", "0..2: {label", "f:13:3: qubit 0 is listed twice; expected each qubit once|*" },
        { "1..2: {label", "one: {label", "f:13:3: 'one' is not a qubit; expected an index such as 3, or a range such as 0..4, of at most 1023|*" },
        { "  sx: {error", "  sxx: {error", "f:9:17: the basis names 'sx', which is not among the gates; expected one of sxx, rz, cz; did you mean 'sxx'?|f:15:3: unknown gate 'sxx'; expected a gate of the catalogue; did you mean 'rxx'?" },
        { "rz: virtual", "rz: {sites: {}}", "f:16:3: the gate 'rz' has no sites; expected 'sites' with its figures, or 'rz: virtual' for a gate without noise and time" },
        { "rz: virtual", "rz: {virtual: true, error: 0.1, sites: {0: {duration: 1 ns}}}", "f:16:8: a virtual gate has neither error nor duration; expected 'rz: virtual', or 'sites' without 'virtual'" },
        { "rz: virtual", "rz: {}", "f:16:7: the gate 'rz' has no 'sites'; expected the key 'sites'" },
        { "basis: [cz, rz, sx]", "basis: [cz, rx, sx]", "f:9:13: the basis names 'rx', which is not among the gates; expected one of sx, rz, cz; did you mean 'rz'?" },
        { "basis: [cz, rz, sx]", "basis: []", "f:9:8: the basis is empty; expected the names of the gates a compiler may use" },

        { "at: [0, 0]", "at: [0, x]", "f:12:155: a coordinate of 'at' is 'x'; expected a whole number from -100000 to 100000" },
        { "rz: virtual", "ccx: {sites: {every: {error: 0.1, duration: 1 us}}}", "f:16:17: 'every' cannot be resolved for 'ccx'; expected a one-qubit gate, or a two-qubit gate and 'couplers'|*" },
        { "basis: [cz, rz, sx]", "basis: [[cz], rz, sx]", "f:9:9: a gate of the basis is a list; expected a text" },
        { "1: {error: 0.002}", "1: {error: 0.002, incoherent: 1.5}", "f:15:84: 'incoherent' of 'sx' on 1 is 1.5, which is not an error; expected a number from 0 to 1" },
        { "1: {error: 0.002}", "1: {error: 0.002, isolated: {error: -0.5}}", "f:15:90: 'isolated/error' of 'sx' on 1 is -0.5, which is not an error; expected a number from 0 to 1" },
        { "1: {error: 0.002}", "1: {error: 0.002, relaxation: -1 ns}", "f:15:84: the time of relaxation of 'sx' on 1 is negative; expected a time of at least 0" },

        // Header.
        { "semantics: aer-target", "semantics: aer-targets", "f:7:12: unknown semantics 'aer-targets'; expected one of aer-target, aer-properties, google, iqm; did you mean 'aer-target'?" },
        { "kind: template", "kind: calibration", "f:1:1: a calibration has no date; expected the key 'snapshot', or 'kind: specification' or 'kind: template'" },
        { "name: three", "name: th ree", "f:2:7: 'th ree' cannot be a device's name; expected letters, digits, '_', '-', '.', '+', beginning with a letter or digit" },
        { "name: three", "name: ideal", "f:2:7: the name 'ideal' belongs to the built-in device; expected another name|*" },
        { "vendor: nobody", "#", "f:1:1: the device has no 'vendor'; expected the key 'vendor'" },
        { "technology: thought", "snapshot: yesterday", "f:1:1: the device has no 'technology'; expected the key 'technology'|f:4:11: 'snapshot' of a device profile is 'yesterday'; expected a date such as 2024-05-27 or 2024-05-27T15:27:23+02:00" },
        { "{text: made up for tests}", "{text: x, measured: [2024-05-27]}", "f:6:19: 'measured' has 1 date(s); expected two: that of the earliest and that of the latest value" },
        { "{text: made up for tests}", "{text: x, measured: [2024-05-27, 2023-05-27]}", "f:6:19: the earliest value is later than the latest; expected two dates in order" },
        { "{text: made up for tests}", "{text: x, measured: [lately, 2024-05-27]}", "f:6:30: a date of 'measured' is 'lately'; expected a date such as 2024-05-27 or 2024-05-27T15:27:23+02:00" },
        { "{text: made up for tests}", "{text: x, files: [[a]]}", "f:6:27: an item of 'files' of 'source' of a device profile is a list; expected a text" },
        { "dt: 0.5 ns", "accept: [dead-qubits, dead-qubits]", "f:8:23: 'dead-qubits' is accepted twice; expected each oddity once" },
        { "dt: 0.5 ns", "accept: [t2-above]", "f:8:10: unknown oddity 't2-above'; expected one of t2-above-2t1, dead-couplers, dead-qubits, readout-beyond-half, readout-error-differs, missing-figures; did you mean 't2-above-2t1'?" },
        { "dt: 0.5 ns", "accept: [dead-qubits]", "f:8:1: warning: 'dead-qubits' is accepted but nothing needs it; expected only oddities that the figures have" },
        { "dt: 0.5 ns", "name: four", "f:8:1: the key 'name' is here for the second time, first in line 2" },
    };

    [Theory]
    [MemberData(nameof(BadParts))]
    public void Each_rule_has_its_message(string part, string replacement, string expected)
    {
        string[] problems = Profiles.Problems(Profiles.With(part, replacement));
        string[] wanted = SplitAtPlaces(expected);
        if (wanted[0].EndsWith("|*", StringComparison.Ordinal))
            Assert.Contains(wanted[0][..^2], problems);
        else
            Assert.Equal(wanted.Order(StringComparer.Ordinal), problems.Order(StringComparer.Ordinal));
    }

    // P(1|0) has a bar of its own, so messages are parted only where a new place begins.
    private static string[] SplitAtPlaces(string text) => [.. text.Split("|f:").Select((t, i) => i == 0 ? t : "f:" + t)];

    public static TheoryData<string, string, string, string> Accepted => new()
    {
        { "t2-above-2t1", "t2: 80 us, f", "t2: 250 us, f", "T2 above 2·T1 on 1 qubit(s) (0); clamped to 2·T1 where noise is derived" },
        { "dead-couplers", "error: 0.02, duration: 310 ns", "error: 1, duration: 310 ns", "1 two-qubit site(s) out of order (cz 1->2); compilers use them only where there are no others" },
        { "dead-qubits", "1: {error: 0.002}", "1: {error: 1}", "1 one-qubit site(s) out of order (sx 1); compilers do not use them" },
        { "readout-beyond-half", "readout: {error: 0.01", "readout: {error: 0.7", "readout worse than a coin on 2 qubit(s) (1, 2); used as it stands" },
        { "readout-error-differs", "p0_given_1: 0.02,", "p0_given_1: 0.02, error: 0.03,", "readout error is not the mean of P(1|0) and P(0|1) on 1 qubit(s) (0); the noise semantics decides which is used" },
        { "missing-figures", "label: Q, t1: 100 us, t2: 80 us", "label: Q, t1: 100 us", "not given, and their effect left out: T2 (2)" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void An_accepted_oddity_is_one_notice_and_the_device_tells_it_too(string oddity, string part, string replacement, string notice)
    {
        string text = Profiles.With(part, replacement).Replace("dt: 0.5 ns", $"accept: [{oddity}]", StringComparison.Ordinal);
        Assert.Equal([$"f:8:10: notice: {notice}"], Profiles.Problems(text));
        Device device = DeviceYamlReader.Read(new SourceText("f", text));
        Assert.Equal([notice], device.Notices());
        Assert.Equal(device, DeviceYamlReader.Read(new SourceText("f", DeviceYamlWriter.Write(device))));
    }

    [Fact]
    public void All_problems_come_at_once()
    {
        string text = Profiles.With("dt: 0.5 ns", "dtt: 0.5 ns")
            .Replace("t2: 80 us, f", "t2: 800 us, f", StringComparison.Ordinal)
            .Replace("frequency: 5 GHz", "frequency: 5", StringComparison.Ordinal)
            .Replace("couplers: [0-1, 1->2]", "couplers: [0-1, 1->2, 2-9]", StringComparison.Ordinal);
        string[] problems = Profiles.Problems(text);
        Assert.Equal(["f:8:1", "f:10:23", "f:12:23", "f:12:42"], problems.Select(p => p[..p.IndexOf(": ", StringComparison.Ordinal)]));
        var thrown = Assert.Throws<SourceException>(() => DeviceYamlReader.Read(new SourceText("f", text)));
        Assert.Equal(problems, thrown.Diagnostics.Select(d => d.ToString()));
    }

    [Fact]
    public void Couplers_follow_from_the_sites_when_they_are_not_listed()
    {
        string text = Profiles.With("couplers: [0-1, 1->2]\n", "");
        Assert.Equal(["0-1", "1->2"], DeviceYamlReader.Read(new SourceText("f", text)).Coupling.Couplers.Select(c => c.ToString()));
    }

    [Fact]
    public void Every_means_all_qubits_or_all_couplers()
    {
        string text = Profiles.With("sites: {0: {}, 1: {error: 0.002}, 2: {}}", "sites: {every: {}}")
            .Replace("      0-1: {error: 0.01, duration: 300 ns}\n", "", StringComparison.Ordinal)
            .Replace("1->2: {error: 0.02", "every: {error: 0.02", StringComparison.Ordinal);
        Device device = DeviceYamlReader.Read(new SourceText("f", text));
        Assert.Equal(["0", "1", "2"], device.Gate("sx")!.Sites.Select(s => s.Key()));
        Assert.Equal(["0-1", "1->2"], device.Gate("cz")!.Sites.Select(s => s.Key()));
        Device joined = DeviceYamlReader.Read(new SourceText("f", text.Replace("[0-1, 1->2]", "all-to-all", StringComparison.Ordinal)));
        Assert.Equal(["0-1", "0-2", "1-2"], joined.Gate("cz")!.Sites.Select(s => s.Key()));
        Assert.True(joined.Coupling.IsAllToAll);
    }

    [Fact]
    public void A_device_without_gates_is_refused()
    {
        string text = Profiles.Good[..Profiles.Good.IndexOf("gates:", StringComparison.Ordinal)].Replace("basis: [cz, rz, sx]\n", "", StringComparison.Ordinal);
        Assert.Contains("f:13:1: the device has no gates; expected at least one gate", Profiles.Problems(text + "gates: {}\n"));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("qubits: {}\ngates: {}\n")]
    [InlineData("qubits: 5\ngates: 5\ncouplers: 5\nsource: 5\nmeasurements: 5\naccept: 5\nbasis: 5\n")]
    public void Hardly_a_profile_is_an_error_and_nothing_worse(string text) => Assert.NotEmpty(Profiles.Problems(text));
}
