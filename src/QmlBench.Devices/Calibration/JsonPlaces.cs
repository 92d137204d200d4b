using System.Text;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Calibration;

/// <summary>Finds where in a JSON text a path of keys leads.</summary>
/// <remarks>Paths are those of the profile as much as those of the file: where a step leads nowhere it is passed over, so that the
/// nearest thing that is in the file is found.</remarks>
internal sealed class JsonPlaces(SourceText source)
{
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(source.Text);
    private JsonSpot? root;

    /// <summary>The span of the value a path leads to, as far as it leads.</summary>
    public SourceSpan SpanOf(string path)
    {
        root ??= JsonSpot.Read(bytes);
        JsonSpot at = root;
        foreach (string step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at.Find(step) ?? at;
        int start = Encoding.UTF8.GetCharCount(bytes, 0, at.Start);
        return at == root ? SourceSpan.Beginning : source.SpanOf(start, Encoding.UTF8.GetCharCount(bytes, at.Start, at.Length));
    }
}
