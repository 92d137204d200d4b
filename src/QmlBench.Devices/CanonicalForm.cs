using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using QmlBench.Devices.Noise;

namespace QmlBench.Devices;

/// <summary>A device as bytes that do not depend on machine, culture or the layout of a file: what its hash is taken of.</summary>
/// <remarks>Strings are UTF-8 with their length before them, numbers little-endian, doubles as IEEE bits, presence as 1 or 0.
/// Every property is included, in the order written here. A change of this order changes all hashes.</remarks>
internal sealed class CanonicalForm
{
    private const int DetailsFollow = -2;

    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>SHA-256 of the canonical form, lower-case hexadecimal.</summary>
    public static string Hash(Device device)
    {
        var form = new CanonicalForm();
        form.Write(device);
        return Convert.ToHexStringLower(SHA256.HashData(form.bytes.WrittenSpan));
    }

    private void Write(Device device)
    {
        Write(Device.Schema);
        Write(device.Name);
        Write(device.Machine);
        Write(device.Snapshot);
        Write(device.Vendor);
        Write(device.Technology);
        Write(device.Processor);
        Write((int)device.Kind);
        Write(device.Source);
        Write(device.Semantics);
        Write(device.Dt);
        Write(device.NoiseScale);
        Write(device.Accepted, oddity => Write((int)oddity));
        Write(device.Qubits, Write);
        Write(device.Coupling);
        Write(device.Gates, Write);
        Write(device.Basis, Write);
        Write(device.Measurements, Write);
        // Written as a whole and only where there is any, so that a profile without such figures keeps its hash.
        if (device.Noise != NoiseFigures.None || device.Qubits.Any(q => q.Temperature is not null))
        {
            Write("noise");
            new CanonicalNoise(Write, Write, Write).Write(device);
        }
    }

    private void Write(DeviceSource source)
    {
        Write(source.Text);
        Write(source.Repository);
        Write(source.Commit);
        Write(source.Files, Write);
        Write(source.Address);
        Write(source.MeasuredFrom);
        Write(source.MeasuredTo);
    }

    private void Write(Qubit qubit)
    {
        Write(qubit.Label);
        Write(qubit.T1);
        Write(qubit.T2);
        Write(qubit.Frequency);
        Write(qubit.Anharmonicity);
        Write(qubit.Readout.P1Given0);
        Write(qubit.Readout.P0Given1);
        Write(qubit.Readout.Error);
        Write(qubit.Readout.Length);
        Write(qubit.ResetDuration);
        Write(qubit.Position is null ? 0 : 1);
        Write(qubit.Position?.Row ?? 0);
        Write(qubit.Position?.Column ?? 0);
    }

    private void Write(CouplingMap map)
    {
        Write(map.IsAllToAll ? 1 : 0);
        Write(map.Couplers, coupler =>
        {
            Write(coupler.First);
            Write(coupler.Second);
            Write(coupler.BothOrders ? 1 : 0);
        });
    }

    private void Write(NativeGate gate)
    {
        Write(gate.Name);
        Write(gate.Arity);
        Write(gate.IsVirtual ? 1 : 0);
        Write(gate.Sites, site =>
        {
            Write(site.Qubits, Write);
            Write(site.Error);
            Write(site.Duration);
            Write(site.BothOrders ? 1 : 0);
            Write(site.Details);
        });
    }

    // Only where given, behind a number that no length can be: profiles without these figures keep their hash.
    private void Write(SiteDetails details)
    {
        if (details == SiteDetails.None)
            return;
        Write(DetailsFollow);
        Write(details.IncoherentError);
        Write(details.IsolatedError);
        Write(details.IsolatedIncoherentError);
        Write(details.RelaxationDuration);
    }

    private void Write<T>(ValueList<T> list, Action<T> writeItem)
    {
        Write(list.Count);
        foreach (T item in list)
            writeItem(item);
    }

    private void Write(DateTimeOffset? time)
    {
        Write(time is null ? 0 : 1);
        // The instant, not the offset it is printed with: equal instants are equal records.
        BinaryPrimitives.WriteInt64LittleEndian(Next(8), time?.UtcTicks ?? 0);
    }

    private void Write(string? text)
    {
        Write(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            Encoding.UTF8.GetBytes(text, bytes);
    }

    private void Write(double? number)
    {
        Write(number is null ? 0 : 1);
        // Negative zero and zero are equal figures and equal records: they must hash alike.
        BinaryPrimitives.WriteDoubleLittleEndian(Next(8), number is null or 0 ? 0 : number.Value);
    }

    private void Write(int number) => BinaryPrimitives.WriteInt32LittleEndian(Next(4), number);

    private Span<byte> Next(int count)
    {
        Span<byte> room = bytes.GetSpan(count)[..count];
        bytes.Advance(count);
        return room;
    }
}
