using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Engines;

/// <summary>Reverse mode through a state vector.</summary>
internal sealed class StateVectorReverseMode(StateVectorProgram program, int threads) : IReverseMode
{
    public int ParameterCount => program.ParameterCount;

    public void Expectations(double[] dense, int rows, EffectSet effects, double[] values, CancellationToken cancel) =>
        program.Expectations(dense, rows, effects, values, threads, cancel);

    public void Jacobian(double[] dense, int rows, EffectSet effects, double[] values, double[] jacobian, CancellationToken cancel) =>
        program.Jacobian(dense, rows, effects, values, jacobian, threads, cancel);

    public void Differentiate(
        double[] dense, int rows, EffectSet effects, RowSlopes slopes, double[] values, double[] gradients, CancellationToken cancel) =>
        program.Differentiate(dense, rows, effects, slopes, values, gradients, threads, cancel);
}
