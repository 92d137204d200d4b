using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Noise;

public sealed class NoiseSectionTests
{
    [Fact]
    public void A_good_profile_says_what_it_says()
    {
        Assert.Empty(Profiles.Problems(NoiseProfiles.Good));
        NoiseFigures noise = Read(NoiseProfiles.Good).Noise;
        Assert.Equal(0.02, noise.Temperature);
        Assert.Equal(["coherent", "crosstalk", "spectator"], noise.With);
        Assert.Equal(CoherenceLimitPolicy.Rescale, noise.CoherenceLimit);
        Assert.Equal([new StaticZz(0, 1, -50e3), new StaticZz(1, 2, 40e3)], noise.Crosstalk!.StaticZz);
        Assert.Equal(["cz", "x"], noise.Coherent.Select(g => g.Gate));
        Assert.Equal(-2e-3, noise.Coherent[1].Sites[1].Error.AxisTilt);
        Assert.Equal(new FsimAngles(0.01, 0.001, 0.002, 0.003, -0.004), noise.Coherent[0].Sites[0].Error.Fsim);
        Assert.Equal(new SpectatorError(2, new(DepolarizingMeasure.Lambda, 0.001), 5e-3, 1), noise.Spectators[0].Sites[0].Errors[0]);
        Assert.Equal([0, 2], noise.ReadoutGroups[0].Qubits);
        Assert.Equal(1e-7, noise.Explicit!.Idle!.Per);
        Assert.Equal(["every", "0"], noise.Explicit.Gates[1].Sites.Select(s => s.Site.Key()));
        Assert.Equal(["over_rotation", "pauli", "amplitude_damping"], noise.Explicit.Gates[2].Sites[0].Operations.Select(o => o.Keyword));
        Assert.Equal(0.05, Read(NoiseProfiles.Good).Qubits[0].Temperature);
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same_device_with_the_same_hash()
    {
        Device device = Read(NoiseProfiles.Good);
        string text = DeviceYamlWriter.Write(device);
        Device again = Read(text);
        Assert.Equal(device, again);
        Assert.Equal(device.ContentHash(), again.ContentHash());
        Assert.Equal(text, DeviceYamlWriter.Write(again));
    }

    [Theory]
    [InlineData("over_rotation: 5 mrad", "over_rotation: 6 mrad")]
    [InlineData("phi: -4 mrad", "phi: -5 mrad")]
    [InlineData("0-1: -50 kHz", "0-1: -51 kHz")]
    [InlineData("echoed: [cz]", "echoed: []")]
    [InlineData("temperature: 50 mK", "temperature: 51 mK")]
    [InlineData("operand: 1", "operand: 0")]
    [InlineData("mode: add", "mode: replace")]
    [InlineData("{gamma: 0.01}, on: 1}", "{gamma: 0.01}, on: 0}")]
    [InlineData("on: [1, 0]", "on: [0, 1]")]
    [InlineData("0.6-0.8i", "0.8-0.6i")]
    [InlineData("{pauli_error: 0.001}", "{lambda: 0.001}")]
    [InlineData("per: 100 ns, ", "")]
    public void Every_figure_enters_the_hash(string part, string replacement) =>
        Assert.NotEqual(Read(NoiseProfiles.Good).ContentHash(), Read(NoiseProfiles.With(part, replacement)).ContentHash());

    public static TheoryData<string, string, string> BadParts => new()
    {
        { "temperature: 20 mK", "temperature: 20", "f:8:14: 'temperature' of a device profile is a temperature and '20' has no unit; expected a unit behind the number, one of uK, mK, K" },
        { "temperature: 20 mK", "temperature: -20 mK", "f:8:14: the temperature is below absolute zero; expected a temperature of at least 0 K" },
        { "temperature: 50 mK", "temperature: -50 mK", "f:13:81: the temperature of qubit 0 is below absolute zero; expected a temperature of at least 0 K" },
        { "with: [crosstalk, coherent, spectator]", "with: [crostalk]", "f:9:8: unknown noise source 'crostalk'; expected one of gate, relaxation, idle, readout, population, coherent, crosstalk, spectator, custom; did you mean 'crosstalk'?" },
        { "with: [crosstalk, coherent, spectator]", "with: [crosstalk, crosstalk]", "f:9:19: 'crosstalk' is switched on twice; expected each source once" },
        { "coherence_limit: rescale", "coherence_limit: scale", "f:10:18: unknown coherence_limit 'scale'; expected one of keep, rescale, report; did you mean 'rescale'?" },

        { "static_zz: {0-1: -50 kHz, 1-2: 40 kHz}", "static_zz: {0->1: -50 kHz}", "f:21:15: '0->1' is not a pair; expected two qubits without order, as in 0-1" },
        { "static_zz: {0-1: -50 kHz, 1-2: 40 kHz}", "static_zz: {0-2: -50 kHz}", "f:21:15: the static ZZ on 0-2 is not on a coupler; expected a pair listed under 'couplers'" },
        { "static_zz: {0-1: -50 kHz, 1-2: 40 kHz}", "static_zz: {0-1: -50 kHz, 1-0: 1 Hz}", "f:21:29: the pair 1-0 is listed twice; expected each pair once" },
        { "static_zz: {0-1: -50 kHz, 1-2: 40 kHz}", "static_zz: {0-1: -50}", "f:21:20: the static ZZ of 0-1 is a frequency and '-50' has no unit; expected a unit behind the number, one of Hz, kHz, MHz, GHz" },
        { "static_zz: {0-1: -50 kHz, 1-2: 40 kHz}", "static_zz: {0-7: 1 Hz}", "f:21:15: the static ZZ on 0-7 names qubit 7, which does not exist; expected a qubit from 0 to 2" },
        { "static_zz: {0-1: -50 kHz, 1-2: 40 kHz}", "static_zz: {1-1: 1 Hz}", "f:21:15: the static ZZ names a qubit twice: 1-1; expected different qubits" },
        { "echoed: [cz]", "echoed: [cx]", "f:20:12: 'echoed' names 'cx', which is not among the gates; expected one of rz, x, cz; did you mean 'cz'?" },
        { "echoed: [cz]", "echoed: [[cz]]", "f:20:12: a gate of 'echoed' is a list; expected a text" },
        { "static_zz: {0-1: -50 kHz, 1-2: 40 kHz}", "stat: {}", "f:20:3: 'crosstalk' of a device profile has no 'static_zz'; expected the key 'static_zz'|f:21:3: unknown key 'stat' in 'crosstalk' of a device profile; expected one of static_zz, echoed; did you mean 'static_zz'?" },

        { "x: {every: {over_rotation: 5 mrad}", "y: {every: {over_rotation: 5 mrad}", "f:23:3: 'coherent' names 'y', which is not among the gates; expected one of rz, x, cz" },
        { "{over_rotation: 5 mrad}", "{}", "f:23:7: the coherent error of 'x' is empty; expected over_rotation, axis or fsim" },
        { "{over_rotation: 5 mrad}", "{over_rotation: 5}", "f:23:30: 'over_rotation' of the coherent error of 'x' on every is an angle and '5' has no unit; expected a unit behind the number, one of urad, mrad, rad|f:23:7: the coherent error of 'x' is empty; expected over_rotation, axis or fsim" },
        { "{over_rotation: 5 mrad}", "{fsim: {phi: 1 mrad}}", "f:23:21: 'x' acts on 1 qubit(s), but fsim angles belong to two; expected a gate of two qubits" },
        { "over_rotation: 1 mrad, fsim", "axis: {tilt: 1 mrad}, fsim", "f:24:20: 'cz' is no one-qubit gate of fixed angle about X or Y, so its axis cannot be wrong; expected x, sx, sxdg or y; else a 'unitary' under 'noise'" },
        { "x: {every: {over_rotation: 5 mrad}, 1:", "x: {1->2: {over_rotation: 5 mrad}, 1:", "f:23:7: the coherent error of 'x' acts on 1 qubit(s), and 1->2 names 2; expected one qubit, as in 3" },
        { "cz: {0-1: {over_rotation: 1 mrad", "cz: {1->0: {over_rotation: 2 mrad}, 0-1: {over_rotation: 1 mrad", "f:24:8: the coherent error of 'cz' is given twice for 1->0; expected each order of operands once; 0-1 stands for both" },
        { "{over_rotation: 5 mrad}", "{overrotation: 5 mrad}", "f:23:15: unknown key 'overrotation' in the coherent error of 'x' on every; expected one of axis, fsim, over_rotation; did you mean 'over_rotation'?|f:23:7: the coherent error of 'x' is empty; expected over_rotation, axis or fsim" },

        { "x: {0: {1: {zz: 3 mrad}}}", "x: {every: {1: {zz: 3 mrad}}}", "f:26:14: the spectators of 'x' are given for every site; expected a site, as in 3, 0->1 or 0-1" },
        { "x: {0: {1: {zz: 3 mrad}}}", "x: {0: {0: {zz: 3 mrad}}}", "f:26:11: the spectator 0 is an operand of 0; expected a qubit the gate does not act on" },
        { "x: {0: {1: {zz: 3 mrad}}}", "x: {0: {9: {zz: 3 mrad}}}", "f:26:11: the spectator of 0 names qubit 9, which does not exist; expected a qubit from 0 to 2" },
        { "x: {0: {1: {zz: 3 mrad}}}", "x: {0: {1: {}}}", "f:26:11: the spectator 1 has no error; expected depolarizing or zz" },
        { "x: {0: {1: {zz: 3 mrad}}}", "x: {0: 5}", "f:26:10: the spectators of 'x' on 0 is '5'; expected a mapping of keys to values" },
        { "x: {0: {1: {zz: 3 mrad}}}", "x: {0: {1: {zz: 3 mrad}, 01: {zz: 3 mrad}}}", "f:26:28: the spectator 1 is listed twice; expected each qubit once" },
        { "x: {0: {1: {zz: 3 mrad}}}", "x: {0: {1: 5}}", "f:26:14: the spectator 1 is '5'; expected a mapping of keys to values" },
        { "x: {0: {1: {zz: 3 mrad}}}", "x: {0: {one: {zz: 3 mrad}}}", "f:26:11: 'one' is not a qubit; expected the index of a neighbour, such as 2" },
        { "{lambda: 0.001}, zz: 5 mrad, operand: 1", "{lambda: 1.5}, zz: 5 mrad, operand: 1", "f:27:32: depolarizing of 1.5 on 1 qubit(s) is no channel; expected a number from 0 to 1.3333333333333333" },
        { "zz: 5 mrad, operand: 1", "zz: 5 mrad", "f:27:53: the ZZ of spectator 2 is with no operand of 0-1; expected 'operand' with one of 0, 1" },
        { "zz: 5 mrad, operand: 1", "zz: 5 mrad, operand: 2", "f:27:70: the ZZ of spectator 2 is with no operand of 0-1; expected 'operand' with one of 0, 1" },
        { "zz: 5 mrad, operand: 1", "operand: 1", "f:27:58: 'operand' of spectator 2 has no 'zz'; expected 'zz' with an angle, or no 'operand'" },

        { "qubits: [0, 2], confusion", "qubits: [0], confusion", "f:29:5: a correlated readout is of 1 qubit(s); expected 2 to 4 qubits|f:29:5: the confusion of 1 qubits has 4 rows; expected 2 rows" },
        { "qubits: [0, 2], confusion", "qubits: [0, 0], confusion", "f:29:5: qubit 0 is in a correlated readout twice; expected each qubit in at most one group" },
        { "qubits: [0, 2], confusion", "qubits: [0, 5], confusion", "f:29:5: the correlated readout names qubit 5, which does not exist; expected a qubit from 0 to 2" },
        { "[0.97, 0.01, 0.01, 0.01]", "[0.97, 0.01, 0.01, 0.02]", "f:29:5: row 0 of the confusion adds up to 1.01; expected 1" },
        { "[0.97, 0.01, 0.01, 0.01]", "[1.02, -0.02, 0, 0]", "f:29:5: an entry of the confusion is not a probability; expected numbers from 0 to 1" },
        { "[0.97, 0.01, 0.01, 0.01]", "[0.97, 0.01, 0.02]", "f:29:34: a row of 'confusion' has 3 entries, and there are 4 rows; expected a square matrix of at most 64 rows" },

        { "  - {qubits: [0, 2], confusion", "  - 5\n  - {qubits: [0, 2], confusion", "f:29:5: a group of 'correlated_readout' is '5'; expected a mapping of keys to values" },
        { "mode: add", "mode: append", "f:31:9: unknown mode 'append'; expected one of replace, add" },
        { "rz: {every: [{depol", "rx: {every: [{depol", "f:33:5: 'noise' names 'rx', which is not among the gates; expected one of rz, x, cz; did you mean 'rz'?" },
        { "{pauli_error: 0.001}", "{pauli_error: 1.1}", "f:33:33: depolarizing of 1.1 on 1 qubit(s) is no channel; expected a number from 0 to 1" },
        { "{pauli_error: 0.001}", "{}", "f:33:33: 'depolarizing' has 0 of its measures; expected one of lambda, pauli_error, average_infidelity" },
        { "{pauli_error: 0.001}", "{p: 0.1}", "f:33:33: 'depolarizing' has 0 of its measures; expected one of lambda, pauli_error, average_infidelity|f:33:34: unknown key 'p' in 'depolarizing'; expected one of lambda, pauli_error, average_infidelity" },
        { "[{depolarizing: {pauli_error: 0.001}}]", "[{depolarising: {pauli_error: 0.001}}]", "f:33:19: unknown key 'depolarising' in a channel; expected one of depolarizing, pauli, amplitude_damping, phase_damping, relaxation, over_rotation, rotation, unitary, kraus, transfer_matrix, on; did you mean 'depolarizing'?" },
        { "{X: 0.01, Z: 0.02}", "{X: 0.01, Z: much}", "f:35:61: a probability of 'pauli' is 'much'; expected a number without unit" },
        { "{X: 0.01, Z: 0.02}", "{}", "f:35:48: 'pauli' is empty; expected at least one Pauli string with its number" },
        { "{pauli: {X: 0.01, Z: 0.02}}", "{pauli: {X: 0.01}, phase_damping: {gamma: 0.1}}", "f:35:40: a channel has 2 kinds; expected one of depolarizing, pauli, amplitude_damping, phase_damping, relaxation, over_rotation, rotation, unitary, kraus, transfer_matrix" },
        { "{pauli: {X: 0.01, Z: 0.02}}", "{on: 0}", "f:35:40: a channel has 0 kinds; expected one of depolarizing, pauli, amplitude_damping, phase_damping, relaxation, over_rotation, rotation, unitary, kraus, transfer_matrix" },
        { "{over_rotation: 3 mrad}", "{over_rotation: 3 mrad, on: 0}", "f:35:15: an over-rotation is of the whole gate; expected no 'on'" },
        { "{X: 0.01, Z: 0.02}", "{X: 0.01, Q: 0.02}", "f:35:58: 'Q' is not a Pauli string; expected letters I, X, Y, Z, the last one on the first operand" },
        { "{X: 0.01, Z: 0.02}", "{X: 0.6, Z: 0.6}", "f:35:40: the probabilities of 'pauli' add up to 1.2; expected at most 1, and exactly 1 where the identity is listed" },
        { "{X: 0.01, Z: 0.02}", "{X: -0.6, Z: 0.6}", "f:35:40: the probability of X is -0.6; expected the probability of X from 0 to 1" },
        { "{X: 0.01, Z: 0.02}", "{X: 0.1, ZZ: 0.6}", "f:35:40: the Pauli strings of 'pauli' have different lengths; expected as many letters as operands" },
        { "{X: 0.01, Z: 0.02}", "{XX: 0.1}", "f:35:40: 'pauli' is of 2 qubit(s) and acts on 1; expected an 'on' with 2 operand(s), or a channel of 1 qubit(s)" },
        { "{gamma: 0.01, population: 0.1}", "{gamma: 1.01, population: 1.1}", "f:35:69: the population of amplitude damping is 1.1; expected the population of amplitude damping from 0 to 1|f:35:69: γ of amplitude damping is 1.01; expected γ of amplitude damping from 0 to 1" },
        { "{gamma: 0.02}", "{gamma: -0.02}", "f:36:11: γ of phase damping is -0.02; expected γ of phase damping from 0 to 1" },
        { "{t1: 50 us, t2: 40 us, time: 1 us, population: 0.2}", "{t1: 50 us, t2: 140 us, time: 1 us}", "f:36:43: T2 of 'relaxation' is above 2·T1; expected T2 of at most 2·T1" },
        { "{t1: 50 us, t2: 40 us, time: 1 us, population: 0.2}", "{t1: 0 us, time: -1 us}", "f:36:43: T1 or T2 of 'relaxation' is not positive; expected times above 0|f:36:43: the time of 'relaxation' is negative; expected a time of at least 0" },
        { "{t1: 50 us, t2: 40 us, time: 1 us, population: 0.2}", "{t1: 50 us, time: 1 us, population: 2}", "f:36:43: the population of 'relaxation' is 2; expected the population of 'relaxation' from 0 to 1" },
        { "{t1: 50 us, t2: 40 us, time: 1 us, population: 0.2}", "{t1: 50 us}", "f:36:56: 'relaxation' has no 'time'; expected the key 'time'" },
        { "{gamma: 0.01}, on: 1}", "{gamma: 0.01}, on: 2}", "f:38:100: 'on' of 'amplitude_damping' names operands [2], and there are 2; expected different numbers from 0 to 1, or each" },
        { "{rotation: {Y: 4 mrad}}", "{rotation: {Y: 4}}", "f:36:125: an angle of 'rotation' is an angle and '4' has no unit; expected a unit behind the number, one of urad, mrad, rad" },
        { "on: [1, 0]", "on: [1, zero]", "f:40:98: an operand of 'on' is 'zero'; expected a whole number from 0 to 2" },
        { "{kraus: [[[0.6, 0], [0, 0.6]], [[0, 0.8], [0.8, 0]]], on: [0]}", "{kraus: [], on: [0]}", "f:39:60: 'kraus' is empty; expected at least one operator" },
        { "{kraus: [[[0.6, 0], [0, 0.6]], [[0, 0.8], [0.8, 0]]], on: [0]}", "{kraus: [5], on: [0]}", "f:39:61: an operator of 'kraus' is '5'; expected a list: [a, b] or one '- item' a line" },
        { "{XZ: 4 mrad, IZ: 1 mrad}", "{XZ: 4 mrad, Z: 1 mrad}", "f:39:14: the Pauli strings of 'rotation' have different lengths; expected as many letters as operands" },
        { "[[0.6, 0], [0, 0.6]]", "[[0.601, 0], [0, 0.6]]", "f:39:52: 'kraus' does not keep the trace: it is off by 0.0012010000000000076; expected off by at most 1e-6" },
        { "[[0.6, 0], [0, 0.6]]", "[[0.6, 0, 0], [0, 0.6, 0], [0, 0, 1]]", "f:39:52: the matrices of 'kraus' have the wrong size; expected 2 × 2, 4 × 4 or 8 × 8, all alike" },
        { "[[0.6, 0], [0, 0.6]]", "[[1e300, 0], [0, 0.6]]", "f:39:52: 'kraus' has an entry of magnitude 1e300; expected no entry of magnitude above 1" },
        { "[0, 0.9, 0, 0]", "[0, -1e300, 0, 0]", "f:43:21: 'transfer_matrix' has an entry of magnitude 1e300; expected no entry of magnitude above 1" },
        { "{X: 0.01, Z: 0.02}", "{X: 1e308, Z: 1e308}", "f:35:40: the probability of X is 1e308; expected the probability of X from 0 to 1|f:35:40: the probability of Z is 1e308; expected the probability of Z from 0 to 1" },
        { "[0.97, 0.01, 0.01, 0.01]", "[1e308, 1e308, 0, 0]", "f:29:5: an entry of the confusion is not a probability; expected numbers from 0 to 1" },
        { "0.6-0.8i", "0.6-0.8j", "f:40:61: an entry of 'unitary' is '0.6-0.8j'; expected a number such as 0.5, -1i or 0.5+0.5i" },
        { "0.6-0.8i", "0.6-0.9i", "f:40:14: 'unitary' does not keep the trace: it is off by 0.16999999999999993; expected off by at most 1e-6" },
        { "per: 100 ns", "per: 0 ns", "f:41:15: the time 'per' of idle noise is not positive; expected a time above 0" },
        { "{per: 100 ns, sites: {every: [{phase", "{per: 100 ns, site: {every: [{phase", "f:41:23: unknown key 'site' in 'idle' of 'noise' of a device profile; expected one of per, sites; did you mean 'sites'?|f:41:9: 'idle' of 'noise' of a device profile has no 'sites'; expected the key 'sites'" },
        { "reset: {0: [{pauli: {X: 0.01}}]}", "reset: {0: [{over_rotation: 1 mrad}]}", "f:42:15: what is no gate turns about no axis of its own; expected a 'rotation' with its Pauli strings, or a 'unitary'" },
        { "{per: 100 ns, sites: {every:", "{per: 100 ns, sites: {0-1:", "f:41:31: the recipe of 'idle' acts on 1 qubit(s), and 0-1 names 2; expected one qubit, as in 3" },
        { "measure: {every:", "measure: {0-1:", "f:43:13: the recipe of 'measure' acts on 1 qubit(s), and 0-1 names 2; expected one qubit, as in 3" },
        { "reset: {0: [{pauli: {X: 0.01}}]}", "reset: {7: [{pauli: {X: 0.01}}]}", "f:42:11: the recipe of 'reset' on 7 names qubit 7, which does not exist; expected a qubit from 0 to 2" },
        { "reset: {0: [{pauli: {X: 0.01}}]}", "reset: {0: {pauli: {X: 0.01}}}", "f:42:14: the recipe of 'reset' on 0 is a mapping; expected a list: [a, b] or one '- item' a line" },
        { "reset: {0: [{pauli: {X: 0.01}}]}", "reset: {zero: []}", "f:42:11: 'zero' is not a site; expected 3 for a qubit, 0->1 for one order of two, 0-1 for both, or 'every'" },
        { "[0, 0.9, 0, 0]", "[0, 0.99, 0, 0]", "f:43:21: 'transfer_matrix' is not completely positive: its Choi matrix has the eigenvalue *; expected no negative eigenvalue" },
        { "[[1, 0, 0, 0], [0, 0.9, 0, 0], [0, 0, 0.9, 0], [0.05, 0, 0, 0.9]]", "[[1, 0], [0, 1]]", "f:43:21: the matrices of 'transfer_matrix' have the wrong size; expected 4 × 4, 16 × 16 or 64 × 64" },
        { "[[1, 0, 0, 0], [0, 0.9", "[[1, 0, 0, 0.1], [0, 0.9", "f:43:21: 'transfer_matrix' does not keep the trace: it is off by 0.1; expected off by at most 1e-6" },
        { "[[0.6, 0], [0, 0.6]]", "[[0.60000001, 0], [0, 0.60000001]]", "f:39:52: notice: 'kraus' does not quite keep the trace (off by 1.2000000326750637e-8); normalised where noise is derived" },
    };

    [Theory]
    [MemberData(nameof(BadParts))]
    public void Each_rule_has_its_message(string part, string replacement, string expected)
    {
        string[] problems = Profiles.Problems(NoiseProfiles.With(part, replacement));
        if (expected.Split('*') is [{ } start, { } end])
        {
            Assert.StartsWith(start, Assert.Single(problems), StringComparison.Ordinal);
            Assert.EndsWith(end, Assert.Single(problems), StringComparison.Ordinal);
        }
        else
            Assert.Equal(expected.Split("|f:").Select((t, i) => i == 0 ? t : "f:" + t).Order(StringComparer.Ordinal), problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_gate_without_an_axis_has_no_over_rotation()
    {
        string text = NoiseProfiles.With("rz: virtual", "sqrt_iswap: virtual\n  rz: virtual")
            .Replace("  cz: {0-1: {over_rotation", "  sqrt_iswap: {every: {over_rotation: 1 mrad}}\n  cz: {0-1: {over_rotation", StringComparison.Ordinal)
            .Replace("    cz:\n", "    sqrt_iswap: {every: [{over_rotation: 1 mrad}]}\n    cz:\n", StringComparison.Ordinal);
        string[] problems = Profiles.Problems(text);
        Assert.Equal(2, problems.Length);
        string gates = string.Join(", ", RotationAxis.Gates);
        Assert.Equal($"f:25:39: 'sqrt_iswap' turns about no axis of its own; expected a gate with an axis ({gates}), or a 'rotation' or 'unitary' under 'noise'", problems[0]);
        Assert.Equal("f:39:26: 'sqrt_iswap' turns about no axis of its own; expected a 'rotation' with its Pauli strings, or a 'unitary'", problems[1]);
    }

    [Fact]
    public void A_normalised_channel_is_told_by_the_device_too()
    {
        Device device = Read(NoiseProfiles.With("[[0.6, 0], [0, 0.6]]", "[[0.60000001, 0], [0, 0.60000001]]"));
        Assert.Contains("normalised", Assert.Single(device.Notices()), StringComparison.Ordinal);
    }

    private static Device Read(string text) => DeviceYamlReader.Read(new SourceText("f", text));
}
