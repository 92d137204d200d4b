using QmlBench.Circuits;
using QmlBench.Numerics;

namespace QmlBench.Transpilation;

/// <summary>The product of 1 − error over all gates and measurements of a native circuit.</summary>
/// <remarks>The definition of the published tables: readout by the single readout error, idling not counted, errors that are not given
/// count as 0. It ranks compilations; the fidelity under the device's noise model is Emulation's.</remarks>
internal static class SuccessProduct
{
    public static double Of(Circuit circuit, Target target) => Elementary.Exp(-NegativeLog(circuit, target));

    /// <summary>−Σ ln(1 − error), in order of operations; infinite where an error is 1.</summary>
    public static double NegativeLog(Circuit circuit, Target target)
    {
        var sum = 0.0;
        for (var i = 0; i < circuit.Count; i++)
        {
            var operation = circuit[i];
            if (operation.Kind == OperationKind.Gate)
                sum += Cost(target.Error(operation.Gate, operation.Qubits) ?? 0);
            else if (operation.Kind == OperationKind.Measure)
                sum += Cost(target.ReadoutError(operation.Qubits[0]));
        }
        return sum;
    }

    /// <summary>−ln(1 − e); 0 for no error, infinite from 1 on.</summary>
    public static double Cost(double error) => error <= 0 ? 0 : error >= 1 ? double.PositiveInfinity : -Elementary.Log(1 - error);
}
