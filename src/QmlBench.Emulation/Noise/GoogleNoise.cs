using QmlBench.Devices;

namespace QmlBench.Emulation.Noise;

/// <summary>From Google's figures to noise, as Cirq's <c>noise_properties_from_calibration</c> and <c>GoogleNoiseProperties</c> do.</summary>
/// <remarks>
/// The infidelities of relaxation and of the fsim error are subtracted from the reported Pauli error; what is left is inserted as
/// depolarizing noise. That is first order in the errors, where <see cref="ErrorMeasures.LambdaBesideRelaxation"/> is exact.
/// </remarks>
internal static class GoogleNoise
{
    /// <summary>Dephasing time where the incoherent error is not above what T1 alone gives, in seconds.</summary>
    private const double NoDephasing = 10;

    /// <summary>T1 and T2 of a qubit: 1/T2 = 1/(2·T1) + 1/Tφ, Tφ from the incoherent error where that is given, else T2 as it is.</summary>
    public static CoherenceTimes Times(Device device, int qubit)
    {
        if (DephasingTime(device, qubit) is not { } dephasing)
        {
            return CoherenceTimes.Of(device.Qubits[qubit]);
        }

        var t1 = device.Qubits[qubit].T1 ?? double.PositiveInfinity;
        return new(t1, 1 / ((1 / (2 * t1)) + (1 / dephasing)));
    }

    /// <summary>
    /// Tφ = t/(3·err) with err = incoherent error − t/(3·T1) of <see cref="BenchmarkedSite"/>; 10 s if err ≤ 0; null without such
    /// a site.
    /// </summary>
    public static double? DephasingTime(Device device, int qubit)
    {
        if (BenchmarkedSite(device, qubit) is not { Details.IncoherentError: { } incoherent, Duration: { } duration })
        {
            return null;
        }

        var error = incoherent - (duration / (3 * (device.Qubits[qubit].T1 ?? double.PositiveInfinity)));
        return error > 0 ? duration / (3 * error) : NoDephasing;
    }

    /// <summary>The first one-qubit gate with an incoherent error and a duration on a qubit; null if there is none.</summary>
    public static GateSite? BenchmarkedSite(Device device, int qubit)
    {
        foreach (var gate in device.Gates)
        {
            if (gate.Arity == 1 && gate.SiteFor(qubit) is { Details.IncoherentError: not null, Duration: not null } site)
            {
                return site;
            }
        }

        return null;
    }

    /// <summary>The total probability p of a Pauli error to be inserted; p ≤ 0 inserts nothing.</summary>
    /// <param name="reported">Average gate infidelity r; the reported Pauli error is r·(d+1)/d.</param>
    /// <param name="relaxations">Relaxation of the operands during the gate.</param>
    /// <param name="coherentError">Process infidelity of the coherent error.</param>
    public static double PauliError(double reported, ReadOnlySpan<Relaxation> relaxations, double coherentError)
    {
        double dimension = 1L << relaxations.Length;
        var left = reported * (dimension + 1) / dimension;
        foreach (var relaxation in relaxations)
        {
            left -= ((1 - relaxation.Decay) / 4) + ((1 - relaxation.Coherence) / 2);
        }

        return left - coherentError;
    }

    /// <summary>λ of an inserted Pauli error: p·d²/(d²−1), 0 for p ≤ 0.</summary>
    public static double Lambda(double pauliError, int qubits) =>
        pauliError > 0 ? Math.Min(pauliError, 1) * ErrorMeasures.LargestLambda(qubits) : 0;
}
