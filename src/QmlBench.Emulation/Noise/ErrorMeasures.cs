namespace QmlBench.Emulation.Noise;

/// <summary>Conversions between measures of gate error. λ is the share of ρ → (1−λ)ρ + λ I/d, d = 2ⁿ.</summary>
/// <remarks>
/// Average gate fidelity F = (d·F_pro + 1)/(d + 1) with process fidelity F_pro = tr(PTM)/d² (Nielsen, quant-ph/0205035); the
/// derivation of λ beside relaxation is that of Qiskit Aer's <c>basic_device_gate_errors</c>.
/// </remarks>
public static class ErrorMeasures
{
    /// <summary>Below this, relaxation is complete and hides any depolarizing before it.</summary>
    private const double CompleteRelaxation = 1e-12;

    /// <summary>Largest λ of a channel on n qubits, d²/(d²−1): the uniform non-identity Pauli error.</summary>
    public static double LargestLambda(int qubits)
    {
        double squared = 1L << (2 * qubits);
        return squared / (squared - 1);
    }

    /// <summary>1 − F of a process fidelity: d/(d+1)·(1 − F_pro).</summary>
    public static double AverageInfidelity(double processFidelity, int qubits)
    {
        double dimension = 1L << qubits;
        return dimension / (dimension + 1) * (1 - processFidelity);
    }

    /// <summary>Average gate infidelity of depolarizing alone: λ(d−1)/d.</summary>
    public static double AverageInfidelityOfLambda(double lambda, int qubits)
    {
        double dimension = 1L << qubits;
        return lambda * (dimension - 1) / dimension;
    }

    /// <summary>The λ which, followed by relaxation of infidelity r, gives the reported error ε.</summary>
    /// <param name="reported">Reported average gate infidelity ε; null means unknown.</param>
    /// <param name="relaxationInfidelity">Average gate infidelity r of the relaxation alone; 0 without relaxation.</param>
    /// <param name="qubits">Number of qubits n.</param>
    /// <returns>
    /// min(d(ε′ − r)/(d(1 − r) − 1), d²/(d²−1)) with ε′ = min(ε, d/(d+1)); 0 where ε is unknown or not above r, and where relaxation
    /// is complete (nothing before it can be seen).
    /// </returns>
    public static double LambdaBesideRelaxation(double? reported, double relaxationInfidelity, int qubits)
    {
        if (reported is not { } error || error <= relaxationInfidelity)
        {
            return 0;
        }

        double dimension = 1L << qubits;
        var kept = (dimension * (1 - relaxationInfidelity)) - 1;
        if (kept <= CompleteRelaxation)
        {
            return 0;
        }

        var capped = Math.Min(error, dimension / (dimension + 1));
        var lambda = dimension * (capped - relaxationInfidelity) / kept;
        return Math.Min(Math.Max(lambda, 0), LargestLambda(qubits));
    }

    /// <summary>Average gate infidelity of depolarizing followed by relaxation, from the process fidelity of the relaxation.</summary>
    public static double TotalInfidelity(double lambda, double relaxationProcessFidelity, int qubits)
    {
        double squared = 1L << (2 * qubits);
        return AverageInfidelity(((1 - lambda) * relaxationProcessFidelity) + (lambda / squared), qubits);
    }
}
