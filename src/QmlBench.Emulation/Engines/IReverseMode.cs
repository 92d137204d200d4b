using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Engines;

/// <summary>Values and derivatives of one simulated circuit by reverse mode.</summary>
internal interface IReverseMode
{
    /// <summary>Number of parameters.</summary>
    int ParameterCount { get; }

    /// <summary>Values, index row · effects + k.</summary>
    void Expectations(double[] dense, int rows, EffectSet effects, double[] values, CancellationToken cancel);

    /// <summary>Values and all derivatives, index (row · effects + k) · parameters + p.</summary>
    void Jacobian(double[] dense, int rows, EffectSet effects, double[] values, double[] jacobian, CancellationToken cancel);

    /// <summary>Values and the slopes of one loss per row, index row · parameters + p; asks for the loss between forward and backward
    /// run.</summary>
    void Differentiate(
        double[] dense, int rows, EffectSet effects, RowSlopes slopes, double[] values, double[] gradients, CancellationToken cancel);
}
