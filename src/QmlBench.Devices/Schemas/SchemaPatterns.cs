using System.Text.RegularExpressions;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Schemas;

/// <summary>Regular expressions, as JSON Schema takes them, for the texts that YAML files hold.</summary>
internal static class SchemaPatterns
{
    private const string Decimal = "([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?";

    /// <summary>A qubit, or a range of qubits: <c>3</c>, <c>0..4</c>.</summary>
    public const string QubitRange = "^[0-9]+(\\.\\.[0-9]+)?$";

    /// <summary>A qubit: <c>3</c>.</summary>
    public const string Qubit = "^[0-9]+$";

    /// <summary>Operands of a gate: <c>3</c>, <c>0->1</c>, <c>0-1</c> or <c>every</c>.</summary>
    public const string Site = "^(every|[0-9]+(->[0-9]+)*|[0-9]+-[0-9]+)$";

    /// <summary>Two qubits that are joined: <c>0-1</c> or <c>0->1</c>.</summary>
    public const string Coupler = "^[0-9]+(->|-)[0-9]+$";

    /// <summary>Two qubits without order: <c>0-1</c>.</summary>
    public const string Pair = "^[0-9]+-[0-9]+$";

    /// <summary>A Pauli string: <c>XZ</c>.</summary>
    public const string Pauli = "^[IXYZ]+$";

    /// <summary>A complex number that is not real: <c>-1i</c>, <c>0.6-0.8i</c>.</summary>
    public const string Complex = $"^([+-]?{Decimal})?[+-]{Decimal}i$|^{Decimal}i$";

    /// <summary>A date, or a date with time and offset.</summary>
    public const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:?[0-9]{2}))?$";

    /// <summary>A name of a device: <c>ibm_manila_2024-05-27</c>.</summary>
    public const string Identifier = "^[A-Za-z0-9][A-Za-z0-9_.+-]*$";

    /// <summary>A number with a unit of a dimension: <c>-112.3 us</c>.</summary>
    public static string Quantity(Dimension dimension) => $"^{Measure(dimension)}";

    /// <summary>The same, not below zero.</summary>
    public static string Amount(Dimension dimension) => $"^(?!-[0.]*[1-9]){Measure(dimension)}";

    /// <summary>One of some words, perhaps with a colon and more behind it: <c>zne:linear:1,3</c>.</summary>
    public static string Headed(IEnumerable<string> words) => $"^({string.Join('|', words.Select(Regex.Escape))})\\s*(:.*)?$";

    private static string Measure(Dimension dimension) =>
        $"[+-]?{Decimal}\\s*({string.Join('|', dimension.Units.Select(unit => unit.Symbol))})$";
}
