namespace QmlBench.Emulation.Waist;

/// <summary>Values and derivatives of expectation values.</summary>
/// <param name="Values">The values themselves, as <see cref="Estimates"/>.</param>
/// <param name="Columns">The columns differentiated by, as asked.</param>
/// <param name="Jacobian">∂⟨O_k⟩/∂θ_c, index (row · observables + k) · columns + c; empty when a loss slope was given.</param>
/// <param name="SharedLoss">∂loss/∂θ_c summed over rows, one per column; 0 for a row's own column; empty without a loss slope.</param>
/// <param name="OwnLoss">∂loss/∂θ_c of each row, index row · columns + c; 0 for a shared column; empty without a loss slope.</param>
public sealed record Gradients(
    Estimates Values,
    ReadOnlyMemory<int> Columns,
    ReadOnlyMemory<double> Jacobian,
    ReadOnlyMemory<double> SharedLoss,
    ReadOnlyMemory<double> OwnLoss);
