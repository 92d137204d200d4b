namespace QmlBench.Tests;

/// <summary>The folder that holds <c>QmlBench.sln</c>, found by walking up from the test program.</summary>
internal static class RepositoryRoot
{
    /// <summary>Absolute path of the root.</summary>
    public static string Path { get; } = Find();

    /// <summary>Absolute path of something below the root.</summary>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "QmlBench.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException(
            $"The tests must run inside the repository: no QmlBench.sln above '{AppContext.BaseDirectory}'.");
    }
}
