namespace QmlBench.Tests;

/// <summary>
/// The folder of data that is too large or not ours to ship: published vectors, calibrations, data sets. It is named by the
/// environment variable QMLBENCH_SHARED or else lies beside the repository as <c>../shared</c>. A test that needs it is skipped,
/// with the reason, where it is absent.
/// </summary>
internal static class SharedData
{
    /// <summary>Absolute path of a file or folder of the shared data; skips the test if it does not exist.</summary>
    public static string Path(params string[] parts)
    {
        string path = System.IO.Path.Combine([Root, .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
            Assert.Skip($"No shared data at '{path}'. Set QMLBENCH_SHARED to the folder that holds '{parts[0]}'.");
        return path;
    }

    /// <summary>Whether a file or folder of the shared data is there: for data of theories, which cannot skip.</summary>
    public static bool Exists(params string[] parts) => System.IO.Path.Exists(System.IO.Path.Combine([Root, .. parts]));

    /// <summary>Files of a shared folder that match a pattern, in ordinal order; skips the test if there are none.</summary>
    public static string[] Files(string folder, string pattern)
    {
        string[] files = [.. Directory.GetFiles(Path(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
            Assert.Skip($"No file '{pattern}' in the shared folder '{folder}'.");
        return files;
    }

    /// <summary>Text of a shared file; skips the test if it does not exist.</summary>
    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    private static string Root
    {
        get
        {
            string? named = Environment.GetEnvironmentVariable("QMLBENCH_SHARED");
            return string.IsNullOrEmpty(named)
                ? System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot.Path, "..", "shared"))
                : named;
        }
    }
}
