using QmlBench.Devices.Noise;
using QmlBench.Numerics.Algebra;
using static QmlBench.Devices.Yaml.YamlFlow;

namespace QmlBench.Devices.Yaml;

/// <summary>Writes one channel of a recipe, as <see cref="NoiseOperationReader"/> reads it.</summary>
internal static class NoiseOperationWriter
{
    /// <summary>The channel in braces.</summary>
    public static string Write(NoiseOperation operation) => Flow((operation.Keyword, Value(operation)), ("on", Operands(operation)));

    /// <summary>The strength of a depolarizing channel in braces.</summary>
    public static string Write(DepolarizingStrength strength) => Flow((strength.Measure switch
    {
        DepolarizingMeasure.PauliError => "pauli_error",
        DepolarizingMeasure.AverageInfidelity => "average_infidelity",
        _ => "lambda",
    }, Quantity.Format(strength.Value)));

    private static string Value(NoiseOperation operation) => operation switch
    {
        DepolarizingOperation depolarizing => Write(depolarizing.Strength),
        PauliOperation pauli => Terms(pauli.Terms, Quantity.Format),
        AmplitudeDampingOperation damping => Flow(("gamma", Quantity.Format(damping.Gamma)), ("population", NonZero(damping.Population))),
        PhaseDampingOperation damping => Flow(("gamma", Quantity.Format(damping.Gamma))),
        RelaxationOperation relaxation => Flow(
            ("t1", Time(relaxation.T1)), ("t2", Time(relaxation.T2)), ("time", Time(relaxation.Time)), ("population", NonZero(relaxation.Population))),
        OverRotationOperation over => Quantity.Format(over.Angle, Dimension.Angle),
        RotationOperation rotation => Terms(rotation.Terms, angle => Quantity.Format(angle, Dimension.Angle)),
        UnitaryOperation unitary => Matrix(unitary.Matrix),
        KrausOperation kraus => $"[{string.Join(", ", kraus.Operators.Select(Matrix))}]",
        TransferMatrixOperation transfer => YamlFlow.Matrix(transfer.Entries),
        _ => throw new InvalidOperationException($"Bug in QmlBench: a channel '{operation.Keyword}' cannot be written."),
    };

    private static string? Operands(NoiseOperation operation) => operation switch
    {
        { Each: true } => "each",
        { On.IsEmpty: true } => null,
        _ => $"[{string.Join(", ", operation.On)}]",
    };

    private static string Terms(ValueList<PauliWeight> terms, Func<double, string> number) =>
        Flow([.. terms.Select(t => (t.Pauli, (string?)number(t.Value)))]);

    private static string Matrix(ComplexMatrix matrix) => Rows(matrix.Rows, (row, column) => ComplexText.Format(matrix[row, column]));

    private static string? NonZero(double value) => value == 0 ? null : Quantity.Format(value);

    private static string? Time(double? value) => value is { } seconds ? Quantity.Format(seconds, Dimension.Time) : null;
}
