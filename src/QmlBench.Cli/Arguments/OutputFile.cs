namespace QmlBench.Cli.Arguments;

/// <summary>A file that a verb writes: what it is to hold, by the end of its name, and that it can be written.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text.</summary>
    /// <exception cref="RefusedException">The folder does not exist, or the path is one.</exception>
    public static void Write(string path, string text)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new RefusedException($"-o {path}: there is no folder '{folder}'. Make it, or name a file elsewhere.");
        if (Directory.Exists(path))
            throw new RefusedException($"-o {path}: this is a folder. Name a file in it.");
        File.WriteAllText(path, text);
    }

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
