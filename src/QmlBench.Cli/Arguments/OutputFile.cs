namespace QmlBench.Cli.Arguments;

/// <summary>What a file is to hold, by the end of its name.</summary>
internal static class OutputFile
{
    /// <summary>The extension in lower case.</summary>
    /// <exception cref="RefusedException">It is none of those the verb writes.</exception>
    public static string Extension(string path, params ReadOnlySpan<string> known)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return known.Contains(extension)
            ? extension
            : throw new RefusedException($"-o {path}: what is written goes by the end of the name, which is one of "
                + $"{string.Join(", ", known.ToArray())}.");
    }
}
