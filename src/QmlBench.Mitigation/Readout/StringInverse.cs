using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Mitigation.Readout;

/// <summary>The linear map from recorded Pauli strings to corrected observables, and its derivatives by the calibration.</summary>
internal sealed class StringInverse
{
    private readonly PauliClosure _strings;
    private readonly QubitCalibration[] _ofQubit;

    /// <summary>The inverse for a calibration.</summary>
    /// <param name="strings">The strings recorded, closed under leaving letters out.</param>
    /// <param name="ofQubit">Calibration of each logical qubit.</param>
    public StringInverse(PauliClosure strings, QubitCalibration[] ofQubit) => (_strings, _ofQubit) = (strings, ofQubit);

    /// <summary>Coefficients of the recorded strings in a corrected observable, the constant apart.</summary>
    public (double Constant, double[] Coefficients) Of(Observable observable)
    {
        var (constant, coefficients) = (0.0, new double[_strings.Strings.Length]);
        foreach (var term in observable.Terms)
        {
            if (term.Pauli == PauliString.Identity)
            {
                constant += term.Coefficient;
            }
            else
            {
                constant += Expand(term, coefficients);
            }
        }

        return (constant, coefficients);
    }

    /// <summary>Derivatives of a corrected observable by P(1|0), then P(0|1), of each logical qubit.</summary>
    /// <param name="observable">The observable.</param>
    /// <param name="corrected">Corrected values of all strings.</param>
    /// <param name="slopes">Receives index 2·qubit for P(1|0), 2·qubit + 1 for P(0|1).</param>
    /// <remarks>
    /// With P′ the string without its letter on the qubit: ∂/∂P(1|0) = Σ c(⟨P⟩ + ⟨P′⟩)/a and ∂/∂P(0|1) = Σ c(⟨P⟩ − ⟨P′⟩)/a.
    /// </remarks>
    public void Slopes(Observable observable, ReadOnlySpan<double> corrected, Span<double> slopes)
    {
        slopes.Clear();
        foreach (var term in observable.Terms)
        {
            for (var qubit = 0; qubit < _ofQubit.Length; qubit++)
            {
                if ((term.Pauli.Support >> qubit & 1) != 0)
                {
                    var without = PauliClosure.Part(term.Pauli, ~(1UL << qubit));
                    var value = corrected[_strings.IndexOf(term.Pauli)];
                    var rest = without == PauliString.Identity ? 1.0 : corrected[_strings.IndexOf(without)];
                    slopes[2 * qubit] += term.Coefficient * (value + rest) / _ofQubit[qubit].Contrast;
                    slopes[(2 * qubit) + 1] += term.Coefficient * (value - rest) / _ofQubit[qubit].Contrast;
                }
            }
        }
    }

    /// <summary>Standard errors of the calibration, in the order of <see cref="Slopes"/>.</summary>
    public double[] Errors() => [.. _ofQubit.SelectMany(qubit => new[] { qubit.ErrorOfOneGivenZero, qubit.ErrorOfZeroGivenOne })];

    // Π (Z′ − b)/a over the support, multiplied out: each part T has Π 1/a · Π_{outside T} (−b).
    private double Expand(PauliTerm term, double[] coefficients)
    {
        var support = term.Pauli.Support;
        for (var mask = support; mask != 0; mask = (mask - 1) & support)
        {
            coefficients[_strings.IndexOf(PauliClosure.Part(term.Pauli, mask))] += term.Coefficient * Factor(support, mask);
        }

        return term.Coefficient * Factor(support, 0);
    }

    private double Factor(ulong support, ulong kept)
    {
        var factor = 1.0;
        for (var qubit = 0; qubit < _ofQubit.Length; qubit++)
        {
            if ((support >> qubit & 1) != 0)
            {
                factor *= ((kept >> qubit & 1) != 0 ? 1.0 : -_ofQubit[qubit].Offset) / _ofQubit[qubit].Contrast;
            }
        }

        return factor;
    }
}
