using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Cli.Composition;

/// <summary>Where a run runs: for the record, never for a result.</summary>
internal static class RunEnvironment
{
    /// <summary>Facts by name.</summary>
    public static ImmutableSortedDictionary<string, string> Describe() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["commit"] = Git("rev-parse HEAD") is { } commit
            ? commit + (Git("status --porcelain") is "" ? string.Empty : " (dirty)") : "unknown",
        ["cores"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
        ["cpu"] = Processor(),
        ["os"] = RuntimeInformation.OSDescription,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["simd"] = Simd(),
        ["version"] = Version(),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Version of this program.</summary>
    public static string Version() =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0";

    /// <summary>The widest vectors that are used.</summary>
    public static string Simd() =>
        Vector512.IsHardwareAccelerated ? "512 bit"
        : Vector256.IsHardwareAccelerated ? "256 bit"
        : Vector128.IsHardwareAccelerated ? "128 bit" : "none";

    /// <summary>Name of the processor where the system tells it.</summary>
    public static string Processor()
    {
        const string info = "/proc/cpuinfo";
        var line = File.Exists(info)
            ? File.ReadLines(info).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string? Git(string arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            var output = git!.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // git is not installed: the commit is not known, and nothing else depends on it
        }
    }
}
