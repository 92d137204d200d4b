namespace QmlBench.Devices.Noise;

/// <summary>Interaction between coupled qubits that is always on.</summary>
/// <param name="StaticZz">ZZ rate per coupled pair, sorted by pair.</param>
/// <param name="Echoed">Native gates of two operands that contain an echo on their first operand: while one runs, the interaction
/// of that operand with others cancels. Ascending (ordinal).</param>
public sealed record Crosstalk(ValueList<StaticZz> StaticZz, ValueList<string> Echoed);

/// <summary>The ZZ rate ζ = f₁₁ − f₁₀ − f₀₁ + f₀₀ of a pair: waiting a time t is RZZ(π ζ t).</summary>
/// <param name="First">Smaller qubit.</param>
/// <param name="Second">Larger qubit.</param>
/// <param name="Rate">ζ in hertz, of either sign.</param>
public sealed record StaticZz(int First, int Second, double Rate);
