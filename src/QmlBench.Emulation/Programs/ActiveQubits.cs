using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Emulation.Programs;

/// <summary>The device qubits that are simulated: those an operation touches and those that are asked about.</summary>
internal sealed class ActiveQubits
{
    private readonly int[] _indexOfDevice;

    private ActiveQubits(ImmutableArray<int> deviceQubits, int deviceSize)
    {
        DeviceQubits = deviceQubits;
        _indexOfDevice = new int[deviceSize];
        Array.Fill(_indexOfDevice, -1);
        for (var index = 0; index < deviceQubits.Length; index++)
        {
            _indexOfDevice[deviceQubits[index]] = index;
        }
    }

    /// <summary>Device qubit of each simulated qubit, ascending.</summary>
    public ImmutableArray<int> DeviceQubits { get; }

    /// <summary>Size of the simulated register.</summary>
    public int Count => DeviceQubits.Length;

    /// <summary>Simulated qubit of a device qubit.</summary>
    public int this[int deviceQubit] => _indexOfDevice[deviceQubit] >= 0
        ? _indexOfDevice[deviceQubit]
        : throw new InvalidOperationException($"Bug in QmlBench: device qubit {deviceQubit} is not simulated.");

    /// <summary>Whether a device qubit is simulated.</summary>
    public bool Contains(int deviceQubit) => deviceQubit < _indexOfDevice.Length && _indexOfDevice[deviceQubit] >= 0;

    /// <summary>The active qubits of a circuit on device qubits, with those asked about. At least one.</summary>
    public static ActiveQubits Of(Circuit physical, IEnumerable<int> asked)
    {
        var all = new SortedSet<int>(physical.ActiveQubits());
        all.UnionWith(asked);
        if (all.Count == 0)
        {
            all.Add(0);
        }

        return new([.. all], Math.Max(physical.QubitCount, all.Max + 1));
    }

    /// <summary>Simulated qubits of device qubits, in order.</summary>
    public int[] Map(ReadOnlySpan<int> deviceQubits)
    {
        var mapped = new int[deviceQubits.Length];
        for (var index = 0; index < mapped.Length; index++)
        {
            mapped[index] = this[deviceQubits[index]];
        }

        return mapped;
    }
}
