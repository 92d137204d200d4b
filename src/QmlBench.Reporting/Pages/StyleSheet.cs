namespace QmlBench.Reporting.Pages;

/// <summary>The style sheet that is written into every page.</summary>
internal static class StyleSheet
{
    /// <summary>Its text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        const string name = "QmlBench.Reporting.Pages.report.css";
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Bug in QmlBench: {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
