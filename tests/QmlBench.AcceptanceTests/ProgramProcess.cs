using System.Diagnostics;

namespace QmlBench.AcceptanceTests;

/// <summary>Runs the program as a process of its own, with both outputs redirected.</summary>
internal static class ProgramProcess
{
    public static CommandLine.Result Run(string folder, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        using var process = Start(folder, environment, args);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Starts it; the caller reads the outputs.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [System.IO.Path.Combine(AppContext.BaseDirectory, "qmlbench.dll"), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
