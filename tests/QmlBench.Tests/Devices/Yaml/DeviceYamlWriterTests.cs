using CsCheck;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Yaml;

public sealed class DeviceYamlWriterTests
{
    private static readonly Gen<double> Probability = Gen.OneOf(Gen.Double[0, 0.49], Gen.Const(0.0));
    private static readonly Gen<double> Seconds = Gen.Select(Gen.Double[1, 10], Gen.Int[-9, -3], (m, e) => double.Parse($"{m:R}e{e}"));
    private static readonly Gen<string> Words = Gen.String[Gen.Char["aZ09 :,#\"'\\{}[]-é\t\nπ~"], 1, 12].Where(s => s.Trim().Length > 0);

    private static readonly Gen<Qubit> AnyQubit =
        Gen.Select(Seconds, Gen.Double[0.01, 2], Probability, Probability, Seconds, Gen.Bool).Select((t1, share, p, q, time, full) => new Qubit
        {
            Label = full ? "Q,1: x" : null,
            T1 = t1,
            T2 = Math.Min(t1 * share, 2 * t1),
            Frequency = full ? 5e9 * (1 + p) : null,
            Anharmonicity = full ? -3e8 * (1 + q) : null,
            Readout = new() { P1Given0 = p, P0Given1 = q, Error = full ? (p + q) / 2 : null, Length = time },
            ResetDuration = full ? time : null,
            Position = full ? new(-1, 2) : null,
        });

    private static readonly Gen<Device> AnyDevice =
        Gen.Select(AnyQubit.Array[2, 6], Words, Words, Seconds, Gen.Bool, Gen.Int[0, 1 << 20], Probability).Select((qubits, vendor, text, time, directed, bits, error) =>
        {
            var sites = Enumerable.Range(0, qubits.Length - 1).Select(q => new GateSite([q, q + 1], error * (q + 1) / 9, (bits >> q & 1) == 0 ? time : time / 3, !directed)).ToArray();
            return new Device
            {
                Name = "d-1",
                Machine = bits % 3 == 0 ? "d-1" : "d",
                Vendor = vendor,
                Technology = text,
                Processor = directed ? vendor : null,
                Kind = bits % 2 == 0 ? DeviceKind.Calibration : DeviceKind.Template,
                Snapshot = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(bits % 5)).AddTicks(bits),
                Source = new() { Text = text, Files = [vendor, text], MeasuredFrom = DateTimeOffset.UnixEpoch, MeasuredTo = DateTimeOffset.UnixEpoch.AddDays(1) },
                Semantics = NoiseSemantics.AerProperties,
                Dt = time / 7,
                NoiseScale = bits % 4,
                Qubits = [.. qubits],
                Coupling = CouplingMap.FromCouplers(qubits.Length, sites.Select(s => new Coupler(s.Qubits[0], s.Qubits[1], s.BothOrders))),
                Gates =
                [
                    NativeGate.Physical("ecr", 2, sites),
                    NativeGate.Virtual("rz", 1),
                    NativeGate.Physical("sx", 1, Enumerable.Range(0, qubits.Length).Select(q => new GateSite([q], error, time))),
                ],
                Basis = ["ecr", "sx"],
                Measurements = directed ? [NativeGate.Physical("measure_2", 1, [new([1], error, time)])] : [],
            };
        });

    [Fact]
    public void What_is_written_reads_back_as_the_same_device_and_writes_the_same_bytes() =>
        Property.Holds(AnyDevice, device =>
        {
            string text = DeviceYamlWriter.Write(device);
            Device read = DeviceYamlReader.Read(new SourceText("f", text));
            Assert.Equal(device, read);
            Assert.Equal(device.ContentHash(), read.ContentHash());
            Assert.Equal(text, DeviceYamlWriter.Write(read));
        });

    [Fact]
    public void A_profile_is_written_to_be_read() =>
        Assert.Equal(
            """
            # three: 3 qubit(s), template. Format: devices/README.md
            schema: qmlbench/device/v1
            name: three
            vendor: nobody
            technology: thought
            kind: template
            source:
              text: made up for tests
            semantics: aer-target
            dt: 500 ps
            basis: [cz, rz, sx]
            # 0-1: gates in both orders of the operands; 0->1: in this order only.
            couplers:
              [0-1, 1->2]

            # readout: P(1|0), P(0|1), the single error as reported, duration; reset: its duration; at: [row, column] of the drawing.
            qubits:
              0: {t1: 100 us, t2: 80 us, frequency: 5 GHz, anharmonicity: -330 MHz, readout: {p1_given_0: 0.01, p0_given_1: 0.02, length: 1 us}, reset: 1 us, at: [0, 0]}
              1..2: {label: Q, t1: 100 us, t2: 80 us, readout: {error: 0.01, length: 1 us}}

            # error: average gate infidelity 1 - F_avg. A virtual gate has no noise and takes no time.
            gates:
              cz:
                sites:
                  0-1: {error: 0.01, duration: 300 ns}
                  1->2: {error: 0.02, duration: 310 ns}
              rz: virtual
              sx:
                duration: 30 ns
                sites:
                  0: {error: 0.001}
                  1: {error: 0.002}
                  2: {error: 0.001}

            """,
            DeviceYamlWriter.Write(DeviceYamlReader.Read(new SourceText("f", Profiles.Good))));

    [Fact]
    public void The_ideal_device_has_no_file() => Assert.Throws<ArgumentException>(() => DeviceYamlWriter.Write(Device.Ideal(2)));
}
