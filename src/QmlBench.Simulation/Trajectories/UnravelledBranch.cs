namespace QmlBench.Simulation.Trajectories;

/// <summary>One Kraus operator of an unravelled channel.</summary>
/// <param name="Least">A lower bound of its probability that holds for every state: the least eigenvalue of K†K. Exact where K is a
/// multiple of a unitary.</param>
/// <param name="Most">The largest eigenvalue of K†K: K is √Most times <paramref name="Operator"/>.</param>
/// <param name="Pauli">The Pauli it is a multiple of, Σ digit·4^q, or −1.</param>
/// <param name="Operator">K with largest singular value 1, 2^k × 2^k, row by row, real and imaginary parts alternating.</param>
internal sealed record UnravelledBranch(double Least, double Most, int Pauli, double[] Operator)
{
    /// <summary>True if K is a multiple of the identity.</summary>
    internal bool IsIdentity => Pauli == 0;
}
