using System.Numerics;
using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Verification;

/// <summary>A state vector for checking compilations: small, plain, and independent of the simulators whose input is checked.</summary>
internal sealed class CheckState
{
    private readonly Complex[] _amplitudes;

    /// <summary>A product of the given one-qubit states, then |0⟩ on the rest.</summary>
    public CheckState(int qubits, ReadOnlySpan<(Complex Zero, Complex One)> product)
    {
        _amplitudes = new Complex[1 << qubits];
        _amplitudes[0] = 1;
        for (var q = 0; q < product.Length; q++)
            for (var i = (1 << q) - 1; i >= 0; i--)
            {
                _amplitudes[i | 1 << q] = _amplitudes[i] * product[q].One;
                _amplitudes[i] *= product[q].Zero;
            }
    }

    public ReadOnlySpan<Complex> Amplitudes => _amplitudes;

    /// <summary>Random one-qubit states, uniform on the sphere.</summary>
    public static (Complex Zero, Complex One)[] RandomProduct(int qubits, RandomStream stream)
    {
        var product = new (Complex, Complex)[qubits];
        for (var q = 0; q < qubits; q++)
        {
            var z = 2 * stream.NextDouble() - 1;
            var (sin, cos) = Elementary.SinCos(2 * Math.PI * stream.NextDouble());
            var small = Math.Sqrt(0.5 * (1 - z));
            product[q] = (Math.Sqrt(0.5 * (1 + z)), new Complex(small * cos, small * sin));
        }
        return product;
    }

    public void Apply(int qubit, in Matrix2 u)
    {
        var bit = 1 << qubit;
        for (var i = 0; i < _amplitudes.Length; i++)
        {
            if ((i & bit) != 0)
                continue;
            Complex zero = _amplitudes[i], one = _amplitudes[i | bit];
            _amplitudes[i] = u.M00 * zero + u.M01 * one;
            _amplitudes[i | bit] = u.M10 * zero + u.M11 * one;
        }
    }

    /// <summary>A two-qubit gate; the first qubit is its least significant bit.</summary>
    public void Apply(int first, int second, ReadOnlySpan<Complex> m)
    {
        int one = 1 << first, two = 1 << second, low = Math.Min(one, two), high = Math.Max(one, two);
        var a = _amplitudes;
        for (var block = 0; block < a.Length; block += 2 * high)
            for (var middle = block; middle < block + high; middle += 2 * low)
                for (var i = middle; i < middle + low; i++)
                {
                    Complex a0 = a[i], a1 = a[i | one], a2 = a[i | two], a3 = a[i | one | two];
                    a[i] = m[0] * a0 + m[1] * a1 + (m[2] * a2 + m[3] * a3);
                    a[i | one] = m[4] * a0 + m[5] * a1 + (m[6] * a2 + m[7] * a3);
                    a[i | two] = m[8] * a0 + m[9] * a1 + (m[10] * a2 + m[11] * a3);
                    a[i | one | two] = m[12] * a0 + m[13] * a1 + (m[14] * a2 + m[15] * a3);
                }
    }

    /// <summary>Any gate, given as row-major elements; qubits[0] is its least significant bit.</summary>
    public void Apply(ReadOnlySpan<int> qubits, ReadOnlySpan<Complex> matrix)
    {
        var size = 1 << qubits.Length;
        Span<int> offsets = stackalloc int[size];
        Span<Complex> before = stackalloc Complex[size];
        var mask = 0;
        foreach (var qubit in qubits)
            mask |= 1 << qubit;
        for (var k = 0; k < size; k++)
            for (var j = 0; j < qubits.Length; j++)
                offsets[k] |= (k >> j & 1) << qubits[j];
        for (var i = 0; i < _amplitudes.Length; i++)
        {
            if ((i & mask) != 0)
                continue;
            for (var k = 0; k < size; k++)
                before[k] = _amplitudes[i | offsets[k]];
            for (var k = 0; k < size; k++)
            {
                var sum = Complex.Zero;
                for (var j = 0; j < size; j++)
                    sum += matrix[k * size + j] * before[j];
                _amplitudes[i | offsets[k]] = sum;
            }
        }
    }

    /// <summary>Share of the squared norm with the qubit in |1⟩.</summary>
    public double ProbabilityOfOne(int qubit)
    {
        double one = 0, all = 0;
        for (var i = 0; i < _amplitudes.Length; i++)
        {
            var weight = Matrix2.SquaredAbs(_amplitudes[i]);
            all += weight;
            one += (i >> qubit & 1) * weight;
        }
        return all == 0 ? 0 : one / all;
    }

    /// <summary>Keeps the part with the qubit in the given state, not normalised.</summary>
    public void Project(int qubit, bool one)
    {
        for (var i = 0; i < _amplitudes.Length; i++)
            if ((i >> qubit & 1) != (one ? 1 : 0))
                _amplitudes[i] = 0;
    }
}
