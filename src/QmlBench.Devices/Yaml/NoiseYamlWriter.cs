using System.Text;
using QmlBench.Devices.Noise;
using static QmlBench.Devices.Yaml.YamlFlow;

namespace QmlBench.Devices.Yaml;

/// <summary>Writes what a profile says about noise beyond the figures of qubits and gates.</summary>
internal static class NoiseYamlWriter
{
    private const int LineWidth = 118;

    /// <summary>The lines of the header.</summary>
    public static void Header(StringBuilder text, NoiseFigures noise)
    {
        Line(text, "temperature", noise.Temperature is { } kelvin ? Quantity.Format(kelvin, Dimension.Temperature) : null);
        Line(text, "with", noise.With.IsEmpty ? null : $"[{string.Join(", ", noise.With)}]");
        Line(text, "coherence_limit", noise.CoherenceLimit is { } policy ? CoherenceLimitWords.Of(policy) : null);
    }

    /// <summary>The sections after the gates.</summary>
    public static void Sections(StringBuilder text, NoiseFigures noise)
    {
        if (noise.Crosstalk is { } crosstalk)
            Write(text, crosstalk);
        if (!noise.Coherent.IsEmpty)
            text.Append("\n# Unitary errors after the ideal gate; the reported error is kept.\ncoherent:\n");
        foreach (CoherentGate gate in noise.Coherent)
            Sites(text, "  ", gate.Gate, gate.Sites, s => s.Site, s => Write(s.Error));
        if (!noise.Spectators.IsEmpty)
            text.Append("\n# Errors of neighbours, once per gate.\nspectator:\n");
        foreach (SpectatorGate gate in noise.Spectators)
            Sites(text, "  ", gate.Gate, gate.Sites, s => s.Site, s => Flow([.. s.Errors.Select(e => ($"{e.Qubit}", (string?)Write(e)))]));
        if (!noise.ReadoutGroups.IsEmpty)
            text.Append("\n# Row: true outcome, column: recorded; the first qubit is the least significant bit.\ncorrelated_readout:\n");
        foreach (ReadoutGroup group in noise.ReadoutGroups)
            text.Append("  - {qubits: [").AppendJoin(", ", group.Qubits).Append("], confusion: ").Append(Matrix(group.Confusion)).Append("}\n");
        if (noise.Explicit is { } recipes)
            Write(text, recipes);
    }

    private static void Write(StringBuilder text, Crosstalk crosstalk)
    {
        text.Append("\n# Static ZZ rates: waiting a time t is RZZ(pi rate t). Off unless the source 'crosstalk' is switched on.\ncrosstalk:\n");
        Line(text, "  echoed", crosstalk.Echoed.IsEmpty ? null : $"[{string.Join(", ", crosstalk.Echoed.Select(YamlText.InFlow))}]");
        text.Append("  static_zz:\n    {");
        Wrap(text, [.. crosstalk.StaticZz.Select(pair => $"{pair.First}-{pair.Second}: {Quantity.Format(pair.Rate, Dimension.Frequency)}")]);
        text.Append("}\n");
    }

    private static void Write(StringBuilder text, ExplicitNoise recipes)
    {
        text.Append("\n# Channels in order, after the ideal gate.\nnoise:\n");
        Line(text, "  mode", recipes.Replaces ? "replace" : "add");
        if (!recipes.Gates.IsEmpty)
            text.Append("  gates:\n");
        foreach (GateRecipes gate in recipes.Gates)
            Sites(text, "    ", gate.Gate, gate.Sites, s => s.Site, Recipe);
        if (recipes.Idle is { } idle)
        {
            text.Append("  idle:\n");
            Line(text, "    per", idle.Per is { } per ? Quantity.Format(per, Dimension.Time) : null);
            Sites(text, "    ", "sites", idle.Sites, s => s.Site, Recipe);
        }
        if (!recipes.Reset.IsEmpty)
            Sites(text, "  ", "reset", recipes.Reset, s => s.Site, Recipe);
        if (!recipes.Measure.IsEmpty)
            Sites(text, "  ", "measure", recipes.Measure, s => s.Site, Recipe);
    }

    // As many items a line as fit.
    private static void Wrap(StringBuilder text, string[] items)
    {
        int column = 5;
        for (int i = 0; i < items.Length; i++)
        {
            if (i > 0 && column + items[i].Length + 2 > LineWidth)
            {
                text.Append(",\n     ");
                column = 5;
            }
            else if (i > 0)
                text.Append(", ");
            text.Append(items[i]);
            column += items[i].Length + 2;
        }
    }

    private static void Sites<T>(StringBuilder text, string indent, string key, ValueList<T> sites, Func<T, NoiseSite> site, Func<T, string> entry)
    {
        text.Append(indent).Append(YamlText.Of(key)).Append(sites.IsEmpty ? ": {}\n" : ":\n");
        foreach (T item in sites)
            Line(text, $"{indent}  {site(item).Key()}", entry(item));
    }

    private static string Write(CoherentError error) => Flow(
        ("over_rotation", NonZero(error.OverRotation)),
        ("axis", error.HasAxisError ? Flow(("phase", NonZero(error.AxisPhase)), ("tilt", NonZero(error.AxisTilt))) : null),
        ("fsim", error.Fsim is { } fsim
            ? Flow(("theta", NonZero(fsim.Theta)), ("zeta", NonZero(fsim.Zeta)), ("chi", NonZero(fsim.Chi)), ("gamma", NonZero(fsim.Gamma)), ("phi", NonZero(fsim.Phi)))
            : null));

    private static string Write(SpectatorError error) => Flow(
        ("depolarizing", error.Depolarizing is { } strength ? NoiseOperationWriter.Write(strength) : null),
        ("zz", error.ZzAngle is { } angle ? Quantity.Format(angle, Dimension.Angle) : null),
        ("operand", error.Partner is { } partner ? $"{partner}" : null));

    private static string Recipe(SiteRecipe recipe) => $"[{string.Join(", ", recipe.Operations.Select(NoiseOperationWriter.Write))}]";

    // An angle that is not there is 0; one that is 0 need not be there.
    private static string? NonZero(double angle) => angle == 0 ? null : Quantity.Format(angle, Dimension.Angle);
}
