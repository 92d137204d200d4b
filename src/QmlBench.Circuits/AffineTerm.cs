namespace QmlBench.Circuits;

/// <summary>One term <c>coefficient · θ_parameter</c> of an affine <see cref="Angle"/>.</summary>
/// <param name="Parameter">Index into <see cref="Circuit.Parameters"/>.</param>
/// <param name="Coefficient">Factor of the parameter; never 0 inside an <see cref="Angle"/>.</param>
public readonly record struct AffineTerm(int Parameter, double Coefficient);
