using QmlBench.Circuits.Observables;

namespace QmlBench.Emulation.Waist;

/// <summary>Derivatives of the compiled, noisy expectation values.</summary>
public interface IGradient : ICapability
{
    /// <summary>How the derivative is taken, for the record: <c>reverse-mode</c>, <c>adjoint</c>, <c>parameter-shift</c>.</summary>
    string Rule { get; }

    /// <summary>Values and derivatives of <paramref name="observables"/> by the parameters named in <paramref name="columns"/>.</summary>
    /// <param name="rows">The parameter rows.</param>
    /// <param name="observables">What is differentiated.</param>
    /// <param name="columns">Indices into the program's <see cref="Columns"/>, in the order of declaration.</param>
    /// <param name="slope">
    /// When given, the derivative of a loss: for each row it turns the values into ∂loss/∂value, and derivatives by a shared
    /// column are summed over rows. When null, the Jacobian of every row is returned.
    /// </param>
    /// <param name="cancel">Acts between rows.</param>
    Gradients Differentiate(
        RowTable rows, ObservableSet observables, ReadOnlyMemory<int> columns, LossSlope? slope, CancellationToken cancel);
}
