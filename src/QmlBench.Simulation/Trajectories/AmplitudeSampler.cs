using QmlBench.Numerics;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Draws outcomes from |ψ|² by inversion: the sums of chunks of 512 amplitudes first, then the amplitudes of one chunk.</summary>
internal sealed class AmplitudeSampler
{
    private const int ChunkCells = 64;
    private readonly ICellKernel _kernel;
    private readonly CellRegister _register;
    private readonly double[] _until;
    private readonly double[] _chunk;
    private readonly int _cells;

    internal AmplitudeSampler(ICellKernel kernel, CellRegister register)
    {
        (_kernel, _register) = (kernel, register);
        _cells = (int)Math.Min(ChunkCells, register.Cells);
        _until = new double[register.Cells / _cells];
        _chunk = new double[_cells * LaneSum.Lanes];
    }

    /// <summary>Sums the chunks of the state as it is now.</summary>
    internal void Prepare()
    {
        double sum = 0.0;
        for (int c = 0; c < _until.Length; c++)
        {
            Load(c);
            _until[c] = sum += LaneSum.Sum(_chunk);
        }
    }

    /// <summary>The outcome that a number takes, over qubits.</summary>
    /// <param name="number">Uniform in [0, 1).</param>
    internal long Outcome(double number)
    {
        double target = number * _until[^1];
        int low = 0, high = _until.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_until[middle] > target) high = middle;
            else low = middle + 1;
        }

        Load(low);
        double left = target - (low == 0 ? 0.0 : _until[low - 1]);
        int taken = 0;
        for (int i = 0; i < _chunk.Length; i++)
        {
            if (_chunk[i] <= 0.0) continue;
            taken = i;
            if (left < _chunk[i]) break;
            left -= _chunk[i];
        }

        return _register.Layout.Qubits(((nint)low * _chunk.Length) + taken);
    }

    private void Load(int chunk) =>
        _kernel.Products(ref _register.Buffer.First, (nint)chunk * _cells, _cells, 0, false, ref _chunk[0]);
}
